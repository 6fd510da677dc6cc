import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { applicantOf, BRANCH, NAME, SENDER } from '../support/applicant.ts'
import { filledAnswers, formDocx } from '../support/form-docx.ts'
import { applicationOf, filesOf, nameFor, SCHOLARSHIP } from '../support/scholarship.ts'
import { type Service, startService } from '../support/service.ts'

const THIRD = '教工第三党支部'
const PHOTO = { name: 'IMG_01.jpg', bytes: Buffer.from('\xff\xd8\xff\xe0 photo', 'latin1') }

let service: Service
const flat = (text = '') => text.replace(/\s/g, '')
const lastLetter = async () => flat((await service.replies()).at(-1)?.text)
const last = () => service.list().at(-1)
const write = async (
  at: string,
  mail: { subject: string; text: string; from?: string; files?: (typeof PHOTO)[] },
): Promise<void> => {
  await service.receive({ ...{ from: SENDER, files: [], ...mail }, at: `2024-05-${at}+08:00` })
  await service.round()
}
const digestAt = async (moment: string) => {
  service.setClock(new Date(`2024-05-${moment}+08:00`))
  await service.round()
  return flat((await service.digests()).at(-1)?.text)
}

describe('a mail that names no branch, outside any thread', () => {
  beforeAll(async () => {
    service = await startService()
  })
  afterAll(() => service.stop())
  const { send } = applicantOf(() => service)

  it('is about what its sender has in the call', async () => {
    await send('15T09:00:00')
    await write('15T10:00:00', { subject: '撤回申报', text: '经研究，我们撤回本次申报。' })
    expect(last()).toMatchObject({ relation: 'withdrawal', outcome: 'held', branch: BRANCH })
    expect(await lastLetter()).toContain('撤回申请已收到，由学院党委确认')
    await write('15T10:30:00', { subject: '样板支部佐证材料', text: '见附件。', files: [PHOTO] })
    expect(last()).toMatchObject({ relation: 'evidence', outcome: 'noted', branch: BRANCH })
  })

  it('is nobody’s from a stranger', async () => {
    await write('15T11:00:00', { subject: '撤回申报', text: '我们撤回本次申报。', from: 'nobody@example.com' })
    expect(last()).toMatchObject({ relation: 'unrelated', outcome: 'ignored' })
  })

  it('waits for a person where its sender has several: the letter asks which, the digest lists them', async () => {
    const form = {
      name: `${NAME.replace(BRANCH, THIRD)}.docx`,
      bytes: await formDocx(filledAnswers({ branchName: THIRD })),
    }
    await send('15T12:00:00', { subject: NAME.replace(BRANCH, THIRD), files: [form] })
    await write('15T13:00:00', { subject: '撤回申报', text: '我们撤回本次申报。' })
    const { id = 0 } = last() ?? {}
    expect(last()).toMatchObject({ relation: 'withdrawal', outcome: 'held', branch: null })
    expect(await lastLetter()).toContain('来信未写明是哪个支部的申报，请回复本邮件写明本支部全称')
    expect(await digestAt('16T08:00:00')).toContain(`可能是：${BRANCH}、${THIRD}`)
    await expect(service.decide(id, 'withdraw')).rejects.toThrow('who applies is open')
    await service.decide(id, 'withdraw', { branch: THIRD })
    await service.round()
    expect(service.decisionOn(id)).toMatchObject({ outcome: 'noted', ended: true })
    expect(service.list().map(({ branch, standing }) => standing && branch)).toContain(BRANCH)
    expect(service.list().map(({ branch, standing }) => standing && branch)).not.toContain(THIRD)
  })

  it('is about none that was withdrawn before', async () => {
    await write('16T10:00:00', { subject: '撤回申报', text: '我们撤回本次申报。' })
    expect(last()).toMatchObject({ relation: 'withdrawal', branch: BRANCH })
  })

  it('judged again comes to the same', async () => {
    for await (const { what } of service.app().replay(null)) expect(['same', 'kept']).toContain(what)
  })
})

describe('in a call without a roster', () => {
  const student = { name: '张小明', no: '202400101' }
  beforeAll(async () => {
    const { call, beside } = filesOf(SCHOLARSHIP)
    service = await startService({}, () => call, beside)
    await service.receive({
      ...{ from: 's1@mail.example', subject: nameFor(student), at: '2024-05-15T09:00:00+08:00' },
      files: [applicationOf(student)],
    })
    await service.round()
  })
  afterAll(() => service.stop())
  const key = { applicant: { key: student.no } }

  it('a withdrawal is its sender’s, or whose number or name it bears', async () => {
    await write('15T10:00:00', { from: 's1@mail.example', subject: '撤回奖学金申请', text: '我想撤回申请。' })
    expect(last()).toMatchObject({ relation: 'withdrawal', outcome: 'held', ...key })
    const subject = `撤回启明奖学金申请-${student.name}`
    await write('15T11:00:00', { from: 'other@mail.example', subject, text: '撤回申请。' })
    expect(last()).toMatchObject({ relation: 'withdrawal', outcome: 'held', ...key })
    const [neutral, notice] = (await service.replies()).slice(-2)
    expect([neutral?.to, notice?.to]).toEqual(['other@mail.example', 's1@mail.example'])
    expect(neutral?.text).toContain('仅确认收到')
    expect(notice?.subject).toMatch(/^申报提示/)
    const text = `本人（学号${student.no}9）放弃申请，特此撤回申请。`
    await write('15T12:00:00', { from: 'third@mail.example', subject: '撤回启明奖学金申请', text })
    expect(last()).toMatchObject({ relation: 'inquiry' })
  })

  it('so is evidence', async () => {
    await write('15T13:00:00', {
      from: 's1@mail.example',
      ...{ subject: '启明奖学金佐证材料', text: '见附件', files: [{ ...PHOTO, name: '荣誉证明.jpg' }] },
    })
    expect(last()).toMatchObject({ relation: 'evidence', outcome: 'noted', ...key })
  })
})
