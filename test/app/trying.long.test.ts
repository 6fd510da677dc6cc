import { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type App, type CallTrial, createApp } from '../../src/app.ts'
import { trialText, triedMails } from '../../src/commands/trial-text.ts'
import { loadConfig } from '../../src/config/load.ts'
import type { Call } from '../../src/core/call/call.ts'
import { cautionsOf } from '../../src/core/notice/trial/cautions.ts'
import { trialPage } from '../../src/core/notice/trial/trial-page.ts'
import { createLog } from '../../src/log.ts'
import { formOf, judged, type Mail, packed, paperOf, sheetOf, told } from '../support/judged-mail.ts'
import { SHIPPED_CONFIG } from '../support/shipped-call.ts'
import { warmReaders } from '../support/warm-readers.ts'

const NOTICES = join(import.meta.dirname, '../fixtures/notices')

let folder: string

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'shenbao-trying-'))
  cpSync(SHIPPED_CONFIG, folder, { recursive: true })
})
afterAll(() => rmSync(folder, { recursive: true }))

function newApp(): App {
  const config = loadConfig(folder, {})
  const log = createLog('fatal')
  return createApp(config, {
    clock: () => new Date('2025-05-10T00:00:00Z'),
    log,
    readers: warmReaders({ ...config.limits, sheets: true }),
  })
}

/** What a person answers: the first candidate of the deadline, the roster, and names as people like where the rule is open. */
function answered(text: string, office: string): string {
  const [, deadline] = /^deadline: null # .*?候选：([^（；\s]+)/m.exec(text) ?? []
  return text
    .replace(/^deadline: null.*$/m, `deadline: ${deadline}`)
    .replace('roster: null', `roster: ${office}.roster.csv`)
    .replace(/^ {2}(?:subject|file|archive): null.*\n/gm, '')
    .replace(/^naming:\n(?! )/m, '')
}

const ROSTER = '支部名称,类型,别名,联系邮箱,排除原因\n无机化学教工党支部,教师,,,\n学生第一党支部,学生,,,\n'

/** From the notice to an open call, as an operator goes. */
async function opened(office: string): Promise<Call> {
  const files = join(NOTICES, office)
  const file = (start: string) => {
    const name = readdirSync(files).find(one => one.startsWith(start))
    return name === undefined ? null : { name, bytes: readFileSync(join(files, name)) }
  }
  const notice = file('notice.')
  if (notice === null) throw new Error(`no notice in ${office}`)
  const drafted = await newApp().draftCall({ id: office, notice, blank: file('blank.') })
  for (const { path, content } of drafted.files) {
    mkdirSync(dirname(join(folder, path)), { recursive: true })
    const isCall = path === `calls/${office}.yaml`
    writeFileSync(
      join(folder, path),
      isCall ? answered(String(content), office) : path.endsWith('.csv') ? ROSTER : content,
    )
  }
  return openCall(office)
}

function openCall(id: string): Call {
  const config = loadConfig(folder, {})
  const call = config.calls.find(one => one.id === id)
  if (call === undefined) throw new Error(`still asked: ${JSON.stringify(config.pending)}`)
  return call
}

const tried = async (office: string): Promise<CallTrial> => {
  const call = await opened(office)
  return newApp().tryCall(call)
}

const outcomesOf = ({ tried: mails }: CallTrial): string[] =>
  mails.map(({ kind, judged: { decisions } }) => `${kind}: ${decisions.map(({ outcome }) => outcome).join(' ')}`)

const LOST = /原样读回|没有找到|没有被识别/

describe('a call made of an office’s notice is tried on mails of its own kinds', () => {
  test('best Party day: packed and named after the branch, more documents than the form', async () => {
    const trial = await tried('partyday')
    expect(outcomesOf(trial)).toEqual([
      ...['right: accepted', 'misnamed: returned', 'incomplete: returned', 'lacking: returned', 'completing: accepted'],
      ...['blank: returned', 'late: rejected'],
    ])
    expect(trial.cautions.filter(caution => LOST.test(caution))).toEqual([])
  })

  test('scholarship: students packed by class, no roster: a mail of several is an application of each', async () => {
    const trial = await tried('scholarship')
    expect(outcomesOf(trial).slice(0, 3)).toEqual([
      'right: accepted',
      'several: accepted accepted',
      'misnamed: returned',
    ])
    expect(trial.tried[0]?.judged.decisions[0].notes).toBeUndefined()
    expect(trial.cautions).toEqual(['邮件主题、压缩包的命名规则中没有申报人：不能从名称看出是谁申报'])
    const text = trialText(trial, 80)
    const wide = trialText(trial, 180).split('\n')
    expect(wide.find(line => line.startsWith('【合格】'))).toMatch(/^【合格】.* {4,}【一封多份】/)
    const page = trialPage('励志奖学金 <试>', triedMails(trial), trial.cautions)
    expect(page.match(/<article>/g)).toHaveLength(trial.tried.length)
    expect(page).toContain('励志奖学金 &lt;试&gt;：试用')
    expect(page).toContain('周明远(20240002)')
    expect(text).toContain('周明远(20240002)')
    expect(text).toContain('缺少“国家励志奖学金初审名单表”')
  })

  test('youth league: doc as notice and as blank form, a list and deeds that come later', async () => {
    const trial = await tried('league')
    expect(outcomesOf(trial)).toEqual([
      ...['right: accepted', 'several: accepted accepted', 'misnamed: returned', 'incomplete: returned'],
      ...['lacking: returned', 'completing: accepted', 'blank: returned', 'late: rejected'],
    ])
    expect(trial.cautions).toEqual([
      '邮件主题的命名规则中没有申报人：不能从名称看出是谁申报',
      '没有一条命名规则带申报人：由申报表或发件人确定申报人，都不能确定的转人工',
    ])
  })

  test('doctoral theses: a list beside the archive, papers and letters by item', async () => {
    const trial = await tried('thesis')
    expect(outcomesOf(trial)).toContain('right: accepted')
    expect(outcomesOf(trial)).toContain('completing: accepted')
    expect(trial.cautions.filter(caution => LOST.test(caution))).toEqual([])
  })

  test('three-good students: a name that bears what was ticked is told by the word alone', async () => {
    const trial = await tried('model')
    const misnamed = trial.tried.find(({ kind }) => kind === 'misnamed')?.judged.reply?.text ?? ''
    expect(misnamed).toContain('机械2101班+王小明+三好学生.docx')
  })

  test('self-review: the blank form sent back as it was handed out is blank, whatever is printed in its rows', async () => {
    const trial = await tried('meetings')
    const blank = trial.tried.find(({ kind }) => kind === 'blank')
    expect(blank?.judged.decisions[0].problems.map(({ code }) => code)).toEqual(['form.blank'])
  })

  test('what could go wrong is told: nobody named, the same names and form in another open call', async () => {
    const now = new Date('2025-05-10T00:00:00Z')
    expect(cautionsOf(await opened('honours'), [], now)).toContain(
      '申报表和命名规则都不能说明是名册中的哪一行：只能凭发件邮箱认定（名册中 0/2 行有联系邮箱），其余转人工',
    )
    const first = await opened('partyday')
    expect(cautionsOf({ ...first, id: 'again' }, [first], now)).toEqual([
      '与 partyday 的邮件主题规则重叠：同期来信可能分不清属于哪一个通知，只能按日期判断',
      '与 partyday 的申报表标题相同（最佳党日活动申报表）：只凭申报表分不清属于哪一个通知',
    ])
  })
})

const BRANCH = '无机化学教工党支部'
const WORDS = '支部组织党员赴企业参观学习，开展专题研讨，形成调研报告三篇，党员普遍反映收获很大。'

const dayForm = (change: Readonly<Record<string, string>> = {}) =>
  formOf(
    '“最佳党日活动”申请表',
    {
      ...{ 党支部名称: BRANCH, 活动主题: '走进企业学先进', 活动时间: '2024年10月12日', 参加人数: '28' },
      ...{ 党支部书记: '王立新', 联系电话: '0599-55510000', ...change },
    },
    { texts: { 活动内容: WORDS } },
  )
const person = (name: string, phone = '0599-55510001') =>
  formOf(
    '优秀共产党员推荐审批表',
    { 姓名: name, 性别: '☑男　□女', 年龄: '40', 联系电话: phone, 所在党支部: BRANCH },
    { name: `${name}审批表.docx`, texts: { 主要事迹: WORDS } },
  )
const listOf = (...names: string[]) =>
  sheetOf('推荐汇总表.xlsx', [
    ['序号', '姓名', '所在党支部', '类别'],
    ...names.map((name, at) => [`${at + 1}`, name, BRANCH, '教师']),
  ])
const project = (change: Readonly<Record<string, string>> = {}) =>
  formOf(
    '创业训练项目立项任务书',
    {
      ...{ 项目名称: '智能分拣小车', 负责人: '张小明', 联系电话: '13800000000', 项目组成员人数: '4' },
      ...{ '申请经费（元）': '8000', ...change },
    },
    { texts: { 摘要: WORDS } },
  )
const projects = sheetOf('推荐项目一览表.xlsx', [
  ['序号', '项目名称', '负责人'],
  ['1', '智能分拣小车', '张小明'],
])
const intro = paperOf('项目介绍材料')

/** What people write for the three notices, and what comes of it; nothing of it is made from the call. */
const WRITTEN: readonly (readonly [string, string, Mail, readonly string[]])[] = [
  [
    'bestday',
    'right',
    { documents: packed(`${BRANCH}.zip`, [dayForm(), paperOf('活动总结')]) },
    [`${BRANCH}: accepted`],
  ],
  [
    'bestday',
    'misnamed',
    { subject: '最佳党日', documents: packed('材料.zip', [dayForm(), paperOf('活动总结')]) },
    [`${BRANCH}: returned file.name`],
  ],
  [
    'bestday',
    'incomplete',
    { documents: packed(`${BRANCH}.zip`, [dayForm({ 联系电话: '' }), paperOf('活动总结')]) },
    [`${BRANCH}: returned form.field-missing`],
  ],
  [
    'bestday',
    'without the summary',
    { documents: packed(`${BRANCH}.zip`, [dayForm()]) },
    [`${BRANCH}: returned deliverable.missing(活动总结)`],
  ],
  ['july', 'right', { documents: [person('李明'), listOf('李明')] }, [`${BRANCH}（李明）: accepted`]],
  [
    'july',
    'two people',
    { documents: [person('李明'), person('王芳'), listOf('李明', '王芳')] },
    [`${BRANCH}（李明）: accepted`, `${BRANCH}（王芳）: accepted`],
  ],
  [
    'july',
    'incomplete',
    { documents: [person('李明', ''), listOf('李明')] },
    [`${BRANCH}（李明）: returned form.field-missing`],
  ],
  [
    'july',
    'without the list',
    { documents: [person('李明')] },
    [`${BRANCH}（李明）: returned deliverable.missing(推荐汇总表)`],
  ],
  [
    'startup',
    'right',
    { subject: '创业训练项目申报', documents: [project(), projects, intro] },
    ['智能分拣小车(张小明): accepted'],
  ],
  [
    'startup',
    'misnamed',
    { subject: '申报材料', documents: [project(), projects, intro] },
    ['智能分拣小车(张小明): returned subject.pattern'],
  ],
  [
    'startup',
    'incomplete',
    { subject: '创业训练', documents: [project({ 联系电话: '' }), projects, intro] },
    ['智能分拣小车(张小明): returned form.field-missing'],
  ],
  [
    'startup',
    'six people',
    { subject: '创业训练', documents: [project({ 项目组成员人数: '6人' }), projects, intro] },
    ['智能分拣小车(张小明): returned eligibility.number-1'],
  ],
]

describe('best Party day, recommended members, training projects: from the notice to what people write for it', () => {
  const calls = new Map<string, Call>()
  beforeAll(async () => {
    for (const office of ['bestday', 'july', 'startup']) calls.set(office, await opened(office))
  })

  test.each(WRITTEN)('%s, %s', (office, _, mail, expected) => {
    const call = calls.get(office)
    expect(call === undefined ? [] : told(judged([call], mail))).toEqual(expected)
  })

  test.each(['bestday', 'july', 'startup'])('%s: tried on its own mails, nothing is amiss', async office => {
    const trial = await newApp().tryCall(openCall(office))
    expect(outcomesOf(trial)[0]).toBe('right: accepted')
    expect(trial.cautions.filter(caution => LOST.test(caution))).toEqual([])
    for (const { judged: one } of trial.tried)
      expect(one.reply?.text ?? '').not.toMatch(/申报书|\{\w+\}|undefined|null|其他附件/)
  })
})
