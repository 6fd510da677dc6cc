/** `npm run docs:digest`: the picture of the digest in the staff guide, of an ordinary day with invented branches; made small by pngquant (a Debian package). */

import { execFileSync } from 'node:child_process'
import { join, resolve } from 'node:path'
import { chromium } from 'playwright-core'
import { composeDigest } from '../../src/core/digest/compose-digest.ts'
import { callFacts, ordinaryDay, roster } from '../core/digest/digest-facts.ts'

const FILE = join(resolve(import.meta.dirname, '../../docs'), 'digest.png')
/** So many branches that everything worth a look is on one page. */
const BRANCHES = 6

const calls = [callFacts(roster.slice(0, BRANCHES), ['accepted', 'none', 'held', 'returned', 'accepted', 'none'])]
const { html } = composeDigest({ ...ordinaryDay, calls })
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
