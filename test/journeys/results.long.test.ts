import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type Cell, readXlsx, writeXlsx } from 'hucre/xlsx'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { readSheetRows } from '../../src/app/announcing-results.ts'
import { applicantOf, BRANCH, NAME } from '../support/applicant.ts'
import { filledAnswers, formDocx } from '../support/form-docx.ts'
import { type Service, startService } from '../support/service.ts'

const CALL = '2024-model-branch'
const SECOND = '教工第二党支部'

let service: Service
let folder: string

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'shenbao-results-'))
  service = await startService()
})
afterEach(async () => {
  await service.stop()
  rmSync(folder, { recursive: true })
})

const { send } = applicantOf(() => service)
const at = async (moment: string) => {
  service.setClock(new Date(`2024-05-${moment}+08:00`))
  await service.round()
}
/** Two who applied, and the deadline has passed. */
const season = async () => {
  await send('15T09:00:00', { messageId: '<first@client.example>' })
  const name = NAME.replace(BRANCH, SECOND)
  const bytes = await formDocx(filledAnswers({ branchName: SECOND }))
  const files = [{ name: `${name}.docx`, bytes }]
  await send('15T10:00:00', { from: 'second@dlut.edu.cn', subject: name, files, messageId: '<second@client.example>' })
  await at('21T09:00:00')
}
/** 汇总表 as it comes back: rows turned around, a column added in front, results filled in, a formula beside them. */
const returned = async (results: Readonly<Record<string, string>>) => {
  const [call] = service.app().calls()
  if (call === undefined) throw new Error('no call')
  const [sheet] = (await readXlsx((await service.app().packing(call).papers()).xlsx)).sheets
  const [head = [], ...rows] = sheet?.rows ?? []
  const filled = rows.map(row =>
    row.map((value, column) => (head[column] === '结果' ? (results[String(row[2])] ?? null) : value)),
  )
  const all = [['得票', ...head], ...filled.reverse().map(row => [null, ...row])]
  const cells = new Map<string, Partial<Cell>>([['1,0', { value: 7, formula: 'WEBSERVICE("http://127.0.0.1:1/")' }]])
  const path = join(folder, '汇总表.xlsx')
  writeFileSync(path, await writeXlsx({ sheets: [{ name: 'Sheet1', rows: all, cells }] }))
  return service.app().readSheet(path)
}
const letters = async () => (await service.replies()).filter(({ subject }) => subject.startsWith('结果通知'))
const flat = (text = '') => text.replace(/\n\s*/g, '')

it('goes out group by group, each once, in the thread of the version that stands', async () => {
  await season()
  const sheets = await returned({ [BRANCH]: '推荐', [SECOND]: '不推荐' })
  const plan = await service.app().planResults({ call: CALL, sheets, only: null })
  await service.round()
  expect([plan.groups.map(({ result }) => result), plan.letters.length, await letters()]).toEqual([
    ['推荐', '不推荐'],
    2,
    [],
  ])
  expect(plan.notice.join('')).toContain(`拟推荐以下1个支部（按名册顺序）：${BRANCH}。`)
  await expect(service.app().announceResults({ call: CALL, sheets, only: null })).rejects.toThrow('--only')
  await service.app().announceResults({ call: CALL, sheets, only: ['推荐'] })
  await service.round()
  await service.app().announceResults({ call: CALL, sheets, only: ['推荐'] })
  await service.round()
  expect((await letters()).map(({ to, inReplyTo }) => [to, inReplyTo])).toEqual([
    ['chenlixin@dlut.edu.cn', '<first@client.example>'],
  ])
  expect(flat((await letters())[0]?.text)).toContain('你支部被列为大连理工大学党建工作样板支部推荐对象遴选的推荐对象')
  const rest = await service.app().announceResults({ call: CALL, sheets, only: ['不推荐'] })
  await service.round()
  expect([rest.letters.length, (await letters()).length]).toEqual([1, 2])
  expect(service.app().audit().broken).toBeNull()
})

it('a result that differs from the one told goes out as a correction', async () => {
  await season()
  await service.app().announceResults({ call: CALL, sheets: await returned({ [BRANCH]: '备选' }), only: ['备选'] })
  const sheets = await returned({ [BRANCH]: '推荐' })
  const { letters: again } = await service.app().announceResults({ call: CALL, sheets, only: ['推荐'] })
  expect(again.map(({ before }) => before)).toEqual(['备选'])
  await service.round()
  expect(flat((await letters()).at(-1)?.text)).toContain('更正：此前通知的结果“备选”作废')
})

it('is refused before the deadline, in words that the committee has none for, and where somebody no longer stands', async () => {
  await season()
  const sheets = await returned({ [BRANCH]: '待定', [SECOND]: '推荐' })
  const plan = (only: string[] | null) => service.app().planResults({ call: CALL, sheets, only })
  await expect(plan(null)).rejects.toThrow('结果“待定”没有通知措辞')
  await expect(plan(['不推荐'])).rejects.toThrow('汇总表中没有结果为“不推荐”的支部')
  expect((await plan(['推荐'])).letters).toHaveLength(1)
  await service.app().amend(CALL, { what: 'exclude', branch: SECOND }, { by: '王老师', reason: '研究' })
  await expect(plan(['推荐'])).rejects.toThrow(`${SECOND}）没有有效的申报`)
  service.setClock(new Date('2024-05-20T09:00:00+08:00'))
  await expect(plan(['推荐'])).rejects.toThrow('尚不能通知结果')
})

it('what is no workbook is said so', async () => {
  const write = (name: string, bytes: Buffer) => {
    const path = join(folder, name)
    writeFileSync(path, bytes)
    return service.app().readSheet(path)
  }
  await expect(write('汇总表.xlsx', Buffer.from('支部,结果'))).rejects.toThrow('不是xlsx文件')
  await expect(write('a.xlsx', Buffer.from('PK\x03\x04xl/workbook.xml'))).rejects.toThrow(/不是xlsx文件|读不出来/)
  await expect(service.app().readSheet(join(folder, 'nowhere.xlsx'))).rejects.toThrow('没有')
})

it('a sheet that could not be read in time is not called a wrong one', async () => {
  const { config } = service
  const hurried = { config: { ...config, limits: { ...config.limits, documentSeconds: 0.001 } } }
  const bytes = await writeXlsx({ sheets: [{ name: 'a', rows: [['受理编号', '结果']] }] })
  await expect(readSheetRows('汇总表.xlsx', bytes, hurried)).rejects.toThrow('未能及时读出，可能是系统正忙：请稍后重发')
})
