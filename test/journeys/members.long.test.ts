import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { unzipSync } from 'fflate'
import { readXlsx, writeXlsx } from 'hucre/xlsx'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { listTable } from '../../src/commands/list-table.ts'
import { showText } from '../../src/commands/show-text.ts'
import { plainText } from '../../src/core/document/document.ts'
import type { SampleFile } from '../support/compose-mail.ts'
import { MEMBERS } from '../support/notices.ts'
import { documentText } from '../support/papers.ts'
import { plainForm } from '../support/plain-docx.ts'
import { filesOf } from '../support/scholarship.ts'
import { type Service, startService } from '../support/service.ts'

const [DESIGN, MAKING, CHEMICAL] = ['机械设计系教工党支部', '机械制造系教工党支部', '化工机械系教工党支部'] as const
const RENAMED = '机械设计系第一教工党支部'
const DEEDS = '长期承担本科教学和科研任务，带领学生完成课题三项，积极参加支部活动，服务群众，受到师生好评。'

const form = (name: string, branch: string, phone = '0411-84700001') => ({
  name: `${name}审批表.docx`,
  bytes: plainForm(
    '优秀共产党员推荐审批表',
    { 姓名: name, 性别: '男', 年龄: '40', 所在党支部: branch, 联系电话: phone },
    { 主要事迹: `${name}${DEEDS}` },
  ),
})
const list = async (branch: string, ...names: string[]) => {
  const rows = [['序号', '姓名', '所在党支部', '类别'], ...names.map((name, at) => [`${at + 1}`, name, branch, '教师'])]
  return { name: '推荐汇总表.xlsx', bytes: Buffer.from(await writeXlsx({ sheets: [{ name: 'Sheet1', rows }] })) }
}

let service: Service
let folder: string
const flat = (text = '') => text.replace(/\n\s*/g, '')
const send = async (at: string, from: string, subject: string, files: readonly SampleFile[]) => {
  const messageId = `<${at}@client.example>`
  await service.receive({ at: `2024-06-${at}+08:00`, messageId, from: `${from}@dlut.edu.cn`, subject, files })
  await service.round()
}
const at = async (moment: string) => {
  service.setClock(new Date(`2024-06-${moment}+08:00`))
  await service.round()
}
const entries = () => service.list().flatMap(({ id, entries: own }) => own.map(one => ({ id, ...one })))
const outcomes = () =>
  entries().map(({ id, applicant, outcome, version }) => `${id} ${applicant?.shown} ${outcome} ${version}`)
const packing = () => {
  const [call] = service.app().calls()
  if (call === undefined) throw new Error('no call')
  return service.app().packing(call)
}

/** Several people of a branch, from the first mail to the result; its steps build on each other. */
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'shenbao-members-'))
  const { call, beside } = filesOf(MEMBERS)
  service = await startService({ SHENBAO_STAFF_CONTACT: '机械工程学院党委, 0411-84700001' }, () => call, beside)
  const two = [form('李明', DESIGN), form('王芳', DESIGN), await list(DESIGN, '李明', '王芳')]
  await send('11T09:00:00', 'sheji', '机械设计系教工党支部七一推荐', two)
  await send('11T10:00:00', 'zhizao', '优秀共产党员推荐', [form('赵强', MAKING)])
  await send('11T11:00:00', 'zhizao', '补充推荐汇总表', [await list(MAKING, '赵强', '孙丽')])
  const half = [form('周平', CHEMICAL, ''), form('吴静', CHEMICAL), await list(CHEMICAL, '周平', '吴静')]
  await send('12T09:00:00', 'huagong', '优秀共产党员推荐', half)
  const seal = { name: '李明审批表盖章.jpg', bytes: Buffer.from('\xff\xd8\xff\xe0 seal', 'latin1') }
  await send('12T10:00:00', 'sheji', '盖章扫描件', [seal])
  await send('12T11:00:00', 'sheji', '再推荐一名', [form('郑伟', DESIGN), await list(DESIGN, '郑伟')])
}, 60_000)
afterAll(async () => {
  await service.stop()
  rmSync(folder, { recursive: true })
})

it('makes an application of each person, whatever mails their papers come in', () => {
  expect(outcomes()).toEqual([
    `1 ${DESIGN}（李明） accepted 1`,
    `1 ${DESIGN}（王芳） accepted 1`,
    `2 ${MAKING}（赵强） returned 1`,
    `3 ${MAKING}（赵强） accepted 2`,
    `4 ${CHEMICAL}（周平） returned 1`,
    `4 ${CHEMICAL}（吴静） accepted 1`,
    `5 ${DESIGN}（李明） accepted 2`,
    `6 ${DESIGN}（郑伟） accepted 1`,
  ])
})

it('asks for what is missing by its title and for nothing else, and calls what came by its own', async () => {
  const letters = (await service.replies()).map(({ text }) => flat(text))
  expect(letters[0]).toContain('来信涉及2项申报')
  expect(letters[0]).toContain('推荐汇总表文件名： 推荐汇总表.xlsx')
  expect(letters[1]).toContain('申报材料尚不齐全，请于2024年6月20日 12:00（北京时间）前补发所缺材料。')
  expect(letters[1]).toContain('请直接回复本邮件并附上所缺材料')
  expect(letters[1]).toContain('【需要补充的材料（共1处）】1. 缺少“推荐汇总表”')
  expect(letters[3]).toContain('请为该项申报单独发送一封新邮件，只附该项的申报表。')
  expect(letters[4]).toContain('盖章扫描件文件名： 李明审批表盖章.jpg')
  for (const letter of letters) expect(letter).not.toMatch(/其他附件|按下文所列/)
})

it('shows staff each of them, and what they look at themselves', async () => {
  await at('13T08:00:00')
  const text = flat((await service.digests()).at(-1)?.text)
  expect(text).toContain('名册内3个支部、6项申报，受理5个、待核验0个、退回修改1个、未报0个')
  expect(text).toContain('超过名额2份：郑伟、李明、王芳')
  expect(text.replaceAll('\n', '')).toContain('郑伟')
  const table = listTable(service.app().overview().lines(), { timezone: 'Asia/Shanghai', colours: false })
  for (const name of ['李明', '王芳', '郑伟']) expect(table).toContain(`${DESIGN}（${name}）`)
  const shown = service.app().show(3)
  const told = shown === null ? '' : showText(shown, service.config)
  expect(told).toContain('推荐汇总表中有1行没有对应的申报表：2 | 孙丽')
  expect(told).toMatch(/推荐汇总表\.xlsx .* read {2}推荐汇总表/)
})

it('reminds of those who were returned alone, and lets a person settle a condition of one of them', async () => {
  const plan = await service.app().planReminders('2024-members')
  expect(plan.reminders.map(({ applicant }) => applicant.shown)).toEqual([`${CHEMICAL}（周平）`])
  expect(flat(plan.reminders[0]?.mail.text)).toContain('直接回复本邮件并附上改正后的材料')
  const asked = { call: '2024-members', applicant: '王芳', check: 'complete', verdict: 'pass' as const }
  const { concerned } = service.app().confirm(asked, { by: '王老师', reason: '学院核实' })
  expect(concerned.map(({ applicant }) => applicant.shown)).toEqual([`${DESIGN}（王芳）`])
})

it('keeps numbers, versions and confirmations of all of them when their branch gets another name', async () => {
  const numbers = () => entries().map(({ id, number }) => `${id} ${number}`)
  const before = numbers()
  const wish = { what: 'correct', branch: DESIGN, row: { name: RENAMED } } as const
  await service.app().amend('2024-members', wish, { by: '王老师', reason: '更名' })
  expect(numbers()).toEqual(before)
  expect(outcomes().filter(line => line.includes('机械设计系'))).toEqual([
    `1 ${RENAMED}（李明） accepted 1`,
    `1 ${RENAMED}（王芳） accepted 1`,
    `5 ${RENAMED}（李明） accepted 2`,
    `6 ${RENAMED}（郑伟） accepted 1`,
  ])
  await send('15T09:00:00', 'sheji', '李明审批表更新', [form('李明', DESIGN, '0411-84700009')])
  expect(outcomes().at(-1)).toBe(`7 ${RENAMED}（李明） accepted 3`)
})

it('puts each with the whole of their papers before the meeting', async () => {
  await at('21T09:00:00')
  const { papers, docx, xlsx } = await packing().papers()
  expect(papers.standing.map(({ applicant }) => applicant.shown)).toEqual([
    `${RENAMED}（李明）`,
    `${RENAMED}（王芳）`,
    `${RENAMED}（郑伟）`,
    `${MAKING}（赵强）`,
    `${CHEMICAL}（吴静）`,
  ])
  const [li, wang] = papers.standing
  expect(li?.evidence.map(({ name }) => name)).toEqual(['李明审批表盖章.jpg', '推荐汇总表.xlsx'])
  expect(wang?.checks.map(({ person }) => person?.by)).toEqual(['王老师'])
  const text = plainText((await documentText(docx)).blocks)
  expect(text).toContain('共5个人选')
  expect(text).toContain('超过名额2份')
  const { sheets } = await readXlsx(xlsx)
  expect(sheets[0]?.rows.slice(1).map(row => row[2])).toEqual(papers.standing.map(({ applicant }) => applicant.shown))
  const archive = li === undefined ? null : await packing().caseFile(li, papers)
  const files = Object.keys(unzipSync(archive?.bytes ?? new Uint8Array()))
  expect(files).toContain(`申报材料/优秀共产党员推荐审批表-${RENAMED}（李明）.docx`)
  expect(files).toContain('佐证材料-邮件1/附件3.xlsx')
  expect(files.filter(name => name.endsWith('.bin'))).toEqual([])
})

it('tells each of them the result, and the public who they are', async () => {
  const [sheet] = (await readXlsx((await packing().papers()).xlsx)).sheets
  const [head = [], ...rows] = sheet?.rows ?? []
  const filled = rows.map(row => row.map((value, column) => (head[column] === '结果' ? '推荐' : value)))
  const path = join(folder, '汇总表.xlsx')
  writeFileSync(path, await writeXlsx({ sheets: [{ name: 'Sheet1', rows: [head, ...filled] }] }))
  const sheets = await service.app().readSheet(path)
  const plan = await service.app().announceResults({ call: '2024-members', sheets, only: ['推荐'] })
  await service.round()
  const letters = (await service.replies()).filter(({ subject }) => subject.startsWith('结果通知'))
  expect(letters).toHaveLength(5)
  expect(flat(letters[1]?.text)).toContain(
    `${RENAMED}（王芳）：经学院党委研究，你支部报送的该人选被列为2024年“七一”优秀共产党员推荐的推荐对象。`,
  )
  const [title, text] = plan.notice
  expect(title).toBe('关于2024年“七一”优秀共产党员推荐拟推荐对象的公示')
  expect(text).toContain(`拟推荐以下5个人选：${RENAMED}（李明）、`)
})

it('is exported person by person', async () => {
  const [call] = service.app().calls()
  if (call === undefined) throw new Error('no call')
  const files: string[] = []
  for await (const { path } of service.app().exportCall(call, () => '')) files.push(path.join('/'))
  const form = `优秀共产党员推荐审批表-${RENAMED}（王芳）.docx`
  expect(files).toContain(`${RENAMED}（王芳）/第1版-邮件1/${form}`)
  expect(files).toContain(`${RENAMED}（李明）/第3版-邮件7/认定.txt`)
})

it('takes a branch’s withdrawal as one of each of its people, in one letter', async () => {
  const mail = { from: 'huagong@dlut.edu.cn', subject: `${CHEMICAL}撤回优秀共产党员推荐`, files: [] }
  await service.receive({ ...mail, at: '2024-06-21T10:00:00+08:00', text: '经支委会研究，我支部撤回申报材料。' })
  await service.round()
  const [message] = service.list().slice(-1)
  expect(message?.entries.map(({ applicant, relation, outcome }) => [applicant?.shown, relation, outcome])).toEqual([
    [`${CHEMICAL}（周平）`, 'withdrawal', 'held'],
    [`${CHEMICAL}（吴静）`, 'withdrawal', 'held'],
  ])
  const letters = (await service.replies()).slice(-2).map(({ text }) => flat(text))
  expect(letters[0]).not.toContain('撤回申请')
  expect(letters[1]).toContain('来信涉及2项申报')
  expect(letters[1]).toContain('（周平）')
})
