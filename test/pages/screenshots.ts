/** `npm run test:pages`: every kind of reply, and digests of different days, in a browser, at the width of a phone and of a desktop; the pictures are for people to look at. */

import { mkdirSync, rmSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { type Browser, chromium } from 'playwright-core'
import { digestPages } from './digest-pages.ts'
import { playExamples } from './examples.ts'

const OUT = resolve(import.meta.dirname, '../../test-out/pages')
const WIDTHS = [360, 1024]

async function main(): Promise<void> {
  rmSync(OUT, { recursive: true, force: true })
  mkdirSync(OUT, { recursive: true })
  const digestsOnly = process.argv.includes('--digests')
  const examples = [...(digestsOnly ? [] : await playExamples()), ...digestPages()]
  // Debian's browser refuses its sandbox to root; the pages are our own.
  const browser = await chromium.launch({ executablePath: '/usr/bin/chromium', args: ['--no-sandbox'] })
  try {
    const faults: string[] = []
    for (const width of WIDTHS) faults.push(...(await lookAt(examples, width, browser)))
    process.stdout.write(`${examples.length * WIDTHS.length} pictures in ${OUT}\n`)
    for (const fault of faults) process.stderr.write(`${fault}\n`)
    process.exitCode = faults.length === 0 ? 0 : 1
  } finally {
    await browser.close()
  }
}

type Page = { readonly title: string; readonly mail: { readonly html: string } }

/** A mail must fit its width, fetch nothing and run nothing; gives what doesn't. */
async function lookAt(examples: readonly Page[], width: number, browser: Browser): Promise<readonly string[]> {
  const page = await browser.newPage({ viewport: { width, height: 640 } })
  const faults: string[] = []
  page.on('request', request => faults.push(`a reply fetches ${request.url()}`))
  page.on('console', said => faults.push(`a reply says on the console: ${said.text()}`))
  for (const [index, { title, mail }] of examples.entries()) {
    await page.setContent(mail.html)
    const name = `${String(index + 1).padStart(2, '0')}-${title.replace(/[：，]/g, '-')}`
    await page.screenshot({ path: join(OUT, `${name}-${width}.png`), fullPage: true })
    const needed = await page.evaluate('document.documentElement.scrollWidth')
    if (Number(needed) > width) faults.push(`${title}: ${needed} px wide at ${width} px`)
  }
  await page.close()
  return faults
}

await main()
