import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { beforeAll, describe, expect, test } from 'vitest'
import { parse } from 'yaml'
import { type App, createApp, type DraftedCall } from '../../src/app.ts'
import { loadConfig } from '../../src/config/load.ts'
import { createLog } from '../../src/log.ts'
import { SHIPPED_CONFIG } from '../support/shipped-call.ts'
import { warmReaders } from '../support/warm-readers.ts'

/** What a person who reads the notice expects of it. */
type Expected = {
  readonly questions: readonly string[]
  readonly remarks: readonly string[]
  readonly call: string
  readonly form: string
}

const NOTICES = join(import.meta.dirname, '../fixtures/notices')
const OFFICES = readdirSync(NOTICES)

let app: App

beforeAll(() => {
  const config = loadConfig(SHIPPED_CONFIG, {})
  app = createApp(config, {
    clock: () => new Date('2026-11-29T00:00:00Z'),
    log: createLog('fatal'),
    // What a busy machine takes for a page is not what is asked here.
    readers: warmReaders({ ...config.limits, documentSeconds: 120 }),
  })
})

/** As an office hands it out: notice.txt, .html, .docx, .doc or .pdf, and mostly a blank form. */
function handedOut(office: string) {
  const folder = join(NOTICES, office)
  const file = (start: string) => {
    const name = readdirSync(folder).find(one => one.startsWith(start))
    return name === undefined ? null : { name, bytes: readFileSync(join(folder, name)) }
  }
  return { notice: file('notice.'), blank: file('blank.') }
}

const withoutQuotes = (text: string): string => text.replace(/「[^」]*」/g, '「」')

/** The file's values, without the sentences behind them. */
const bare = (drafted: DraftedCall, path: string): string =>
  String(drafted.files.find(one => one.path === path)?.content ?? '')
    .split('\n')
    .filter(line => line !== '' && !line.startsWith('#'))
    .map(line => line.replace(/ # .*/, ''))
    .join('\n')

describe.each(OFFICES)('the notice of %s', office => {
  const expected = parse(readFileSync(join(NOTICES, office, 'expected.yaml'), 'utf8')) as Expected
  let drafted: DraftedCall

  beforeAll(async () => {
    const { notice, blank } = handedOut(office)
    if (notice === null) throw new Error(`no notice in ${office}`)
    drafted = await app.draftCall({ id: office, notice, blank })
  })

  test('gives the call that it announces', () => {
    expect(bare(drafted, `calls/${office}.yaml`)).toBe(expected.call.trim())
    expect(bare(drafted, `forms/${office}.yaml`)).toBe(expected.form.trim())
  })

  test('leaves to a person what it doesn’t say, and drops nothing that it asks for', () => {
    expect(drafted.questions.map(withoutQuotes)).toEqual(expected.questions)
    expect(drafted.remarks.map(withoutQuotes)).toEqual(expected.remarks)
  })
})

test.each([
  ['redflag', '团支部全称'],
  ['headteacher', '院（系）'],
  ['union', '分工会'],
])('the roster of %s is headed as its form calls who applies, else as the notice does', async (office, head) => {
  const { notice, blank } = handedOut(office)
  if (notice === null) throw new Error(`no notice in ${office}`)
  const { files } = await app.draftCall({ id: office, notice, blank })
  const roster = files.find(({ path }) => path === `calls/${office}.roster.csv`)?.content
  expect(String(roster)).toBe(`\ufeff${head},类型,别名,联系邮箱,排除原因\n`)
})
