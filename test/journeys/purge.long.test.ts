import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { scannedPdf } from '../documents/make-pdf.ts'
import { applicantOf, NAME } from '../support/applicant.ts'
import { type Service, startService } from '../support/service.ts'

const CALL = '2024-model-branch'
const BEFORE = new Date('2024-09-01T00:00:00+08:00')

let service: Service

beforeEach(async () => {
  service = await startService()
})
afterEach(() => service.stop())

const { send } = applicantOf(() => service)
const scan = [{ name: `${NAME}.pdf`, bytes: scannedPdf() }]
const callOf = () => {
  const call = service
    .app()
    .calls()
    .find(({ id }) => id === CALL)
  if (call === undefined) throw new Error('no call')
  return call
}
const closeCall = async (moment = '06') => {
  service.setClock(new Date(`2024-05-20T10:${moment}:00+08:00`))
  await service.round()
}
const exportAll = async (): Promise<ReadonlyMap<string, string>> => {
  const files = new Map<string, string>()
  for await (const { path, bytes } of service.app().exportCall(callOf(), () => ''))
    files.set(path.join('/'), new TextDecoder().decode(bytes))
  return files
}
const plan = () => service.app().planPurge(callOf(), BEFORE, null)

describe('a purge', () => {
  it('first shows what it would remove, and removes nothing', async () => {
    await send('15T09:00:00')
    await closeCall()
    await exportAll()
    expect(plan()).toEqual({ messages: 1, automatic: 0, letters: 0, unsent: 0, open: [], refusals: [] })
    expect(service.list()[0]?.from).toBe('chenlixin@dlut.edu.cn')
  })

  it('says every reason that forbids it at once', async () => {
    await send('15T09:00:00', { files: scan })
    expect(plan().refusals).toEqual([
      expect.stringContaining('is open until'),
      expect.stringContaining('cases are open: messages 1'),
      expect.stringContaining('never exported'),
    ])
  })

  it('waits for open cases: decided or closed they are none', async () => {
    await send('15T09:00:00', { files: scan })
    await send('16T09:00:00', { from: 'b@dlut.edu.cn', subject: NAME.replace('第一', '第二'), files: [] })
    await closeCall()
    expect(plan().open).toEqual([1, 2])
    await service.decide(1, 'close', { reason: '已电话告知' })
    await service.decide(2, 'reject', { reason: '未按期补正' })
    await service.round()
    await closeCall('07')
    await exportAll()
    expect(service.app().purge(callOf(), BEFORE, null).messages).toBe(2)
    expect(service.app().audit().broken).toBeNull()
  })

  it('keeps letters that nobody got, until somebody drops them by name', async () => {
    await service.restart({ SHENBAO_REPLIES: 'hold' })
    await send('15T09:00:00')
    await closeCall()
    await exportAll()
    expect(plan()).toMatchObject({ unsent: 1, refusals: [expect.stringContaining('--discard-unsent')] })
    expect(() => service.app().purge(callOf(), BEFORE, null)).toThrow('--discard-unsent')
    expect(service.app().purge(callOf(), BEFORE, { by: '王老师', reason: '试运行' }).unsent).toBe(1)
    expect(service.list()[0]).toMatchObject({ from: null, subject: null, reply: null })
    expect(service.app().audit().broken).toBeNull()
  })

  it('leaves a call that can be exported again, with nobody in it', async () => {
    await send('15T09:00:00')
    await closeCall()
    expect([...(await exportAll()).keys()].some(path => path.includes(NAME))).toBe(true)
    service.app().purge(callOf(), BEFORE, null)
    expect([...(await exportAll()).keys()].some(path => path.includes(NAME))).toBe(false)
  })

  it('leaves neither sender nor subject of automatic mail of that time', async () => {
    await send('15T09:00:00')
    const automatic = { from: 'daemon@example.com', subject: `自动回复：${NAME}`, files: [] }
    await send('16T09:00:00', { ...automatic, headers: { 'Auto-Submitted': 'auto-replied' } })
    expect(service.list()[1]).toMatchObject({ relation: 'automatic', from: 'daemon@example.com' })
    await closeCall()
    await exportAll()
    expect(plan()).toMatchObject({ messages: 1, automatic: 1 })
    service.app().purge(callOf(), BEFORE, null)
    expect(service.list().map(({ from, subject }) => [from, subject])).toEqual([
      [null, null],
      [null, null],
    ])
    expect(plan()).toMatchObject({ messages: 0, automatic: 0 })
  })

  it('of a call whose deadline was put off waits for the new one', async () => {
    await send('15T09:00:00')
    await service
      .app()
      .amend(CALL, { what: 'deadline', to: new Date('2024-05-22T10:00:00+08:00') }, { by: '王', reason: 'r' })
    await closeCall()
    expect(plan().refusals[0]).toContain('is open until 2024-05-22T10:00:00+08:00')
  })

  it('removes letters to many also where nobody ever wrote', async () => {
    const roster = '支部名称,类型,别名,联系邮箱,排除原因\n教工第二党支部,教师,,second@dlut.edu.cn,\n'
    await service.restart({}, call => call, { '2024-model-branch.roster.csv': roster })
    service.setClock(new Date('2024-05-17T09:00:00+08:00'))
    await service.app().remind(CALL)
    await service.round()
    await closeCall()
    await exportAll()
    expect(plan()).toEqual({ messages: 0, automatic: 0, letters: 1, unsent: 0, open: [], refusals: [] })
    service.app().purge(callOf(), BEFORE, null)
    expect(plan()).toMatchObject({ letters: 0 })
    expect((await exportAll()).get('催报信.txt') ?? '').not.toContain('second@')
    expect(service.app().audit().broken).toBeNull()
  })

  it('waits for an export of letters sent to many and of verdicts that came after the last one; the export holds those letters', async () => {
    const first = '教工第一党支部,教师,,'
    const roster = `支部名称,类型,别名,联系邮箱,排除原因\n${first},\n教工第二党支部,教师,,second@dlut.edu.cn,\n`
    await service.restart({}, call => call, { '2024-model-branch.roster.csv': roster })
    await send('15T09:00:00')
    await exportAll()
    service.setClock(new Date('2024-05-17T09:00:00+08:00'))
    await service.app().remind(CALL)
    await service.round()
    await closeCall()
    expect(plan().refusals).toEqual([expect.stringContaining('since the last export')])
    const files = await exportAll()
    expect(files.get('催报信.txt')).toContain('second@dlut.edu.cn')
    expect(files.get('催报信.txt')).toContain('尚未收到你支部的申报书')
    expect(plan().refusals).toEqual([])
    service.setClock(new Date('2024-05-20T11:00:00+08:00'))
    const verdict = { call: CALL, applicant: '教工第一党支部', check: 'conduct', verdict: 'pass' } as const
    service.app().confirm(verdict, { by: '王老师', reason: '已核实' })
    expect(plan().refusals).toEqual([expect.stringContaining('since the last export')])
    await exportAll()
    expect(service.app().purge(callOf(), BEFORE, null).messages).toBe(1)
  })
})
