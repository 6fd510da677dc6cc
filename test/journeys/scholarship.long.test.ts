import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { unzipSync } from 'fflate'
import { readXlsx, writeXlsx } from 'hucre/xlsx'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { listTable } from '../../src/commands/list-table.ts'
import { showText } from '../../src/commands/show-text.ts'
import { remindedTexts } from '../../src/core/desk/done-text.ts'
import { plainText } from '../../src/core/document/document.ts'
import { documentText } from '../support/papers.ts'
import { applicationOf, filesOf, nameFor, SCHOLARSHIP, type Student } from '../support/scholarship.ts'
import { type Service, startService } from '../support/service.ts'

const ZHANG: Student = { name: '张小明', no: '202400101' }
const LI: Student = { name: '李小红', no: '202400102' }
const WANG: Student = { name: '王小军', no: '202400103' }
const ZHAO: Student = { name: '赵小燕', no: '202400104' }
const shownOf = ({ name, no }: Student) => `${name}（${no}）`
const PARTY = /支部|党委|申报书|党组织|书记/

let service: Service
let folder: string

const send = async (student: Student, at: string, change: Partial<Parameters<Service['receive']>[0]> = {}) => {
  const mail = { from: `s${student.no}@mail.example`, subject: nameFor(student), files: [applicationOf(student)] }
  await service.receive({ ...mail, at: `2024-05-${at}+08:00`, messageId: `<${at}@client.example>`, ...change })
  await service.round()
}
const at = async (moment: string) => {
  service.setClock(new Date(`2024-05-${moment}+08:00`))
  await service.round()
}
const flat = (text = '') => text.replace(/\n\s*/g, '')
const packing = () => {
  const [call] = service.app().calls()
  if (call === undefined) throw new Error('no call')
  return service.app().packing(call)
}

/** A call of persons from the first mail to its archive; its steps build on each other. */
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'shenbao-scholarship-'))
  const { call, beside } = filesOf(SCHOLARSHIP)
  service = await startService({ SHENBAO_STAFF_CONTACT: '学生工作办公室, 0411-84700001' }, () => call, beside)
  await send(LI, '15T09:00:00')
  await send(ZHANG, '15T10:00:00')
  await send(WANG, '15T11:00:00', { subject: '奖学金材料' })
  await send(ZHAO, '15T12:00:00', { files: [applicationOf({ ...ZHAO, phone: '' })] })
  const photo = { name: '获奖证书.jpg', bytes: Buffer.from('\xff\xd8\xff\xe0 photo', 'latin1') }
  const inReplyTo = (await service.replies())[1]?.messageId ?? ''
  await send(ZHANG, '16T09:00:00', {
    inReplyTo,
    subject: `回复: ${nameFor(ZHANG)}`,
    text: '补充佐证材料。',
    files: [photo],
  })
})
afterAll(async () => {
  await service.stop()
  rmSync(folder, { recursive: true })
})

it('answers each by name, and asks whom something is wrong with for the one right subject', async () => {
  const letters = (await service.replies()).map(({ subject, text }) => `${subject}\n${flat(text)}`)
  expect(service.list().map(({ applicant, outcome }) => `${applicant?.shown} ${outcome}`)).toEqual([
    `${shownOf(LI)} accepted`,
    `${shownOf(ZHANG)} accepted`,
    `${shownOf(WANG)} returned`,
    `${shownOf(ZHAO)} returned`,
    `${shownOf(ZHANG)} accepted`,
  ])
  expect(letters[0]).toContain(`回复: ${nameFor(LI)}\n${shownOf(LI)}：`)
  expect(letters[2]).toContain(`邮件主题：${nameFor(WANG)}`)
  expect(letters[2]).toContain('你的申报材料')
  for (const letter of letters) expect(letter).not.toMatch(PARTY)
})

it('shows staff who applied and where each stands; nobody who sent nothing is waited for', async () => {
  await at('17T08:00:00')
  const digest = (await service.digests()).at(-1)
  const text = flat(digest?.text)
  expect(digest?.subject).toMatch(/已受理2个$/)
  expect(text).toContain('已有4个学生来件，受理2个、待核验0个、退回修改2个。')
  expect(text).toContain('【各学生情况】')
  for (const student of [LI, ZHANG, WANG, ZHAO]) expect(text).toContain(shownOf(student))
  expect(text).not.toContain('未报')
  expect(`${digest?.subject}${text}`).not.toMatch(PARTY)
})

it('lists and shows them by name', () => {
  const table = listTable(service.app().overview().lines(), { timezone: 'Asia/Shanghai', colours: false })
  expect(table).toContain(shownOf(ZHANG))
  const shown = service.app().show(2)
  const text = shown === null ? '' : showText(shown, service.config)
  expect(text).toContain(`启明奖学金评选 · ${shownOf(ZHANG)} · 受理`)
  expect(`${table}${text}`).not.toMatch(PARTY)
})

it('reminds those who were asked to mend, in their thread, and says that nobody else is waited for', async () => {
  const plan = await service.app().planReminders('2024-qiming')
  expect(plan.reminders.map(({ applicant, mail }) => `${applicant.shown} ${mail.to[0]?.address}`)).toEqual([
    `${shownOf(WANG)} s${WANG.no}@mail.example`,
    `${shownOf(ZHAO)} s${ZHAO.no}@mail.example`,
  ])
  expect(remindedTexts(plan).join()).toContain('本通知没有名册，只提醒退回后尚未改正的学生。')
  const letter = flat(plan.reminders[0]?.mail.text)
  expect(letter).toContain(`邮件主题：${nameFor(WANG)}`)
  expect(`${letter}${plan.notice.join('')}`).not.toMatch(PARTY)
})

it('lets a person settle a condition, and decide on a case, of somebody by name', async () => {
  const asked = { call: '2024-qiming', applicant: '张小明', check: 'conduct', verdict: 'pass' as const }
  const { concerned } = service.app().confirm(asked, { by: '王老师', reason: '学院核实' })
  expect(concerned.map(({ applicant }) => applicant.shown)).toEqual([shownOf(ZHANG)])
  await service.decide(3, 'accept')
  expect(service.list()[2]).toMatchObject({ outcome: 'accepted', standing: true })
})

it('makes the meeting’s papers of everybody who stands, by 受理编号', async () => {
  await at('21T09:00:00')
  const { papers, docx, xlsx } = await packing().papers()
  expect(papers.standing.map(({ applicant }) => applicant.shown)).toEqual([LI, ZHANG, WANG].map(shownOf))
  expect(papers.standing[1]?.evidence.map(({ name }) => name)).toEqual(['获奖证书.jpg'])
  const text = plainText((await documentText(docx)).blocks)
  expect(text).toContain('化学学院学生工作办公室')
  expect(text).toContain('共3个申报学生')
  expect(text).not.toMatch(PARTY)
  const { sheets } = await readXlsx(xlsx)
  expect(sheets[0]?.rows[0]).toEqual(expect.arrayContaining(['受理编号', '申报学生', '结果', '姓名', '成绩排名']))
  expect(JSON.stringify(sheets)).not.toMatch(PARTY)
  const [, one] = papers.standing
  const archive = one === undefined ? null : await packing().caseFile(one, papers)
  const files = Object.keys(unzipSync(archive?.bytes ?? new Uint8Array()))
  expect(files).toContain(`申报材料-邮件2/${nameFor(ZHANG)}.docx`)
})

it('tells the result to each in their thread', async () => {
  const [sheet] = (await readXlsx((await packing().papers()).xlsx)).sheets
  const [head = [], ...rows] = sheet?.rows ?? []
  const results = ['推荐', '推荐', '不推荐']
  const filled = rows.map((row, place) =>
    row.map((value, column) => (head[column] === '结果' ? (results[place] ?? '') : value)),
  )
  const path = join(folder, '汇总表.xlsx')
  writeFileSync(path, await writeXlsx({ sheets: [{ name: 'Sheet1', rows: [head, ...filled] }] }))
  const announcing = { call: '2024-qiming', sheets: await service.app().readSheet(path), only: ['推荐'] }
  const plan = await service.app().announceResults(announcing)
  await service.round()
  const letters = (await service.replies()).filter(({ subject }) => subject.startsWith('结果通知'))
  expect(letters.map(({ to }) => to)).toEqual([`s${LI.no}@mail.example`, `s${ZHANG.no}@mail.example`])
  expect(flat(letters[0]?.text)).toContain(`${shownOf(LI)}：经学生工作办公室研究，你被列为`)
  expect(plan.notice.join('')).toContain(`2个学生：${shownOf(LI)}、${shownOf(ZHANG)}`)
  expect(letters.map(({ text }) => text).join('') + plan.notice.join('')).not.toMatch(PARTY)
})

it('is exported by 受理编号 and name, with a page that compares them', async () => {
  const [call] = service.app().calls()
  if (call === undefined) throw new Error('no call')
  const files = new Map<string, Uint8Array>()
  for await (const { path, bytes } of service.app().exportCall(call, () => '')) files.set(path.join('/'), bytes)
  const own = `2024-qiming-0002-${shownOf(ZHANG)}/第1版-邮件2`
  expect([...files.keys()]).toEqual(expect.arrayContaining([`${own}/${nameFor(ZHANG)}.docx`, `${own}/申请表文字.txt`]))
  const page = new TextDecoder().decode(files.get('index.html'))
  expect(page).toContain(shownOf(ZHANG))
  expect(page).toContain(encodeURIComponent(`2024-qiming-0002-${shownOf(ZHANG)}`))
  const { sheets } = await readXlsx(files.get('汇总表.xlsx') ?? new Uint8Array())
  expect(sheets.map(({ name }) => name)).toEqual(['各学生情况', '申报明细'])
  expect(`${page}${JSON.stringify(sheets)}${[...files.keys()].join()}`).not.toMatch(PARTY)
})
