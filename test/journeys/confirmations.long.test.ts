import { afterEach, beforeEach, expect, it } from 'vitest'
import type { Confirmation } from '../../src/core/application/confirmation.ts'
import { applicantOf, BRANCH, NAME } from '../support/applicant.ts'
import { filledAnswers, formDocx } from '../support/form-docx.ts'
import { type Service, startService } from '../support/service.ts'

const CALL = '2024-model-branch'
const SECOND = '教工第二党支部'
const SECRET = '纪检部门的口头意见'

let service: Service

beforeEach(async () => {
  service = await startService()
})
afterEach(() => service.stop())

const { form, send, shape } = applicantOf(() => service)
const confirm = (check: string, verdict: Confirmation['verdict'], applicant: string | null = BRANCH) =>
  service.app().confirm({ call: CALL, applicant, check, verdict }, { by: '王老师', reason: SECRET })
const second = async () => {
  const name = NAME.replace(BRANCH, SECOND)
  const bytes = await formDocx(filledAnswers({ branchName: SECOND }))
  return { from: 'second@dlut.edu.cn', subject: name, files: [{ name: `${name}.docx`, bytes }] }
}
const confirmed = () =>
  service
    .app()
    .show(1)
    ?.confirmations.map(({ check, verdict }) => `${check} ${verdict}`)
const digest = async () => (await service.app().previewDigest()).text.replace(/\n\s*/g, '')
const verdictIn = async (title: string) => {
  const [call] = service.app().calls()
  if (call === undefined) throw new Error('no call')
  const files = new Map<string, string>()
  for await (const { path, bytes } of service.app().exportCall(call, () => ''))
    files.set(path.join('/'), Buffer.from(bytes).toString())
  return files.get('人工核实.txt')?.includes(title) ?? false
}

it('a person’s verdict stands beside the machine’s: no outcome changes, nobody is written to', async () => {
  await send('15T09:00:00')
  const before = (await service.replies()).length
  expect(confirm('近1年', 'pass')).toMatchObject({
    check: { id: 'conduct' },
    concerned: [
      { applicant: { key: BRANCH, shown: BRANCH }, files: null, message: 1, machine: 'review', before: null },
    ],
  })
  await service.round()
  expect([shape(), (await service.replies()).length]).toEqual([['accepted v1 stands'], before])
  expect(confirmed()).toEqual(['conduct pass'])
  expect(await verdictIn('近1年未出现突出问题：人工核实符合')).toBe(true)
  expect(service.app().audit()).toMatchObject({ broken: null })
})

it('what no form can prove holds for the applicant, everything else for the files of that version', async () => {
  await send('15T09:00:00')
  confirm('conduct', 'pass')
  confirm('honour.member', 'fail')
  expect(await digest()).toContain('经核实不符合：近3年至少1名支部成员')
  await send('16T09:00:00', { files: [await form('33')] })
  expect(await digest()).not.toContain('经核实不符合')
  expect(confirm('conduct', 'fail').concerned).toMatchObject([{ message: 2, before: { verdict: 'pass' } }])
  expect(confirm('honour.member', 'pass').concerned).toMatchObject([{ before: null }])
})

it('after a failed one the digest offers refusal and exclusion, until somebody decides', async () => {
  await send('15T09:00:00')
  confirm('conduct', 'fail')
  service.setClock(new Date('2024-05-17T09:00:00+08:00'))
  await service.round()
  const text = await digest()
  expect(text).toContain('经核实不符合：近1年未出现突出问题')
  expect(text).toContain(`王老师：${SECRET}`)
  expect(text).toContain('shenbao decide 1 reject')
  expect(text).toContain(`shenbao amend ${CALL} exclude ${BRANCH}`)
  await service.app().amend(CALL, { what: 'exclude', branch: BRANCH }, { by: '王老师', reason: SECRET })
  await service.round()
  expect(shape()).toEqual(['rejected v1'])
  expect(await digest()).not.toContain('经核实不符合')
  for (const { text: letter, html } of await service.replies()) expect(`${letter}${html}`).not.toContain(SECRET)
})

it('reaches everybody of whom a version stands, and follows a branch to its new name', async () => {
  await send('15T09:00:00')
  await send('15T10:00:00', await second())
  expect(confirm('conduct', 'pass', null).concerned.map(({ applicant }) => applicant.key)).toEqual([BRANCH, SECOND])
  const row = { name: '教工第一联合党支部' }
  await service.app().amend(CALL, { what: 'correct', branch: BRANCH, row }, { by: '王老师', reason: '更名' })
  expect(confirmed()).toEqual(['conduct pass'])
  expect(service.app().audit().broken).toBeNull()
})

it('refuses, with the choices, what is not plain', async () => {
  expect(() => confirm('近1年', 'pass', null)).toThrow('还没有已受理的申报')
  expect(() => confirm('honour.member', 'pass')).toThrow('没有申报书可核实')
  await send('15T09:00:00')
  expect(() => confirm('近3年', 'pass')).toThrow(/honour\.branch（.+、honour\.member（/)
  expect(() => confirm('conduct', 'pass', '教工')).toThrow(/不在名册中，您是指.+？/)
  expect(() => confirm('conduct', 'pass', '第九百党支部')).toThrow('不在名册中')
  expect(service.app().audit().head?.entries).toBeGreaterThan(0)
  expect(confirmed()).toEqual([])
})

it('goes when the call is purged, and the chain of events still holds', async () => {
  await send('15T09:00:00')
  confirm('conduct', 'pass')
  service.setClock(new Date('2024-05-20T10:06:00+08:00'))
  await service.round()
  const [call] = service.app().calls()
  if (call === undefined) throw new Error('no call')
  for await (const _ of service.app().exportCall(call, () => ''));
  service.app().purge(call, new Date('2024-09-01T00:00:00+08:00'), null)
  expect(confirmed()).toEqual([])
  expect(service.app().audit().broken).toBeNull()
})
