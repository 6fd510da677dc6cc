import { readdirSync, readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { expect, it } from 'vitest'
import { longestWordList } from '../../support/expressions.ts'

const ROOT = resolve(import.meta.dirname, '../../..')
const SOURCES = readdirSync(join(ROOT, 'src'), { recursive: true, encoding: 'utf8' })
  .filter(name => name.endsWith('.ts'))
  .map(name => ({ file: `src/${name}`, source: readFileSync(join(ROOT, 'src', name), 'utf8') }))

it('lists words in tables: no expression has four Chinese words as alternatives of each other', () => {
  const lists = [
    '/^(?:通知|公告|公示)(?<of>各|其他|兄弟|下属)?[:：]/u',
    "'a(?=通知|公告|[通简]报|公示|启事)'",
    `\`省|市\${/[一二]|东|南|西|北/.exec(one)}\``,
    'const half = whole / 2 // 东|南|西|北',
  ]
  expect(lists.map(longestWordList)).toEqual([4, 4, 4, 0])
  const strays = SOURCES.filter(({ source }) => longestWordList(source) > 3)
  expect(strays.map(({ file }) => file)).toEqual([])
})

it('has each list once: none of six words or more stands whole in another', () => {
  const lists = SOURCES.flatMap(({ file, source }) =>
    [...source.matchAll(/\blisted\(\s*(?:'([^'\n]*)'|`([^`]*)`)/g)].map(([, line, lines = line ?? '']) => ({
      file,
      words: new Set(lines.trim().split(/\s+/)),
    })),
  )
  expect(lists.length).toBeGreaterThan(200)
  const repeated = lists
    .filter(({ words }) => words.size > 5)
    .filter(one => lists.some(other => other !== one && [...one.words].every(word => other.words.has(word))))
  expect(repeated.map(({ file, words }) => `${file}: ${[...words].join(' ')}`)).toEqual([])
})
