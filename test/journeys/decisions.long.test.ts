import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { scannedPdf } from '../documents/make-pdf.ts'
import { applicantOf, BRANCH, NAME, SENDER } from '../support/applicant.ts'
import { filledAnswers, formDocx } from '../support/form-docx.ts'
import { type Service, startService } from '../support/service.ts'

const STRANGER = 'someone@example.com'

let service: Service

beforeEach(async () => {
  service = await startService()
})
afterEach(() => service.stop())

const { form, send, shape } = applicantOf(() => service)
const replies = async () => (await service.replies()).map(({ text }) => text.replace(/\n\s*/g, ''))
const lastReply = async () => (await replies()).at(-1)
const at = async (moment: string) => {
  service.setClock(new Date(`2024-05-${moment}+08:00`))
  await service.round()
}
const scan = [{ name: `${NAME}.pdf`, bytes: scannedPdf() }]

describe('a person’s decision', () => {
  it('accepts what was held: the machine’s decision stays on record, the sender gets the receipt', async () => {
    await send('15T09:00:00', { files: scan })
    expect(shape()).toEqual(['held v1'])
    await service.decide(1, 'accept', { reason: '已当面核对纸质材料' })
    expect(shape()).toEqual(['accepted v1 stands'])
    expect(service.list()[0]).toMatchObject({ machineOutcome: 'held', outcome: 'accepted' })
    expect(
      service
        .app()
        .show(1)
        ?.decisions.flat()
        .map(({ decidedBy, reason }) => [decidedBy, reason]),
    ).toEqual([
      [null, null],
      ['王老师', '已当面核对纸质材料'],
    ])
    expect(await service.replies()).toHaveLength(1)
    await service.round()
    expect(await lastReply()).toContain('你支部申报材料已受理')
    expect(await lastReply()).not.toContain('已当面核对')
    await at('16T08:00:00')
    expect((await service.digests()).at(-1)?.text).toContain('没有需要人工处理的申报')
  })

  it('rejects the standing one: the one accepted before it stands again, and the sender reads the reason', async () => {
    await send('15T09:00:00')
    await send('16T09:00:00', { files: [await form('33')] })
    await service.decide(2, 'reject', { reason: '盖章页缺失' })
    await service.round()
    expect(shape()).toEqual(['accepted v1 stands', 'rejected v2'])
    for (const words of ['经学院党委审核，你支部申报材料不予受理', '盖章页缺失', '此前已受理的第1版', '截止时间'])
      expect(await lastReply()).toContain(words)
  })

  it('accepts an older version without displacing a newer accepted one, and says which counts', async () => {
    await send('15T09:00:00', { files: scan })
    await send('16T09:00:00')
    await service.decide(1, 'accept')
    await service.round()
    expect(shape()).toEqual(['accepted v1', 'accepted v2 stands'])
    expect(await lastReply()).toContain('以第2版为准')
  })

  it('returns with the person’s words as what to fix, and the answer in that thread counts', async () => {
    await send('15T09:00:00')
    await service.decide(1, 'return', { reason: '请补充近三年表彰的文号' })
    await service.round()
    expect(shape()).toEqual(['returned v1'])
    const [, returned] = await service.replies()
    expect(returned?.text).toContain('请补充近三年表彰的文号')
    expect(returned?.text).toContain(`${NAME}.docx`)
    await send('15T10:00:00', {
      subject: returned?.subject ?? '',
      inReplyTo: returned?.messageId ?? '',
      files: [await form('33')],
    })
    expect(shape()).toEqual(['returned v1', 'accepted v2 stands'])
  })

  it('covers the mails that only repeat the same files', async () => {
    const files = [await form()]
    await send('15T09:00:00', { files })
    await send('15T10:00:00', { files })
    await expect(service.decide(2, 'reject')).rejects.toThrow('decide on 1')
    await service.decide(1, 'reject')
    expect(shape()).toEqual(['rejected v1', 'rejected v1'])
    await service.decide(1, 'accept')
    expect(shape()).toEqual(['accepted v1 stands', 'accepted v1'])
  })

  it('names the branch where it is open', async () => {
    const name = NAME.replace(BRANCH, '增材制造中心联合党支部')
    const bytes = await formDocx(filledAnswers({ branchName: '增材制造中心联合党支部' }))
    await send('15T09:00:00', { subject: name, files: [{ name: `${name}.docx`, bytes }] })
    await expect(service.decide(1, 'accept')).rejects.toThrow('--branch')
    await expect(service.decide(1, 'accept', { branch: '不在册党支部' })).rejects.toThrow('roster')
    await service.decide(1, 'accept', { branch: BRANCH })
    await service.round()
    expect(service.list()[0]).toMatchObject({ branch: BRANCH, number: '2024-model-branch-0001', standing: true })
    expect((await service.replies()).at(-1)?.subject).toBe(`回复: ${NAME}`)
  })

  it('moves a submission to another branch, with the mails that repeat it', async () => {
    const files = [await form()]
    await send('15T09:00:00', { files })
    await send('15T10:00:00', { files })
    await service.decide(1, 'accept', { branch: '教工第二党支部', reason: '名称写错，已与支部核实' })
    expect(service.list().map(({ branch, number, version, standing }) => [branch, number, version, standing])).toEqual([
      ['教工第二党支部', '2024-model-branch-0002', 1, true],
      ['教工第二党支部', '2024-model-branch-0002', 1, false],
    ])
    expect(service.app().audit().broken).toBeNull()
  })

  it('can’t return what nobody could mend any more, nor decide what is no application', async () => {
    await send('20T10:00:01')
    await send('20T10:10:00', { subject: '请问结果什么时候公布？', files: [], text: '请问样板支部结果什么时候公布？' })
    await expect(service.decide(1, 'return')).rejects.toThrow('deadline')
    await expect(service.decide(2, 'accept')).rejects.toThrow('no application')
    await expect(service.decide(99, 'accept')).rejects.toThrow('no message 99')
    await service.decide(1, 'accept', { reason: '邮件服务器故障，经研究予以受理' })
    expect(shape()[0]).toBe('accepted v1 stands')
  })

  it('replaces a machine’s reply that has not gone out', async () => {
    await service.restart({ SHENBAO_REPLIES: 'hold' })
    await send('15T09:00:00', { files: scan })
    await service.decide(1, 'accept')
    await service.restart({ SHENBAO_REPLIES: 'live' })
    await service.round()
    expect(await replies()).toHaveLength(1)
    expect(await lastReply()).toContain('已受理')
  })

  it('answers nobody who is never answered', async () => {
    const failed = { 'Authentication-Results': 'mail.dlut.edu.cn; spf=fail; dkim=fail' }
    await send('15T09:00:00', { headers: failed })
    expect((await service.decide(1, 'accept')).reply).toBeNull()
    expect(shape()).toEqual(['accepted v1 stands'])
  })
})

describe('somebody else’s try to replace an application', () => {
  it('is told to the protected sender, once a day, without address or content', async () => {
    await send('15T09:00:00', { messageId: '<first@client.example>' })
    await send('16T09:00:00', { from: STRANGER, files: [await form('12')] })
    await send('16T09:20:00', { from: STRANGER, files: [await form('13')] })
    const notices = (await service.replies()).filter(({ subject }) => subject.startsWith('申报提示'))
    expect(notices).toHaveLength(1)
    expect(notices[0]).toMatchObject({ to: 'chenlixin@dlut.edu.cn', inReplyTo: '<first@client.example>' })
    expect(notices[0]?.text).toContain('你支部已受理的材料没有改变')
    expect(`${notices[0]?.text}${notices[0]?.html}`).not.toMatch(/someone|example\.com|docx/)
    expect(service.list()[0]?.reply?.kind).toBe('receipt')
  })

  it('stands when a person accepts it', async () => {
    await send('15T09:00:00')
    await send('16T09:00:00', { from: STRANGER, files: [await form('12')] })
    await service.decide(2, 'accept', { reason: '支部确认更换联系人' })
    expect(shape()).toEqual(['accepted v1', 'accepted v2 stands'])
  })

  it.each([
    [
      'replaces with an aligned pass',
      'spf=pass smtp.mailfrom=dlut.edu.cn; dkim=pass header.d=dlut.edu.cn',
      'accepted v2 stands',
    ],
    ['is held without one', 'spf=pass smtp.mailfrom=elsewhere.example', 'held v2'],
  ])('%s from the same address, where our server says who sent it', async (_, said, expected) => {
    const aligned = 'mail.dlut.edu.cn; spf=pass smtp.mailfrom=dlut.edu.cn'
    await send('15T09:00:00', { headers: { 'Authentication-Results': aligned } })
    const headers = { 'Authentication-Results': `mail.dlut.edu.cn; ${said}` }
    await send('16T09:00:00', { headers, files: [await form('33')] })
    expect(shape()[1]).toBe(expected)
    if (expected === 'held v2') expect((await replies()).some(text => text.includes('本邮件仅确认收到'))).toBe(true)
  })

  it('takes the addresses that the roster lists for the branch', async () => {
    await send('15T09:00:00', { from: STRANGER })
    await send('16T09:00:00', { files: [await form('33')] })
    expect(shape()).toEqual(['accepted v1 stands', 'held v2'])
  })
})

describe('at the deadline', () => {
  it('what was returned and not mended becomes a case for staff, in the digest of the deadline', async () => {
    await send('19T09:00:00', { files: [] })
    await at('20T10:06:00')
    const digest = (await service.digests()).at(-1)
    expect(digest?.subject).toContain('截止汇总')
    expect(digest?.text.replace(/\n\s*/g, '')).toContain('退回后至截止时未补正')
    expect(shape()).toEqual(['returned v1'])
    await service.decide(1, 'reject', { reason: '未按期补正' })
    await at('21T08:00:00')
    expect((await service.digests()).at(-1)?.text).not.toContain('退回后至截止时未补正')
  })

  it('a returned one that nobody could be told of in time is held, and that is what the sender is told', async () => {
    await at('20T09:30:00')
    await service.receive({ from: SENDER, subject: NAME, files: [], at: '2024-05-20T09:59:00+08:00' })
    service.smtp.refuseNext(451, 'try later')
    await service.round()
    expect(shape()).toEqual(['returned v1'])
    await at('20T10:00:30')
    expect(shape()).toEqual(['held v1'])
    expect(service.list()[0]?.machineOutcome).toBe('returned')
    expect(await replies()).toHaveLength(1)
    expect(await lastReply()).toContain('待人工核验')
  })
})

describe('a deadline that was moved', () => {
  it('is the one that a returned reply names which had not gone out', async () => {
    await at('20T09:30:00')
    await service.receive({ from: SENDER, subject: NAME, files: [], at: '2024-05-20T09:59:00+08:00' })
    service.smtp.refuseNext(451, 'try later')
    await service.round()
    await service.restart({}, call => call.replace('deadline: 2024-05-20T10', 'deadline: 2024-05-21T10'))
    await at('20T10:00:30')
    expect(shape()).toEqual(['returned v1'])
    expect(await lastReply()).toContain('没有收到填写好的申报书，请于2024年5月21日 10:00（北京时间）前补发')
    expect(await replies()).toHaveLength(1)
  })
})

describe('a call whose file was taken away', () => {
  const renamed = (call: string) => call.replace('id: 2024-model-branch', 'id: another-call')

  it('keeps what was decided in it: due answers go out, people decide, the digest is sent', async () => {
    await at('20T09:30:00')
    await service.receive({ from: SENDER, subject: NAME, files: [], at: '2024-05-20T09:59:00+08:00' })
    service.smtp.refuseNext(451, 'try later')
    await service.round()
    await send('20T09:59:40', { from: 'wanghaiyan@dlut.edu.cn', files: scan })
    await service.restart({}, renamed)
    await at('20T10:00:30')
    expect(shape()).toEqual(['held v1', 'held v2'])
    await service.decide(2, 'accept', { reason: '已核对纸质材料' })
    await at('21T08:00:30')
    expect(shape()).toEqual(['held v1', 'accepted v2 stands'])
    expect(await lastReply()).toContain('已受理')
    expect((await service.digests()).at(-1)?.subject).toContain('2024年5月21日')
    expect(service.app().audit().broken).toBeNull()
  })
})

describe('what goes out', () => {
  it('is one reply for the same problems again within ten minutes, and list and digest show the other', async () => {
    await send('15T09:00:00', { files: [] })
    await send('15T09:03:00', { files: [], text: '再发一次' })
    expect(await replies()).toHaveLength(1)
    expect(service.list()[1]?.reply?.state).toBe('withheld')
    await at('16T08:00:00')
    expect((await service.digests()).at(-1)?.text).toContain('同样问题十分钟内已答复')
    await send('16T09:20:00', { files: [], text: '又发一次' })
    expect(await replies()).toHaveLength(2)
  })

  it('stops at the hour’s cap, tells staff, and goes on when the hour has passed', async () => {
    await service.restart({ SHENBAO_CAPS_PER_HOUR: '1' })
    await send('15T09:00:00')
    await send('15T09:05:00', { files: [await form('33')] })
    await at('15T09:06:00')
    expect(await replies()).toHaveLength(1)
    expect((await service.alarms()).map(({ subject }) => subject)).toEqual([
      '【系统提醒】答复数量达到上限，部分答复暂缓发出',
    ])
    await at('15T10:01:00')
    expect(await lastReply()).toContain('第2版')
  })
})

describe('the chain of events', () => {
  it('is unbroken after a week, and each digest bears its head', async () => {
    await send('15T09:00:00')
    await send('16T09:00:00', { from: STRANGER, files: [await form('12')] })
    await service.decide(2, 'reject', { reason: '非支部所发' })
    await at('17T08:00:00')
    const { head, broken } = service.app().audit()
    expect(broken).toBeNull()
    expect(head?.entries).toBeGreaterThan(5)
    const named = /[0-9a-f]{64}/.exec((await service.digests()).at(-1)?.text.split('记录校验')[1] ?? '')?.[0] ?? ''
    expect(service.app().bearsHead(named)).toBe(true)
  })
})
