import { readdirSync, readFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import { describe, expect, it } from 'vitest'

const PAGE = readFileSync(join(import.meta.dirname, '..', 'docs', 'reliability.md'), 'utf8')
const FILES = readdirSync(import.meta.dirname, { recursive: true, encoding: 'utf8' }).filter(name =>
  name.endsWith('.test.ts'),
)

const textOf = (name: string): string =>
  FILES.filter(file => [`${name}.test.ts`, `${name}.long.test.ts`].includes(basename(file)))
    .map(file => readFileSync(join(import.meta.dirname, file), 'utf8'))
    .join('\n')

describe('docs/reliability.md', () => {
  it('names files of tests that are there', () => {
    const named = [...PAGE.matchAll(/([a-z-]+)\.test\b/g)].map(([, name = '']) => name)
    expect(named.length).toBeGreaterThan(40)
    expect([...new Set(named)].filter(name => textOf(name) === '')).toEqual([])
  })

  it('names tests that are in them', () => {
    const named = [...PAGE.matchAll(/([a-z-]+)\.test((?:,? `[^`]+`)+)/g)].flatMap(([, file = '', names = '']) =>
      [...names.matchAll(/`([^`]+)`/g)].map(([, name = '']) => ({ file, name })),
    )
    expect(named.length).toBeGreaterThan(40)
    expect(named.filter(({ file, name }) => !textOf(file).includes(name))).toEqual([])
  })
})
