import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { scannedPdf } from '../documents/make-pdf.ts'
import { applicantOf, BRANCH, NAME } from '../support/applicant.ts'
import { blankForm } from '../support/form-docx.ts'
import { type Service, startService } from '../support/service.ts'

const OWN = 'jxdw@dlut.edu.cn'
const PHOTO = Buffer.from('ffd8ffe000104a464946', 'hex')

let service: Service

beforeEach(async () => {
  service = await startService()
})
afterEach(() => service.stop())

const { form, send, shape } = applicantOf(() => service)
const flat = (text = '') => text.replace(/\n\s*/g, '')
const replies = async () => (await service.replies()).map(({ text }) => flat(text))
const lastReply = async () => (await replies()).at(-1)
const at = async (moment: string) => {
  service.setClock(new Date(`2024-05-${moment}+08:00`))
  await service.round()
}
const lastDigest = async () => flat((await service.digests()).at(-1)?.text)
const scan = [{ name: `${NAME}.pdf`, bytes: scannedPdf() }]
const withEmails = async (emails: string) => {
  const roster = {
    'own.csv': `支部名称,类型,别名,联系邮箱,排除原因\n${BRANCH},教师,,${emails},\n教工第二党支部,教师,,,\n`,
  }
  await service.restart({}, call => call.replace(/^applicant: .*$/m, 'applicant: { roster: own.csv }'), roster)
}

describe('accepting what brings no form', () => {
  const formless: readonly (readonly [string, () => Promise<Parameters<typeof send>[1]>])[] = [
    ['no file', async () => ({ files: [] })],
    ['a blank template', async () => ({ files: [{ name: `${NAME}.docx`, bytes: await blankForm() }] })],
    [
      'a template beside a logo',
      async () => ({
        files: [
          { name: `${NAME}.docx`, bytes: await blankForm() },
          { name: 'logo.png', bytes: Buffer.from('89504e470d0a1a0a', 'hex') },
        ],
      }),
    ],
    ['a link', async () => ({ files: [], text: '申报书见 https://pan.baidu.com/s/1abc' })],
  ]

  it.each(formless)('is refused for a mail with %s, and the version with a form stands', async (_, mail) => {
    await send('15T09:00:00')
    await send('16T09:00:00', await mail())
    await expect(service.decide(2, 'accept')).rejects.toThrow('--without-form')
    expect(shape()[0]).toBe('accepted v1 stands')
    await service.decide(2, 'accept', { withoutForm: true, reason: '纸质材料已收' })
    expect(shape()).toEqual(['accepted v1 stands', 'accepted v2'])
    await service.round()
    expect(await lastReply()).toContain('来件中没有申报书，经学院党委审核已登记；此前已受理的第1版申报书继续有效')
  })

  it('without a form stands until a version with one is accepted, before or behind it', async () => {
    await send('15T09:00:00', { files: scan })
    await send('16T09:00:00', { files: [] })
    await service.decide(2, 'accept', { withoutForm: true })
    expect(shape()).toEqual(['held v1', 'accepted v2 stands'])
    await service.decide(1, 'accept')
    expect(shape()).toEqual(['accepted v1 stands', 'accepted v2'])
    await send('17T09:00:00')
    expect(shape()[2]).toBe('accepted v3 stands')
  })

  it('is no matter where a file may be the form and could not be read', async () => {
    await send('15T09:00:00', { files: scan })
    await expect(service.decide(1, 'accept', { withoutForm: true })).rejects.toThrow('brings a form, or may')
    await service.decide(1, 'accept')
    await send('16T09:00:00', { files: [{ name: `${NAME}.jpg`, bytes: PHOTO }] })
    await service.decide(2, 'accept', { reason: '照片清晰' })
    expect(shape()).toEqual(['accepted v1', 'accepted v2 stands'])
  })
})

describe('the digest', () => {
  it('offers for a case only what can be right for it, and its decisive reason first', async () => {
    await send('20T09:59:50', { files: [], subject: '样板支部申报材料' })
    await send('20T09:59:55', { from: '李四 <lisi@dlut.edu.cn>', files: scan })
    await at('20T10:06:00')
    const digest = await lastDigest()
    const [, first = '', second = ''] = /邮件编号1）(.*?)邮件编号2）(.*?)各支部情况/s.exec(digest) ?? []
    expect(first).toMatch(/^.{0,20}原因：邮件中没有申报书/)
    expect(first).toContain('经研究仍要受理的登记accept --without-form')
    expect(first).not.toContain('decide 1 accept')
    expect(first).not.toContain('decide 1 return')
    for (const choice of ['reject', 'close']) expect(first).toContain(`decide 1 ${choice}`)
    for (const choice of ['accept', 'reject', 'close']) expect(second).toContain(`decide 2 ${choice}`)
    expect(second).not.toContain('decide 2 return')
  })

  it('says of what nobody can be told that staff must tell the branch, once', async () => {
    await send('15T09:00:00', { headers: { 'Authentication-Results': 'mail.dlut.edu.cn; spf=fail; dkim=fail' } })
    await at('16T08:00:00')
    expect(await lastDigest()).toContain('decide 1 accept')
    expect(await lastDigest()).not.toContain('decide 1 reject')
    await service.decide(1, 'accept')
    await at('17T08:00:00')
    expect(await lastDigest()).toContain('未发回执，请转告')
    await at('18T08:00:00')
    expect(await lastDigest()).not.toContain('未发回执')
  })
})

describe('accepted by a person after the deadline', () => {
  it('replaces the refusal in its letter, and invites no further version', async () => {
    await send('20T10:00:01')
    expect(await lastReply()).toContain('不予受理')
    await service.decide(1, 'accept', { reason: '服务器故障，经研究予以受理' })
    await service.round()
    expect(await lastReply()).toContain('该件此前的处理结果为“不予受理”，现以本邮件为准')
    expect(await lastReply()).toContain('申报已截止，不再接收新的版本')
    expect(await lastReply()).not.toMatch(/如需更新|可在截止时间前|服务器故障/)
  })

  it('replaces «待核验» as well', async () => {
    await send('19T09:00:00', { files: scan })
    await at('20T10:06:00')
    await service.decide(1, 'accept')
    await service.round()
    expect(await lastReply()).toContain('此前对该件如已有答复，以本邮件为准')
    expect(await lastReply()).not.toContain('如需更新')
  })
})

describe('what staff hand in for a branch', () => {
  it('is answered to the roster’s addresses once accepted, and only they may replace it', async () => {
    await withEmails('zhibu@dlut.edu.cn;shuji@dlut.edu.cn')
    await send('15T09:00:00', { from: OWN })
    await service.decide(1, 'accept')
    await service.round()
    const [receipt] = await service.replies()
    expect(receipt).toMatchObject({ to: 'zhibu@dlut.edu.cn,shuji@dlut.edu.cn', inReplyTo: null })
    expect(flat(receipt?.text)).toContain('由学院党委工作邮箱转交登记')
    await send('16T09:00:00', { files: [await form('33')] })
    await send('16T10:00:00', { from: 'shuji@dlut.edu.cn', files: [await form('34')] })
    expect(shape()).toEqual(['accepted v1', 'held v2', 'accepted v3 stands'])
  })

  it('protects nobody where the roster lists no address, and the digest says that the branch must be told', async () => {
    await withEmails('')
    await send('15T09:00:00', { from: OWN })
    await service.decide(1, 'accept')
    await at('16T08:00:00')
    expect(await service.replies()).toEqual([])
    expect(await lastDigest()).toContain('未发回执，请转告')
    await send('16T09:00:00', { files: [await form('33')] })
    expect(shape()).toEqual(['accepted v1', 'accepted v2 stands'])
  })
})

describe('a decision taken back', () => {
  it('brings back the state before it, and the letter corrects what was told', async () => {
    await send('15T09:00:00')
    await service.decide(1, 'reject', { reason: '盖章页缺失' })
    await service.round()
    const { decision, before, reply } = await service.decide(1, 'undo', { reason: '看错了支部' })
    expect([before.outcome, decision.outcome, reply?.kind]).toEqual(['rejected', 'accepted', 'correction'])
    await service.round()
    expect(shape()).toEqual(['accepted v1 stands'])
    const last = (await service.replies()).at(-1)
    expect(last?.subject).toBe(`更正: ${NAME}`)
    expect(flat(last?.text)).toContain('更正：此前“不予受理”的处理结果已撤销，以本邮件为准。你支部申报材料已受理')
    expect(await replies()).not.toContainEqual(expect.stringContaining('看错了支部'))
    await expect(service.decide(1, 'undo')).rejects.toThrow('nothing to undo')
    expect(service.list()[0]?.reply?.kind).toBe('correction')
    expect(service.app().audit().broken).toBeNull()
  })

  it('answers the mail with the same subject as before when it is answered with the file', async () => {
    await send('15T09:00:00', { files: scan })
    await service.decide(1, 'accept')
    await service.round()
    await service.decide(1, 'undo')
    await service.round()
    const correction = (await service.replies()).at(-1)
    expect(flat(correction?.text)).toContain('你支部申报材料需要重新核验')
    const inReplyTo = correction?.messageId ?? ''
    await send('15T10:00:00', { subject: `Re: ${correction?.subject}`, inReplyTo, files: [await form('33')] })
    expect(shape()).toEqual(['held v1', 'accepted v2 stands'])
  })

  it('needs no letter while the decision was not told', async () => {
    await send('15T09:00:00', { files: scan })
    await service.decide(1, 'accept')
    await service.decide(1, 'undo')
    await service.round()
    expect(shape()).toEqual(['held v1'])
    expect(await replies()).toHaveLength(1)
  })

  it('goes back one decision at a time, with the mails that repeat the files', async () => {
    const files = [await form()]
    await send('15T09:00:00', { files })
    await send('15T10:00:00', { files })
    await service.decide(1, 'reject', { reason: '甲' })
    await service.decide(1, 'return', { reason: '请补充表彰文号' })
    await service.round()
    await service.decide(1, 'undo')
    expect(shape()).toEqual(['rejected v1', 'rejected v1'])
    await service.decide(1, 'undo')
    expect(shape()).toEqual(['accepted v1 stands', 'accepted v1'])
  })

  it('repeats what a person had asked for, and nothing that nobody has time for any more', async () => {
    await send('15T09:00:00')
    await service.decide(1, 'return', { reason: '请补充表彰文号' })
    await service.decide(1, 'accept')
    await service.round()
    await service.decide(1, 'undo')
    await service.round()
    expect(await lastReply()).toContain('请补充表彰文号')
    await service.decide(1, 'accept')
    await at('20T10:06:00')
    await service.decide(1, 'undo')
    await service.round()
    expect(shape()).toEqual(['held v1'])
    expect(await lastReply()).not.toContain('重新发送')
  })

  it('moves a submission back to the branch that it was of', async () => {
    await send('15T09:00:00')
    await service.decide(1, 'accept', { branch: '教工第二党支部' })
    await service.decide(1, 'undo')
    expect(service.list()[0]).toMatchObject({ branch: BRANCH, number: '2024-model-branch-0001', standing: true })
  })
})

describe('a case that is closed', () => {
  it('leaves the digest without a letter, keeps its outcome, and opens again when that is taken back', async () => {
    await send('15T09:00:00', { files: scan })
    const { reply, decision } = await service.decide(1, 'close', { reason: '已电话告知' })
    expect([reply, decision.outcome]).toEqual([null, 'held'])
    await at('16T08:00:00')
    expect(await replies()).toHaveLength(1)
    expect(await lastDigest()).toContain('没有需要人工处理的申报')
    expect(await lastDigest()).not.toMatch(/待核验1个/)
    await expect(service.decide(1, 'close')).rejects.toThrow('no open case')
    await service.decide(1, 'undo')
    await at('17T08:00:00')
    expect(await lastDigest()).toContain('decide 1 accept')
    expect(await replies()).toHaveLength(1)
  })

  it('can be a returned one past its deadline or a question, and nothing that counts', async () => {
    await send('15T09:00:00')
    await send('19T09:00:00', { from: 'li@dlut.edu.cn', subject: NAME.replace('第一', '第二'), files: [] })
    await send('19T09:10:00', { subject: '请问样板支部的申报书要盖章吗？', files: [], text: '请问申报书要盖章吗？' })
    await expect(service.decide(1, 'close')).rejects.toThrow('no open case')
    await service.decide(2, 'close')
    await service.decide(3, 'close')
    await at('20T10:06:00')
    expect(await lastDigest()).not.toMatch(/decide 2|要盖章/)
  })
})

describe('a branch named at the desk', () => {
  it('may be written as people write it, and what is near is suggested', async () => {
    await send('15T09:00:00', { files: scan })
    await expect(service.decide(1, 'accept', { branch: '教工第二党支部部' })).rejects.toThrow(
      'did you mean 教工第二党支部?',
    )
    await service.decide(1, 'accept', { branch: '教工第2党支部' })
    expect(service.list()[0]?.branch).toBe('教工第二党支部')
  })
})
