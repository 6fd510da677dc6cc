import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { parse } from 'yaml'

const ROOT = join(import.meta.dirname, '..')
const page = (name: string): string => readFileSync(join(ROOT, name), 'utf8')
const GUIDE = page('docs/operator-guide.md')
const SOURCES = readdirSync(join(ROOT, 'src'), { recursive: true, encoding: 'utf8' })
  .filter(name => name.endsWith('.ts'))
  .map(name => page(join('src', name)))
const COMMANDS = [...page('src/main.ts').matchAll(/^ {2}(\w+): async \(\) => \(await import/gm)].map(([, name]) => name)

/** The text of each line that the program logs as `warn` or `error`; of a text with something put in, what stands before. */
function alarmingLines(): readonly string[] {
  return SOURCES.flatMap(source =>
    [...source.matchAll(/\blog(?:\.(?:warn|error)|\[\w+\([^)]*\)\])\(([\s\S]*?)\)\n/g)].map(([, args = '']) => {
      const [, quoted, constant] = /(?:['`]([^'`]+)['`]|([A-Z_]{3,}))\s*,?\s*$/.exec(args) ?? []
      const meant = quoted ?? new RegExp(`const ${constant} =\\s*'([^']+)'`).exec(source)?.[1]
      return (meant ?? `unread: ${args}`).replace(/\$\{[\s\S]*/, '')
    }),
  )
}

describe('docs/operator-guide.md', () => {
  it('tells each line of the log that asks for a person', () => {
    const lines = alarmingLines()
    expect(lines.length).toBeGreaterThan(15)
    expect(lines.filter(line => !GUIDE.includes(`\`${line}`))).toEqual([])
  })

  it.each(['later', 'unknown', 'withheld'])('tells what «mail %s» means', what => {
    expect(GUIDE).toContain(`\`mail ${what}\``)
  })

  it('names only settings that there are', () => {
    const settings = parse(page('config/service.yaml')) as Record<string, unknown>
    const named = [...GUIDE.matchAll(/`(mailbox|smtp|schedule|staff|senders|limits|caps)\.(\w+)`/g)]
    expect(named.length).toBeGreaterThan(8)
    for (const [, part = '', key = ''] of named) expect(settings[part]).toHaveProperty(key)
  })
})

describe('the commands', () => {
  it('stand in README.md, each of them', () => {
    const readme = page('README.md')
    expect(COMMANDS.length).toBeGreaterThan(14)
    expect(COMMANDS.filter(name => !readme.includes(`\`shenbao ${name}`))).toEqual([])
  })

  it.each([
    'README.md',
    'README.zh-CN.md',
    'docs/operator-guide.md',
    'docs/reliability.md',
    'docs/staff-guide.zh-CN.md',
  ])('that %s names exist', name => {
    const named = [...page(name).matchAll(/`(?:docker compose [^`]*shenbao |npm run -s shenbao -- |)shenbao (\w+)/g)]
    expect(named.length).toBeGreaterThan(2)
    expect(named.map(([, command]) => command).filter(command => !COMMANDS.includes(command))).toEqual([])
  })
})

it('every picture that a page shows is there', () => {
  const pages = ['README.md', 'README.zh-CN.md', 'docs/staff-guide.zh-CN.md', 'docs/operator-guide.md']
  const shown = pages.flatMap(name =>
    [...page(name).matchAll(/!\[[^\]]*\]\(([^)h][^)]*)\)/g)].map(([, file = '']) => join(ROOT, name, '..', file)),
  )
  expect(shown.length).toBeGreaterThan(4)
  expect(shown.filter(file => !existsSync(file))).toEqual([])
})
