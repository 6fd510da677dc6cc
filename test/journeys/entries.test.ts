import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { applicantOf, NAME } from '../support/applicant.ts'
import { filledAnswers, formDocx } from '../support/form-docx.ts'
import { type Service, startService } from '../support/service.ts'

const [FIRST, SECOND, THIRD] = ['教工第一党支部', '教工第二党支部', '教工第三党支部']
const nameOf = (branch: string) => NAME.replace(FIRST, branch)
const formOf = async (branch: string, memberCount = '32') => ({
  name: `${nameOf(branch)}.docx`,
  bytes: await formDocx(filledAnswers({ branchName: branch, memberCount })),
})

let service: Service
beforeAll(async () => {
  service = await startService()
})
afterAll(() => service.stop())

const { send } = applicantOf(() => service)
const entries = () =>
  service
    .list()
    .at(-1)
    ?.entries.map(({ branch, outcome, version }) => [branch, outcome, version])
const letters = async () => (await service.replies()).map(({ to, text }) => ({ to, text: text.replace(/\s/g, '') }))

describe('a mail with the forms of several branches', () => {
  it('is returned to each, in one letter with each right subject', async () => {
    await send('15T09:00:00', { files: [await formOf(FIRST), await formOf(SECOND)] })
    expect(service.list()).toMatchObject([{ branch: null, outcome: 'returned', version: 1, applicant: null }])
    expect(entries()).toEqual([
      [FIRST, 'returned', 1],
      [SECOND, 'returned', 1],
    ])
    const [letter, ...others] = await letters()
    expect(others).toEqual([])
    expect(letter?.to).toBe('chenlixin@dlut.edu.cn')
    expect(letter?.text).toContain(`邮件主题：${nameOf(FIRST)}`)
    expect(letter?.text).toContain(`邮件主题：${nameOf(SECOND)}`)
    expect(letter?.text).toContain('一封邮件中有多个支部的申报书')
  })

  it('shows each of them 退回修改 in the digest, until it applies by itself', async () => {
    await send('15T10:00:00', { subject: nameOf(SECOND), files: [await formOf(SECOND)] })
    service.setClock(new Date('2024-05-16T08:00:30+08:00'))
    await service.round()
    const digest = (await service.digests()).at(-1)?.text ?? ''
    expect(digest).toMatch(new RegExp(`${FIRST} +退回修改`))
    expect(digest).toMatch(new RegExp(`${SECOND} +受理`))
  })

  it('is decided entry by entry: the one that is meant must be named', async () => {
    await expect(service.decide(1, 'accept')).rejects.toThrow(`--entry ${FIRST} | --entry ${SECOND}`)
    await service.decide(1, 'accept', { entry: FIRST })
    await service.round()
    expect(service.list()[0]?.entries).toMatchObject([
      { branch: FIRST, outcome: 'accepted', machineOutcome: 'returned', standing: true },
      { branch: SECOND, outcome: 'returned', standing: false },
    ])
    const last = (await letters()).at(-1)?.text ?? ''
    expect(last).toContain(FIRST)
    expect(last).not.toContain(SECOND)
    expect(service.app().audit().broken).toBeNull()
  })

  it('protects each branch by itself', async () => {
    const from = 'someone@example.com'
    await send('16T09:00:00', { from, files: [await formOf(SECOND, '41'), await formOf(THIRD)] })
    expect(entries()).toMatchObject([
      [SECOND, 'held', 3],
      [THIRD, 'returned', 1],
    ])
    expect((await letters()).some(({ to, text }) => to === 'chenlixin@dlut.edu.cn' && text.includes('没有改变'))).toBe(
      true,
    )
  })
})
