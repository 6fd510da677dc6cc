import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { codesIn } from '../../src/core/desk/code.ts'
import { ESSAY, workOf } from '../support/essay.ts'
import { filesOf } from '../support/scholarship.ts'
import { type Service, startService } from '../support/service.ts'

const STAFF = 'wang@dlut.edu.cn'
const LIN = '林晓岚 <lin@mail.example>'
const OTHER = '小岚 <xl@qq.example>'
const SUBJECT = '征文-林晓岚-文学院-故乡的桥'

let service: Service

beforeEach(async () => {
  const { call, beside } = filesOf(ESSAY)
  service = await startService(
    { SHENBAO_STAFF_DESK: `王老师 <${STAFF}>`, SHENBAO_SENDERS_TRUSTED: 'true' },
    () => call,
    beside,
  )
})
afterEach(() => service.stop())

const work = (ending = '') => workOf('林晓岚', '故乡的桥', ending)
const send = async (at: string, mail: Partial<Parameters<Service['receive']>[0]> = {}) => {
  await service.receive({ from: LIN, subject: SUBJECT, files: [work()], at: `2024-05-${at}+08:00`, ...mail })
  await service.round()
}
const shape = () =>
  service.list().map(({ outcome, version, standing }) => `${outcome} v${version}${standing ? ' stands' : ''}`)
const flat = (text = '') => text.replace(/\s/g, '')
const letters = async (to: string) =>
  (await service.replies()).filter(one => one.to.includes(to)).map(({ text }) => flat(text))

describe('a work in a call without a form, accepted by a person', () => {
  it('stands in place of the one before it, protected as that was, and both senders are told so', async () => {
    await send('15T09:00:00')
    await send('15T10:00:00', { from: OTHER, files: [work('二稿。')] })
    expect(shape()).toEqual(['accepted v1 stands', 'held v2'])
    await expect(service.decide(2, 'accept', { withoutForm: true })).rejects.toThrow('brings a form, or may')
    await service.decide(2, 'accept')
    await service.round()
    expect(shape()).toEqual(['accepted v1', 'accepted v2 stands'])
    expect((await letters('xl@qq.example')).at(-1)).toContain('申报材料已受理')
    expect((await letters('xl@qq.example')).at(-1)).not.toMatch(/没有征文作品|未附/)
    expect((await letters('lin@mail.example')).at(-1)).toContain('此前受理的第1版')
    await send('15T11:00:00', { files: [work('三稿。')] })
    expect(shape()).toEqual(['accepted v1', 'accepted v2 stands', 'held v3'])
    await send('15T12:00:00', { from: OTHER, files: [work('四稿。')] })
    expect(shape().at(-1)).toBe('accepted v4 stands')
  })

  it('is accepted by a line of mail, as the digest offers it', async () => {
    await send('15T09:00:00')
    await send('15T10:00:00', { from: OTHER, files: [work('二稿。')] })
    service.setClock(new Date('2024-05-16T08:00:00+08:00'))
    await service.round()
    const digest = (await service.digests()).at(-1)
    expect(flat(digest?.text)).toContain('2受理')
    await service.receive({
      from: STAFF,
      subject: `回复: 申报日报〔${codesIn(digest?.subject ?? '')[0]}〕`,
      text: '2 受理',
      headers: {
        'Authentication-Results': `mail.dlut.edu.cn; spf=pass smtp.mailfrom=${STAFF}; dkim=pass header.d=dlut.edu.cn`,
      },
      at: '2024-05-16T09:00:00+08:00',
    })
    await service.round()
    expect(shape().slice(0, 2)).toEqual(['accepted v1', 'accepted v2 stands'])
  })

  it('is accepted too where only a person can tell that it is the work', async () => {
    await send('15T09:00:00', {
      files: [{ name: '林晓岚-文学院-故乡的桥.rar', bytes: Buffer.from('Rar!\x1a\x07\x00 work', 'latin1') }],
    })
    await service.decide(1, 'accept', { branch: '林晓岚' })
    expect(shape()).toEqual(['accepted v1 stands'])
  })

  it('needs the word that none came where there is only a link, and displaces no work then', async () => {
    await send('15T09:00:00')
    await send('15T10:00:00', { files: [], text: '作品见 https://pan.baidu.com/s/1abc' })
    await expect(service.decide(2, 'accept')).rejects.toThrow('--without-form')
    await service.decide(2, 'accept', { withoutForm: true })
    await service.round()
    expect(shape()).toEqual(['accepted v1 stands', 'accepted v2'])
    expect((await letters('lin@mail.example')).at(-1)).toContain('来件中没有征文作品')
  })
})

describe('a work that its author takes back', () => {
  it('in the thread of its receipt waits for a person, and the next one replaces nothing', async () => {
    await send('15T09:00:00')
    const receipt = (await service.replies()).at(-1)
    const inReplyTo = receipt?.messageId ?? ''
    const answer = { subject: `回复：${receipt?.subject}`, files: [], inReplyTo }
    await send('15T10:00:00', { ...answer, text: '老师您好，我想撤回我的投稿，有些地方要大改。' })
    expect(service.list().at(-1)).toMatchObject({ relation: 'withdrawal', outcome: 'held' })
    expect((await letters('lin@mail.example')).at(-1)).toContain('撤回申请已收到')
    await service.decide(2, 'withdraw')
    await send('15T11:00:00', { ...answer, text: '我决定退出本次征文活动。' })
    await send('15T12:00:00', { files: [work('大改。')] })
    expect((await letters('lin@mail.example')).at(-1)).toContain('材料版本：第2版')
    expect((await letters('lin@mail.example')).at(-1)).not.toContain('替换第')
  })

  it.each(['我们不撤回，请继续评审。', '谢谢老师，已收到。'])('«%s» is no withdrawal', async text => {
    await send('15T09:00:00')
    const inReplyTo = (await service.replies()).at(-1)?.messageId ?? ''
    await send('15T10:00:00', { subject: '回复：征文', files: [], text, inReplyTo })
    expect(service.list().at(-1)?.relation).not.toBe('withdrawal')
  })
})
