/** `npm run docs:digest`: the picture of the digest in the staff guide, of an ordinary day with invented branches; made small by pngquant (a Debian package). */

import { execFileSync } from 'node:child_process'
import { join, resolve } from 'node:path'
import { chromium } from 'playwright-core'
import { composeDigest } from '../../src/core/digest/compose-digest.ts'
import { callFacts, ordinaryDay, roster } from '../core/digest/digest-facts.ts'

const FILE = join(resolve(import.meta.dirname, '../../docs'), 'digest.png')
/** So few branches that everything worth a look is on one page; the held one is that of the day's case. */
const [found] = ordinaryDay.needsPerson
const names = [...roster.slice(0, 2), found?.applicant?.shown ?? '', ...roster.slice(2, 5)]

const call = callFacts(names, ['accepted', 'none', 'held', 'returned', 'accepted', 'none'])
const rows = call.rows.map(row =>
  row.state === 'held' ? { ...row, receivedAt: found?.receivedAt ?? null, version: 1 } : row,
)
const { html } = composeDigest({ ...ordinaryDay, calls: [{ ...call, rows, unknownSubmissions: 1 }] })
const browser = await chromium.launch({
  executablePath: '/usr/bin/chromium',
  args: ['--no-sandbox', '--disable-lcd-text'],
})
try {
  const page = await browser.newPage({ viewport: { width: 600, height: 640 } })
  await page.setContent(html)
  await page.screenshot({ path: FILE, fullPage: true })
  execFileSync('pngquant', ['--force', '--output', FILE, '16', FILE])
  process.stdout.write(`${FILE}\n`)
} finally {
  await browser.close()
}
