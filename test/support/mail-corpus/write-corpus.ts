import { mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { bytesOf, corpus } from './corpus.ts'

/** `npm run fixtures`: writes test/fixtures/mail anew, the same bytes each time. */
const FOLDER = fileURLToPath(new URL('../../fixtures/mail', import.meta.url))

rmSync(FOLDER, { recursive: true, force: true })
for (const fixture of corpus) {
  const path = join(FOLDER, fixture.name)
  mkdirSync(dirname(path), { recursive: true })
  writeFileSync(`${path}.eml`, bytesOf(fixture))
  writeFileSync(`${path}.json`, `${JSON.stringify(fixture.expected, null, 2)}\n`)
}
