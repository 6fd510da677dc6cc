import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { corpus } from '../support/mail-corpus/corpus.ts'

const ROOT = join(import.meta.dirname, '../..')
const rows = readFileSync(join(ROOT, 'docs/mail.md'), 'utf8')
  .split('\n')
  .filter(line => /^\| (?!what )/.test(line))
const shownBy = (row: string): readonly string[] =>
  [...(row.split(' | ').at(-1) ?? '').matchAll(/`([^`]+)`/g)].map(([, name]) => name ?? '')

/** Fixtures of a pattern with `*`, or the test itself. */
const exists = (pattern: string): boolean =>
  pattern.startsWith('test/')
    ? existsSync(join(ROOT, pattern))
    : corpus.some(({ name }) => new RegExp(`^${pattern.replace(/[.]/g, '\\.').replaceAll('*', '.*')}$`).test(name))

it('docs/mail.md shows a fixture or a test for each row, and each of them exists', () => {
  expect(rows.length).toBeGreaterThan(50)
  expect(rows.filter(row => shownBy(row).length === 0)).toEqual([])
  expect(rows.flatMap(shownBy).filter(pattern => !exists(pattern))).toEqual([])
})
