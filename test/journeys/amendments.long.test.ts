import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { Wish } from '../../src/core/call/amending.ts'
import { scannedPdf } from '../documents/make-pdf.ts'
import { applicantOf, BRANCH, NAME } from '../support/applicant.ts'
import { filledAnswers, formDocx } from '../support/form-docx.ts'
import { type Service, startService } from '../support/service.ts'

const CALL = '2024-model-branch'
const SECRET = '党委会研究的内部原因'
const LATER = new Date('2024-05-22T10:00:00+08:00')

let service: Service

beforeEach(async () => {
  service = await startService()
})
afterEach(() => service.stop())

const { form, send, shape } = applicantOf(() => service)
const flat = (text = '') => text.replace(/\n\s*/g, '')
const at = async (moment: string) => {
  service.setClock(new Date(`2024-05-${moment}+08:00`))
  await service.round()
}
const amend = async (wish: Wish, reason = SECRET) => {
  const amended = await service.app().amend(CALL, wish, { by: '王老师', reason })
  await service.round()
  return amended
}
const lettersTo = async (address: string) =>
  (await service.replies()).filter(({ to }) => to === address).map(({ subject, text }) => `${subject} ${flat(text)}`)
const of = async (branch: string, memberCount = '32') => {
  const name = NAME.replace(BRANCH, branch)
  const bytes = await formDocx(filledAnswers({ branchName: branch, memberCount }))
  return { from: `${branch.length}@dlut.edu.cn`, subject: name, files: [{ name: `${name}.docx`, bytes }] }
}
const scan = [{ name: `${NAME}.pdf`, bytes: scannedPdf() }]
const outcomes = () => service.list().map(({ outcome }) => outcome)
const doctorLines = async () => {
  const lines = []
  for await (const { about, ok, seen } of service.app().diagnose(null)) {
    // Behind the calls come servers and recognition, which take their time.
    if (about.startsWith('IMAP')) break
    if (about.startsWith('call ')) lines.push(`${ok ? '✓' : '✗'} ${about}: ${seen}`)
  }
  return lines
}

describe('a longer deadline', () => {
  it('is announced in their thread to those who applied or were returned, and whoever was late is in time', async () => {
    await send('15T09:00:00', { messageId: '<first@client.example>' })
    await send('15T09:10:00', { ...(await of('教工第二党支部')), from: 'returned@dlut.edu.cn', files: [] })
    await send('20T10:30:00', { ...(await of('教工第三党支部')), from: 'late@dlut.edu.cn' })
    const { applied, announced, call } = await amend({ what: 'deadline', to: LATER })
    expect(applied.map(({ change, what }) => `${change.stored.id} ${what}`)).toEqual(['3 applied'])
    expect(announced.map(({ kind, messageId }) => `${kind} ${messageId}`)).toEqual(['announcement 1', 'announcement 2'])
    expect(call.deadline).toEqual(LATER)
    expect(outcomes()).toEqual(['accepted', 'returned', 'accepted'])
    const [announcement] = (await service.replies()).filter(({ subject }) => subject.startsWith('截止时间延长通知'))
    expect(announcement).toMatchObject({ to: 'chenlixin@dlut.edu.cn', inReplyTo: '<first@client.example>' })
    expect(flat(announcement?.text)).toContain('申报截止时间延长至2024年5月22日 10:00（北京时间）')
    expect(flat(announcement?.text)).toContain('已受理的材料继续有效，无需重新报送')
    expect((await lettersTo('returned@dlut.edu.cn')).at(-1)).toContain('按此前的退回通知改正')
    const [, late = ''] = await lettersTo('late@dlut.edu.cn')
    expect(late).toContain('已受理')
    expect(late).toContain('该件此前的处理结果为“不予受理”，现以本邮件为准')
    expect(late).toContain('2024年5月22日 10:00')
    expect(service.list().map(({ reply }) => reply?.kind)).toEqual(['receipt', 'returned', 'receipt'])
    for (const { text, html } of await service.replies()) expect(`${text}${html}`).not.toContain(SECRET)
    expect(service.app().audit().broken).toBeNull()
  })

  it('counts at once for mail that comes, without a restart, and anchors no window', async () => {
    await amend({ what: 'deadline', to: LATER })
    await send('20T11:00:00')
    expect(shape()).toEqual(['accepted v1 stands'])
    const [call] = service.app().calls()
    expect([call?.deadline, call?.publishedDeadline]).toEqual([LATER, new Date('2024-05-20T10:00:00+08:00')])
    await at('22T10:06:00')
    const digests = (await service.digests()).filter(({ subject }) => subject.includes('截止汇总'))
    expect(digests.map(({ subject }) => subject.includes('5月22日'))).toEqual([true])
  })

  it('is taken up by an answer in the thread of the announcement', async () => {
    await send('15T09:00:00')
    await amend({ what: 'deadline', to: LATER })
    const announcement = (await service.replies()).at(-1)
    const inReplyTo = announcement?.messageId ?? ''
    await send('21T09:00:00', { subject: `Re: ${announcement?.subject}`, inReplyTo, files: [await form('33')] })
    expect(shape()).toEqual(['accepted v1', 'accepted v2 stands'])
  })

  it('gives a letter to the latest version only, and to nobody twice', async () => {
    await send('20T10:30:00')
    await send('20T10:40:00', { files: [await form('33')] })
    const before = (await service.replies()).length
    await amend({ what: 'deadline', to: LATER })
    expect(shape()).toEqual(['accepted v1', 'accepted v2 stands'])
    const letters = (await service.replies()).slice(before)
    expect(letters.map(({ text }) => flat(text))).toEqual([expect.stringContaining('第2版')])
    await service.round()
    expect((await service.replies()).length).toBe(before + 1)
  })

  it('stands in letters that were not sent yet', async () => {
    await service.restart({ SHENBAO_REPLIES: 'hold' })
    await send('15T09:00:00')
    await send('15T09:10:00', { ...(await of('教工第二党支部')), files: [] })
    expect((await amend({ what: 'deadline', to: LATER })).announced).toEqual([])
    await service.restart({ SHENBAO_REPLIES: 'live' })
    await at('20T11:00:00')
    const letters = (await service.replies()).map(({ text }) => flat(text))
    expect(letters).toHaveLength(2)
    for (const letter of letters) expect(letter).toContain('2024年5月22日 10:00')
    expect(outcomes()).toEqual(['accepted', 'returned'])
  })

  it('leaves to people what people decided', async () => {
    await send('20T10:30:00')
    await service.decide(1, 'reject', { reason: '逾期' })
    const { kept, applied } = await amend({ what: 'deadline', to: LATER })
    expect([kept.map(({ stored }) => stored.id), applied]).toEqual([[1], []])
    expect(outcomes()).toEqual(['rejected'])
  })

  it('can only be put off, to a time to come', async () => {
    await at('20T11:00:00')
    await expect(amend({ what: 'deadline', to: new Date('2024-05-20T09:00:00+08:00') })).rejects.toThrow('put off')
    await expect(amend({ what: 'deadline', to: new Date('2024-05-20T10:30:00+08:00') })).rejects.toThrow(
      '2024-05-20T10:30:00+08:00 has passed',
    )
    await amend({ what: 'deadline', to: LATER })
    await expect(amend({ what: 'deadline', to: LATER })).rejects.toThrow('put off')
  })

  it('is announced to nobody of whom only a receipt may be confirmed, and to nobody excluded', async () => {
    const unaligned = { 'Authentication-Results': 'mail.dlut.edu.cn; spf=pass smtp.mailfrom=elsewhere.example' }
    await send('15T09:00:00', { headers: unaligned })
    await send('15T09:10:00', { ...(await of('国际工程班学生党支部')) })
    expect((await amend({ what: 'deadline', to: LATER })).announced).toEqual([])
  })
})

describe('a branch that the committee excludes', () => {
  it('is refused without a reason, and restored it is accepted again', async () => {
    await send('15T09:00:00')
    await amend({ what: 'exclude', branch: BRANCH })
    expect(outcomes()).toEqual(['rejected'])
    const letters = await lettersTo('chenlixin@dlut.edu.cn')
    expect(letters.at(-1)).toContain('你支部此前已受理的申报材料经学院党委研究，不在本次推荐范围，不予受理')
    await send('16T09:00:00', { files: [await form('33')] })
    expect(outcomes()).toEqual(['rejected', 'rejected'])
    await at('17T08:00:00')
    expect(flat((await service.digests()).at(-1)?.text)).toContain(`${BRANCH}不在本次推荐范围（王老师：${SECRET}）`)
    await amend({ what: 'restore', branch: BRANCH }, '复议')
    expect(shape()).toEqual(['accepted v1', 'accepted v2 stands'])
    expect((await lettersTo('chenlixin@dlut.edu.cn')).at(-1)).toContain('第2版')
    for (const { text, html } of [...(await service.replies())]) expect(`${text}${html}`).not.toContain(SECRET)
  })

  it('is refused by a person without that person’s words', async () => {
    await send('15T09:00:00', { files: scan })
    await amend({ what: 'exclude', branch: BRANCH })
    await expect(service.decide(1, 'return', { reason: SECRET })).rejects.toThrow('excluded')
    await service.decide(1, 'accept')
    await service.decide(1, 'reject', { reason: SECRET })
    await service.round()
    expect((await lettersTo('chenlixin@dlut.edu.cn')).at(-1)).toContain('不在本次推荐范围')
    for (const { text, html } of await service.replies()) expect(`${text}${html}`).not.toContain(SECRET)
  })

  it('stays as a person decided before, who is told of it', async () => {
    await send('15T09:00:00', { files: scan })
    await service.decide(1, 'accept')
    const { kept } = await amend({ what: 'exclude', branch: BRANCH })
    expect(kept.map(({ stored }) => stored.id)).toEqual([1])
    await at('16T08:00:00')
    expect(flat((await service.digests()).at(-1)?.text)).toMatch(new RegExp(`${BRANCH} +不在范围`))
  })
})

describe('the roster', () => {
  it('takes in a branch that it lacked, and what waited for that is accepted', async () => {
    await send('15T09:00:00', await of('教工第九党支部'))
    expect(outcomes()).toEqual(['held'])
    const row = { name: '教工第九党支部', type: 'teacher', aliases: [], emails: [] } as const
    await amend({ what: 'add', row })
    expect(service.list()[0]).toMatchObject({ outcome: 'accepted', branch: '教工第九党支部', standing: true })
    await expect(amend({ what: 'add', row: { ...row, name: '教工第9党支部' } })).rejects.toThrow('is 教工第九党支部')
  })

  it('knows a branch by another name, which keeps its number and what people decided', async () => {
    await send('15T09:00:00', { files: scan })
    await service.decide(1, 'accept')
    await send('15T10:00:00', await of('教工第二党支部'))
    await amend({ what: 'correct', branch: '教工第1党支部', row: { name: '教工第十一党支部' } })
    expect(service.list().map(({ branch, number }) => [branch, number])).toEqual([
      ['教工第十一党支部', `${CALL}-0001`],
      ['教工第二党支部', `${CALL}-0002`],
    ])
    await send('16T09:00:00', { files: [await form('33')] })
    expect(service.list()[2]).toMatchObject({ branch: '教工第十一党支部', number: `${CALL}-0001`, version: 2 })
  })

  it('lets one more address replace what was accepted', async () => {
    await send('15T09:00:00')
    await send('15T10:00:00', { from: 'second@dlut.edu.cn', files: [await form('33')] })
    expect(outcomes()).toEqual(['accepted', 'held'])
    await amend({ what: 'address', branch: BRANCH, value: 'Second@dlut.edu.cn' })
    expect(shape()).toEqual(['accepted v1', 'accepted v2 stands'])
    await expect(amend({ what: 'alias', branch: '没有的党支部', value: 'x' })).rejects.toThrow('does not stand')
  })
})

describe('an amendment', () => {
  it('has mail looked at again that concerned no call before', async () => {
    await service.restart({}, call => call.replace(/^applicant: .*$/m, 'applicant: { roster: small.csv }'), {
      'small.csv': '支部名称,类型,别名,联系邮箱,排除原因\n教工第二党支部,教师,,,\n',
    })
    await service.receive({
      from: 'x@dlut.edu.cn',
      subject: '智造先锋支部材料',
      files: [],
      at: '2024-05-15T09:00:00+08:00',
    })
    await service.round()
    expect(service.list()[0]?.relation).toBe('unrelated')
    const before = service.app().calls()
    await amend({ what: 'alias', branch: '教工第二党支部', value: '智造先锋支部' })
    expect(service.app().calls()).not.toBe(before)
  })

  it('wins over the call’s file, and doctor says where that was changed later', async () => {
    await amend({ what: 'deadline', to: LATER })
    await amend({ what: 'exclude', branch: BRANCH })
    const edited = (call: string) => call.replace('deadline: 2024-05-20T10', 'deadline: 2024-05-21T12')
    await service.restart({}, edited)
    expect(service.app().calls()[0]?.deadline).toEqual(LATER)
    expect(service.app().calls()[0]?.publishedDeadline).toEqual(new Date('2024-05-20T10:00:00+08:00'))
    const lines = (await doctorLines()).join('\n')
    expect(lines).toMatch(/✗ call 2024-model-branch: amendment 1: .*2024-05-21T04:00:00\.000Z.*not applied/)
    expect(lines).toContain('✓ call 2024-model-branch: deadline 2024年5月22日 10:00')
    expect(lines).toMatch(/✓ call 2024-model-branch: amendment 2: .*不在本次推荐范围/)
  })

  it('stands in what show prints and in the export', async () => {
    await send('15T09:00:00')
    await amend({ what: 'deadline', to: LATER })
    expect(
      service
        .app()
        .show(1)
        ?.amendments.map(({ change }) => change.kind),
    ).toEqual(['deadline'])
    const [call] = service.app().calls()
    const texts = []
    if (call !== undefined)
      for await (const { path, bytes } of service.app().exportCall(call, () => ''))
        if (path[0] === '通知变更.txt') texts.push(Buffer.from(bytes).toString())
    expect(texts.join()).toContain('截止时间延长至2024年5月22日 10:00')
  })

  it('takes in what is judged while it is being applied, and is recorded together with all that follows or not at all', async () => {
    await send('20T10:30:00')
    const amending = service.app().amend(CALL, { what: 'deadline', to: LATER }, { by: '王老师', reason: SECRET })
    await service.receive({ ...(await of('教工第二党支部')), at: '2024-05-20T10:31:00+08:00' })
    await Promise.all([amending, service.round()])
    await service.round()
    expect(outcomes()).toEqual(['accepted', 'accepted'])
  })
})
