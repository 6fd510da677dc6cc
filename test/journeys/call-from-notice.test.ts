import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { Document, Packer, Paragraph, Table, TableCell, TableRow } from 'docx'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { type App, createApp } from '../../src/app.ts'
import type { Config } from '../../src/config/config.ts'
import { loadConfig } from '../../src/config/load.ts'
import { createLog } from '../../src/log.ts'
import { MODEL_BRANCH, NOTICES } from '../support/notices/notices.ts'
import { SHIPPED_CONFIG } from '../support/shipped-call.ts'
import { warmReaders } from '../support/warm-readers.ts'

let folder: string
let app: App

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'shenbao-notice-'))
  cpSync(SHIPPED_CONFIG, folder, { recursive: true })
  app = appOf(loadConfig(folder, {}))
})
afterEach(() => rmSync(folder, { recursive: true }))

const appOf = (config: Config) =>
  createApp(config, {
    clock: () => new Date('2025-12-02T00:00:00Z'),
    log: createLog('fatal'),
    readers: warmReaders(config.limits),
  })

type Named = { readonly name: string; readonly bytes: Uint8Array }

/** Drafts the call's files into the folder; gives what is asked. */
async function draft(id: string, notice: Named, blank: Named | null): Promise<readonly string[]> {
  const { files, questions } = await app.draftCall({ id, notice, blank })
  for (const { path, content } of files) {
    mkdirSync(dirname(join(folder, path)), { recursive: true })
    writeFileSync(join(folder, path), content)
  }
  return questions
}

/** A person's answers, in place of what is asked. */
function answer(file: string, answers: Readonly<Record<string, string>>): void {
  const path = join(folder, file)
  const lines = readFileSync(path, 'utf8').split('\n')
  const answered = lines.map(line => Object.entries(answers).find(([start]) => line.startsWith(start))?.[1] ?? line)
  writeFileSync(path, answered.join('\n'))
}

const text = (lines: readonly string[]): Uint8Array => Buffer.from(lines.join('\n'))
const cell = (words: string) => new TableCell({ children: [new Paragraph(words)] })
const rows = (...all: string[][]) => new Table({ rows: all.map(row => new TableRow({ children: row.map(cell) })) })
const docx = async (name: string, children: (Paragraph | Table)[]): Promise<Named> => ({
  name,
  bytes: await Packer.toBuffer(new Document({ sections: [{ children }] })),
})

const BLANK = (): Promise<Named> =>
  docx('附件1.docx', [
    new Paragraph('“最佳党日”申报表'),
    rows(
      ['党支部名称', '', '活动主题', ''],
      ['党支部书记', '', '联系电话', ''],
      ['活动时间', '', '参加人数', ''],
      ['活动类型', '□理论学习 □志愿服务 □实践研学', '活动地点', ''],
    ),
    new Paragraph('一、活动内容'),
    new Paragraph('（800字以内）'),
    new Paragraph('二、活动成效'),
    new Paragraph('（500字以内）'),
    new Paragraph('三、党支部意见'),
    new Paragraph('（盖章）    年  月  日'),
  ])

const ROSTER = '支部名称,类型,别名,联系邮箱,排除原因\n无机化学教工党支部,教师,,,\n分析化学教工党支部,教师,,,\n'

describe('a call from its notice', () => {
  test('in Word with a table, and its blank form: asked, answered, tried, right', async () => {
    const [title = '', greeting = '', ...others] = NOTICES.partyDay.filter(line => !line.startsWith('以上材料'))
    const notice = await docx('通知.docx', [
      ...[title, greeting].map(line => new Paragraph(line)),
      rows(['报送时间', '12月27日前，材料打包发送至hxdj@example.edu.cn'], ['命名方式', '压缩包以党支部名称命名']),
      ...others.map(line => new Paragraph(line)),
    ])
    const questions = await draft('party-day', notice, await BLANK())
    expect(questions.map(question => question.slice(0, 7))).toEqual(['请确认截止时间', '请确认名册：填'])
    expect(loadConfig(folder, {}).pending.map(({ asks }) => asks)).toEqual([['截止时间', '名册']])

    writeFileSync(join(folder, 'calls/party-day.roster.csv'), ROSTER)
    answer('calls/party-day.yaml', {
      'deadline:': 'deadline: 2025-12-27T17:30:00+08:00',
      'applicant:': 'applicant: { roster: party-day.roster.csv }',
    })
    const config = loadConfig(folder, {})
    const call = config.calls.find(({ id }) => id === 'party-day')
    expect(Object.entries(call?.form.fields ?? {}).map(([id, { type }]) => `${id} ${type}`)).toEqual([
      ...[
        'branchName text',
        'topic text',
        'secretary.name person',
        'phone phone',
        'heldOn date',
        'participants number',
      ],
      ...['item1 choice', 'place text'],
    ])
    expect(Object.keys(call?.form.sections ?? {})).toEqual(['content', 'effects'])

    if (call === undefined) throw new Error('the call is not open')
    const { tried, cautions } = await appOf(config).tryCall(call)
    const outcomes = tried.map(
      ({
        kind,
        judged: {
          decisions: [decision],
        },
      }) => [...[kind, decision.call, decision.outcome], decision.problems.map(({ code }) => code).join(' ')],
    )
    expect(outcomes).toEqual([
      ['right', 'party-day', 'accepted', ''],
      ['misnamed', 'party-day', expect.any(String), expect.any(String)],
      ['incomplete', 'party-day', 'returned', 'form.field-missing'],
      ['lacking', 'party-day', 'returned', 'deliverable.missing deliverable.missing'],
      ['completing', 'party-day', 'accepted', ''],
      ['blank', 'party-day', 'returned', 'form.blank'],
      ['late', 'party-day', 'rejected', 'deadline.missed'],
    ])
    expect(cautions.filter(caution => /原样读回|没有找到|没有被识别/.test(caution))).toEqual([])
  })

  test('judges as the shipped one does, but for the character that a web page lost, which it asks', async () => {
    const blank = { name: '申报书.docx', bytes: readFileSync(join(SHIPPED_CONFIG, 'forms/party-branch.docx')) }
    const questions = await draft('drafted', { name: '通知.txt', bytes: text(MODEL_BRANCH) }, blank)
    expect(questions[0]).toContain('2024-05-20T10:00:00+08:00（“520日”疑缺“月”, 未写年份）')

    rmSync(join(folder, 'calls/2024-model-branch.yaml'))
    answer('calls/drafted.yaml', {
      'deadline:': 'deadline: 2024-05-20T10:00:00+08:00',
      'applicant:': 'applicant: { roster: 2024-model-branch.roster.csv }',
    })
    // The shipped blank is an invented one, and marked so.
    answer('forms/drafted.yaml', { 'template:': 'template: { file: drafted.docx, example: true }' })
    const drafted = appOf(loadConfig(folder, {}))
    const [mails, received] = [join(import.meta.dirname, '../fixtures/mail/ordinary'), new Date('2024-05-18T02:00:00Z')]
    const seen = async (judging: App, name: string) => {
      const source = readFileSync(join(mails, name))
      const { decisions } = await judging.judgeFile({ file: name, source, received, internalDate: null, now: null })
      const { relation, outcome, branch, problems, checks } = decisions[0]
      const verdicts = (checks ?? []).map(({ id, verdict }) => `${id} ${verdict}`)
      return { relation, outcome, branch: branch?.name, problems: problems.map(({ code }) => code), verdicts }
    }
    for (const name of COMPARED) expect([name, await seen(drafted, name)]).toEqual([name, await seen(app, name)])
  })

  test('from a saved web page: without menus and footer', async () => {
    const page = `<html><body><nav><a href="/">首页</a></nav><div><ul><li><a href="/1">学院概况</a></li></ul></div>
      <div class="article">${NOTICES.graduates.map(line => `<p><span>${line}</span></p>`).join('')}</div>
      <p>版权所有 土木学院</p></body></html>`
    const { files, questions } = await app.draftCall({
      ...{ id: 'graduates', blank: null },
      notice: { name: '通知.html', bytes: Buffer.from(page) },
    })
    const [call] = files
    expect(call?.content).toContain('title: 优秀毕业生 #')
    expect(call?.content).toContain("subject: '{name}-{major}-优秀毕业生'")
    expect(questions).toHaveLength(1)
  })
})

const COMPARED = [
  'two-different-forms.eml',
  'blank-template.eml',
  'at-the-instant.eml',
  'cloud-beside-form.eml',
] as const
