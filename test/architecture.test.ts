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
  documents: ['documents', 'core', 'errors', 'sha256'],
  store: ['store', 'core', 'errors', 'sha256'],
  sheets: ['sheets', 'core', 'errors'],
  jobs: ['jobs', 'core', 'errors'],
  config: ['config', 'core', 'errors', 'schedule'],
  schedule: [],
  log: [],
  errors: [],
  alarm: [],
  lazy: [],
  version: [],
  sha256: [],
  app: [
    ...['app', 'core', 'errors', 'mail', 'documents', 'store', 'sheets', 'jobs', 'config', 'log', 'lazy', 'sha256'],
    ...['version', 'alarm'],
  ],
  worker: ['worker', 'app', 'config', 'log', 'schedule', 'core', 'errors'],
  commands: ['commands', 'worker', 'app', 'config', 'log', 'schedule', 'core', 'errors', 'store', 'version'],
  main: ['commands', 'errors', 'version'],
}

/** Where each package is at home. */
const PACKAGES: Readonly<Record<string, string>> = {
  imapflow: 'mail',
  mailparser: 'mail',
  'iconv-lite': 'mail',
  nodemailer: 'mail',
  socks: 'mail',
  cfb: 'documents',
  'dingbat-to-unicode': 'documents',
  'pdfjs-dist': 'documents',
  htmlparser2: 'documents',
  yauzl: 'documents',
  'better-sqlite3': 'store',
  hucre: 'sheets',
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

const partOf = (file: string): string => (file.split('/')[1] ?? '').replace(/\.ts$/, '')

describe('the architecture', () => {
  it('lets each part import only what the table allows', () => {
    const strays = imports
      .filter(({ from }) => from.startsWith('.'))
      .map(({ file, from }) => ({ file, to: relative(ROOT, resolve(ROOT, dirname(file), from)) }))
      .filter(({ file, to }) => !to.startsWith('src/') || !(MAY_IMPORT[partOf(file)] ?? []).includes(partOf(to)))
    expect(strays).toEqual([])
  })

  it('imports a package in one part only, and none in the core and the jobs', () => {
    const strays = imports
      .filter(({ from }) => !from.startsWith('.') && !from.startsWith('node:'))
      .map(({ file, from }) => ({
        file,
        package: from.startsWith('@') ? from.split('/').slice(0, 2).join('/') : (from.split('/')[0] ?? ''),
      }))
      .filter(one => one.package !== 'commander' || !['commands', 'main'].includes(partOf(one.file)))
      .filter(one => PACKAGES[one.package] !== partOf(one.file))
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

  it('keeps files small: none over 250 lines, nine in ten up to 150, half of them up to 50', () => {
    const lengths = SOURCES.map(file => ({
      file,
      lines: readFileSync(join(ROOT, file), 'utf8').split('\n').length,
    })).sort((a, b) => a.lines - b.lines)
    expect(lengths.filter(({ lines }) => lines > 250)).toEqual([])
    expect(lengths[Math.floor(lengths.length * 0.9)]?.lines).toBeLessThanOrEqual(150)
    expect(lengths[Math.floor(lengths.length / 2)]?.lines).toBeLessThanOrEqual(50)
  })
})
