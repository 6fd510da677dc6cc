import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { applicantOf, NAME } from '../support/applicant.ts'
import { type Service, startService } from '../support/service.ts'

let service: Service

afterEach(() => service.stop())

const { form, send, shape } = applicantOf(() => service)
const lastReply = async () => (await service.replies()).at(-1)

describe('the versions of an application', () => {
  beforeEach(async () => {
    service = await startService()
  })

  it('let the newer accepted one stand, and the receipt says what it replaces', async () => {
    await send('15T09:00:00')
    await send('16T09:00:00', { files: [await form('33')] })
    expect(shape()).toEqual(['accepted v1', 'accepted v2 stands'])
    expect((await lastReply())?.text).toContain('第2版')
    expect((await lastReply())?.text).toContain('第1版')
  })

  it('are not displaced by a later one that is returned, or late', async () => {
    await send('15T09:00:00')
    await send('16T09:00:00', { files: [] })
    await send('20T10:00:01', { files: [await form('33')] })
    expect(shape()).toEqual(['accepted v1 stands', 'returned v2', 'rejected v3'])
    expect((await lastReply())?.text).toContain('第1版')
  })

  it('are not changed by the same files in a new mail, and the receipt says so', async () => {
    const same = await form()
    await send('15T09:00:00', { files: [same] })
    await send('16T09:00:00', { files: [same] })
    expect(shape()).toEqual(['accepted v1 stands', 'accepted v1'])
    expect((await lastReply())?.text).toMatch(/相同|一致/)
  })

  it('go on in our thread: an answer to the returned one with the file is right by itself', async () => {
    await send('15T09:00:00', { subject: '申报材料' })
    const returned = await lastReply()
    await send('15T10:00:00', {
      subject: returned?.subject ?? '',
      inReplyTo: returned?.messageId ?? '',
      files: [await form('33')],
    })
    expect(shape()).toEqual(['returned v1', 'accepted v2 stands'])
  })

  it('go on in our thread with the very same file, when it was only the name that was wrong', async () => {
    const file = await form()
    await send('15T09:00:00', { subject: '申报材料', files: [file] })
    const returned = await lastReply()
    await send('15T10:00:00', { subject: returned?.subject ?? '', inReplyTo: returned?.messageId ?? '', files: [file] })
    expect(shape()).toEqual(['returned v1', 'accepted v2 stands'])
    await send('15T11:00:00', {
      subject: returned?.subject ?? '',
      inReplyTo: (await lastReply())?.messageId ?? '',
      text: '谢谢老师！',
      files: [{ name: 'smime.p7s', bytes: Buffer.from('3080', 'hex') }],
    })
    expect(service.list().at(-1)).toMatchObject({ relation: 'inquiry', reply: null })
  })

  it('protect by the order of receipt, whatever is processed first', async () => {
    await service.receive({
      from: 'someone@example.com',
      subject: NAME,
      files: [await form('12')],
      at: '2024-05-16T09:10:00+08:00',
    })
    await service.round()
    await send('16T09:00:00')
    expect(service.list()[1]).toMatchObject({ outcome: 'accepted' })
  })

  it('tell a late stranger nothing of the branch’s application', async () => {
    await send('15T09:00:00')
    await send('20T10:00:05', { from: 'someone@example.com', files: [await form('12')] })
    expect((await lastReply())?.text).not.toContain('第1版')
  })

  it('stay when somebody else writes for the branch: held, and the protected one stands', async () => {
    await send('15T09:00:00')
    await send('16T09:00:00', { from: 'someone@example.com', files: [await form('12')] })
    expect(shape()).toEqual(['accepted v1 stands', 'held v2'])
    expect(service.decisionOn(2)?.problems.map(({ code }) => code)).toEqual(['sender.changed'])
    const toStranger = (await service.replies()).filter(({ to }) => to === 'someone@example.com')
    expect(toStranger).toHaveLength(1)
    expect(toStranger[0]?.text).not.toContain('第1版')
  })

  it('give way to somebody else’s where a person decides so, and their sender is told, neither by whom nor with what', async () => {
    await send('15T09:00:00')
    await send('16T09:00:00', { from: 'someone@example.com', files: [await form('12')] })
    const toOwner = async () =>
      (await service.replies())
        .filter(({ to }) => to === 'chenlixin@dlut.edu.cn')
        .map(({ text }) => text.replace(/\n/g, ''))
    expect((await toOwner()).at(-1)).toContain('已受理的材料没有改变')
    const { reply, notices } = await service.decide(2, 'accept')
    expect([reply, ...notices].map(mail => mail?.mail.to[0]?.address)).toEqual([
      'someone@example.com',
      'chenlixin@dlut.edu.cn',
    ])
    await service.round()
    expect(shape()).toEqual(['accepted v1', 'accepted v2 stands'])
    const told = (await toOwner()).at(-1)
    expect(told).toContain('你支部申报改以另一封来信报送的第2版（2024年5月16日 09:00收到）为准')
    expect(told).toContain('第1版（2024年5月15日 09:00收到）不再作为有效版本')
    expect(told).not.toContain('someone')
    await service.decide(2, 'undo')
    await service.round()
    expect(shape()).toEqual(['accepted v1 stands', 'held v2'])
    expect((await toOwner()).at(-1)).toContain('此前受理的第1版（2024年5月15日 09:00收到）继续有效')
    expect(await toOwner()).toHaveLength(4)
    await service.decide(2, 'reject')
    await service.round()
    expect(await toOwner()).toHaveLength(4)
    expect(service.app().audit().broken).toBeNull()
  })

  it('are protected by acceptance only: what was never accepted protects nobody', async () => {
    await send('15T09:00:00', { files: [] })
    await send('16T09:00:00', { from: 'wanghaiyan@dlut.edu.cn' })
    expect(shape()).toEqual(['returned v1', 'accepted v2 stands'])
  })

  it('treat a thank-you in our thread as a question for staff, not as a submission', async () => {
    await send('15T09:00:00')
    const receipt = await lastReply()
    await send('15T10:00:00', {
      subject: receipt?.subject ?? '',
      inReplyTo: receipt?.messageId ?? '',
      files: [],
      text: '谢谢老师！',
    })
    expect(service.list()[1]).toMatchObject({ relation: 'inquiry', outcome: 'ignored', reply: null })
  })
})

describe('a mailbox that other mail lies in', () => {
  beforeEach(async () => {
    service = await startService()
  })

  it('is only ever read: no flag is set and no command writes', async () => {
    await send('15T09:00:00')
    await send('15T10:00:00', { subject: '中午吃什么', files: [] })
    expect(service.imap.flags()).toEqual([[], []])
    const verbs = new Set(service.imap.commands.map(command => command.replace(/^UID /, '').split(' ')[0]))
    for (const verb of ['SELECT', 'STORE', 'COPY', 'MOVE', 'APPEND', 'EXPUNGE', 'CREATE', 'DELETE', 'RENAME'])
      expect(verbs).not.toContain(verb)
    for (const fetch of service.imap.commands.filter(command => /FETCH/.test(command)))
      expect(fetch).not.toMatch(/BODY\[|RFC822(?!\.SIZE)/)
  })

  it('is looked through in the junk folder too', async () => {
    await send('15T09:00:00', { folder: 'Junk' })
    expect(shape()).toEqual(['accepted v1 stands'])
  })

  it('costs the body of a candidate only', async () => {
    await send('15T10:00:00', { subject: '学术讲座', files: [] })
    expect(service.imap.commands.filter(command => command.includes('BODY.PEEK[]'))).toEqual([])
    expect(service.list()).toMatchObject([{ relation: 'unrelated', subject: null, from: null, sha256: null }])
  })
})

describe('replies: hold', () => {
  it('records replies and sends none; going live sends one for each application, for its latest submission', async () => {
    service = await startService({ SHENBAO_REPLIES: 'hold' })
    await send('15T09:00:00')
    await send('15T10:00:00', { files: [await form('33')] })
    expect(await service.replies()).toEqual([])
    expect(service.list().map(({ reply }) => reply?.state)).toEqual(['withheld', 'withheld'])
    await service.restart({ SHENBAO_REPLIES: 'live' })
    await service.round()
    expect((await service.replies()).map(({ text }) => /材料版本：第(\d)版/.exec(text)?.[1])).toEqual(['2'])
  })

  it('sends the digest all the same, headed 试运行', async () => {
    service = await startService({ SHENBAO_REPLIES: 'hold' })
    await service.round()
    expect((await service.digests())[0]?.text).toContain('试运行')
  })
})

describe('trouble with one server', () => {
  it('does not stop the other: without the mailbox, digest and replies still go out', async () => {
    service = await startService()
    await service.round()
    await service.restart({ SHENBAO_MAILBOX_PASSWORD: 'changed' })
    service.setClock(new Date('2024-05-15T08:00:00+08:00'))
    const [error] = await service.round()
    expect(String(error)).toContain('refused the login')
    const digest = (await service.digests()).at(-1)
    expect(digest?.subject).toContain('2024年5月15日')
    expect(digest?.text).toContain('尚未清点')
  })
})

describe('the digest', () => {
  beforeEach(async () => {
    service = await startService()
  })
  const at = async (moment: string) => {
    service.setClock(new Date(`2024-05-${moment}+08:00`))
    await service.round()
  }
  const dates = async () => (await service.digests()).map(({ subject }) => subject.replace(/：.*$/, ''))

  it('goes out once a day, also when nothing happened', async () => {
    for (const moment of ['14T16:00:00', '15T07:59:00', '15T08:00:00', '15T08:01:00', '16T08:00:30']) await at(moment)
    expect(await dates()).toEqual([
      '申报日报（2024年5月14日）',
      '申报日报（2024年5月15日）',
      '申报日报（2024年5月16日）',
    ])
  })

  it('goes out late rather than never when the service was down at its minute', async () => {
    await at('14T16:00:00')
    await service.restart()
    await at('15T11:30:00')
    await service.restart()
    await at('15T11:31:00')
    expect(await dates()).toEqual(['申报日报（2024年5月14日）', '申报日报（2024年5月15日）'])
  })

  it('goes out once more after the deadline, when a sweep that began five minutes past it is done', async () => {
    for (const moment of ['20T08:00:00', '20T10:04:00', '20T10:05:00', '20T10:06:00']) await at(moment)
    expect(await dates()).toEqual(['申报日报（2024年5月20日）', '截止汇总（2024年5月20日）'])
  })

  it('shows what needs a person with its evidence, who has not applied, and that no message was lost', async () => {
    await send('15T09:00:00', { files: [{ name: `${NAME}.pdf`, bytes: Buffer.from('%PDF-1.4 broken') }] })
    await send('15T10:00:00', { subject: '请问样板支部申报书怎么填？', files: [], text: '请问如何填写？' })
    await at('16T08:00:00')
    const text = (await service.digests()).at(-1)?.text ?? ''
    for (const part of [
      '教工第一党支部（邮件编号1',
      `${NAME}.pdf`,
      '请问样板支部申报书怎么填',
      '服务器上2封，已登记2封，无遗漏',
      '未报',
    ])
      expect(text.replace(/\n\s*/g, '')).toContain(part)
  })
})
