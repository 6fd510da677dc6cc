import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { scannedPdf } from '../documents/make-pdf.ts'
import { applicantOf, BRANCH, NAME, SENDER } from '../support/applicant.ts'
import { type Service, startService } from '../support/service.ts'

const STRANGER = 'someone@example.com'
const PHOTO = { name: '荣誉证书.jpg', bytes: Buffer.from('ffd8ffe000104a46494600010101006000600000ffd9', 'hex') }

let service: Service
beforeEach(async () => {
  service = await startService()
})
afterEach(() => service.stop())

const { send, form } = applicantOf(() => service)
const last = () => service.list().at(-1)
const letters = async () => (await service.replies()).map(({ to, text }) => ({ to, text: text.replace(/\n\s*/g, '') }))
const lastLetter = async () => (await letters()).at(-1)
const digestAt = async (moment: string) => {
  service.setClock(new Date(`2024-05-${moment}+08:00`))
  await service.round()
  return (await service.digests()).at(-1)?.text.replace(/\n\s*/g, '') ?? ''
}
const write = async (
  at: string,
  mail: { subject: string; text: string; from?: string; inReplyTo?: string; files?: (typeof PHOTO)[] },
) => {
  await service.receive({
    at: `2024-05-${at}+08:00`,
    from: mail.from ?? SENDER,
    subject: mail.subject,
    text: mail.text,
    files: mail.files ?? [],
    ...(mail.inReplyTo === undefined ? {} : { inReplyTo: mail.inReplyTo }),
  })
  await service.round()
}
const WITHDRAW = { subject: `撤回申报-${BRANCH}`, text: '因支部换届，我支部撤回本次样板支部申报，请予办理。' }

describe('a withdrawal', () => {
  it('waits for a person, and what was accepted counts meanwhile', async () => {
    await send('15T09:00:00')
    await write('16T09:00:00', WITHDRAW)
    expect(last()).toMatchObject({ relation: 'withdrawal', outcome: 'held', branch: BRANCH })
    expect((await lastLetter())?.text).toContain('撤回申请已收到，由学院党委确认')
    expect(service.list()[0]).toMatchObject({ standing: true, outcome: 'accepted' })
    const digest = await digestAt('17T08:00:00')
    expect(digest).toContain('来信要求撤回申报')
    expect(digest).toContain('受理（撤回待确认）')
    expect(digest).toContain('shenbao decide 2 withdraw')
  })

  it('in answer to our letter is seen whatever its subject, and so is a question', async () => {
    await send('15T09:00:00')
    const inReplyTo = (await service.replies()).at(-1)?.messageId ?? ''
    await write('16T09:00:00', { subject: '有变化', text: '我支部撤回申报。', inReplyTo })
    expect(last()).toMatchObject({ relation: 'withdrawal', outcome: 'held', branch: BRANCH })
    await write('16T10:00:00', { subject: '再问一下', text: '请问结果什么时候公布？', inReplyTo })
    expect(last()).toMatchObject({ relation: 'inquiry' })
  })

  it('ends what came before it once a person confirms it, and what comes later counts', async () => {
    await send('15T09:00:00')
    await write('16T09:00:00', WITHDRAW)
    await service.decide(2, 'withdraw')
    await service.round()
    expect(service.list()[0]).toMatchObject({ standing: false })
    expect(service.decisionOn(2)).toMatchObject({ outcome: 'noted', ended: true })
    expect(await lastLetter()).toMatchObject({
      to: 'chenlixin@dlut.edu.cn',
      text: expect.stringContaining('经学院党委确认，你支部的申报已撤回'),
    })
    expect(await digestAt('17T08:00:00')).toContain('已撤回')
    await send('18T09:00:00')
    expect(service.list().at(-1)).toMatchObject({ standing: true, outcome: 'accepted', version: 2 })
  })

  it('that isn’t confirmed lets the application stand, and says so; undo brings the case back', async () => {
    await send('15T09:00:00')
    await write('16T09:00:00', WITHDRAW)
    await service.decide(2, 'keep')
    await service.round()
    expect((await lastLetter())?.text).toContain('撤回申请未予确认')
    expect(service.list()[0]).toMatchObject({ standing: true })
    await service.decide(2, 'undo')
    expect(service.decisionOn(2)).toMatchObject({ outcome: 'held' })
  })

  it('by a stranger changes nothing: they learn only that the mail came, the protected sender is told', async () => {
    await send('15T09:00:00')
    await write('16T09:00:00', { ...WITHDRAW, from: STRANGER })
    const all = await letters()
    expect(
      all
        .filter(({ to }) => to === STRANGER)
        .map(({ text }) => text)
        .join(),
    ).toContain('仅确认收到')
    expect(all.findLast(({ to }) => to === 'chenlixin@dlut.edu.cn')?.text ?? '').toContain('申请撤回申报的邮件')
    expect(service.list()[0]).toMatchObject({ standing: true })
  })

  it('sent twice is one thing to decide: the other leaves the list once one is confirmed, unless a version came between', async () => {
    await send('15T09:00:00')
    await write('16T09:00:00', WITHDRAW)
    await write('16T10:00:00', { ...WITHDRAW, subject: `再次申请撤回申报-${BRANCH}` })
    expect(await digestAt('17T08:00:00')).toContain('邮件编号3')
    await service.decide(2, 'withdraw')
    expect(await digestAt('18T08:00:00')).not.toContain('decide 3 withdraw')
    await send('18T09:00:00', { files: [await form('33')] })
    await write('18T10:00:00', WITHDRAW)
    expect(await digestAt('19T08:00:00')).toContain('decide 5 withdraw')
  })

  it('that was closed without a decision leaves the branch 受理', async () => {
    await send('15T09:00:00')
    await write('16T09:00:00', WITHDRAW)
    await service.decide(2, 'close')
    expect(await digestAt('17T08:00:00')).not.toContain('撤回待确认')
  })

  it('by a stranger is shown as such to who must decide, and confirmed all the same it is the owner who is told', async () => {
    await send('15T09:00:00')
    await write('16T09:00:00', { ...WITHDRAW, from: STRANGER })
    expect(await digestAt('17T08:00:00')).toContain('来自其他地址：不是此前申报所用的邮箱')
    await service.decide(2, 'withdraw')
    await service.round()
    const told = (await service.replies()).at(-1)
    expect([told?.to, told?.inReplyTo]).toEqual(['chenlixin@dlut.edu.cn', null])
    expect(told?.text.replace(/\n/g, '')).toContain('经学院党委确认，你支部的申报已撤回')
  })

  it('is told neither by what is quoted nor by what is denied', async () => {
    await send('15T09:00:00')
    await write('16T09:00:00', { subject: `${NAME}的说明`, text: '我支部不撤回申报。\n\n> 我支部撤回申报' })
    expect(last()?.relation).not.toBe('withdrawal')
  })
})

describe('evidence', () => {
  it('is filed with the application, whose version stays; before one is accepted the form is asked for', async () => {
    const mail = { subject: `${BRANCH}样板支部申报佐证材料`, text: '补交佐证材料，请查收。', files: [PHOTO] }
    await write('15T09:00:00', mail)
    expect(last()).toMatchObject({ relation: 'evidence', outcome: 'noted', branch: BRANCH })
    expect((await lastLetter())?.text).toContain('佐证材料已收到，已登记')
    expect((await lastLetter())?.text).toContain('前按通知要求报送填写好的申报书')
    expect(await digestAt('15T10:00:00').then(() => digestAt('16T08:00:00'))).toContain('未报（有材料）')
    await send('16T09:00:00')
    await write('16T10:00:00', mail)
    expect((await lastLetter())?.text).toContain('继续有效')
    expect((await lastLetter())?.text).not.toContain('前按通知要求报送')
  })

  it('asks for no form while one waits for a person', async () => {
    await send('15T09:00:00', { files: [{ name: `${NAME}.pdf`, bytes: scannedPdf() }] })
    expect(last()).toMatchObject({ outcome: 'held' })
    await write('15T10:00:00', { subject: `${BRANCH}样板支部佐证材料`, text: '补交佐证材料。', files: [PHOTO] })
    expect((await lastLetter())?.text).toContain('此前报送的申报书仍待人工核验')
    expect((await lastLetter())?.text).not.toContain('前按通知要求报送')
    expect(await digestAt('16T08:00:00')).toContain('佐证：邮件编号2')
  })

  it('is listed among what came, a stranger’s apart, and sent in several lots each lot is confirmed', async () => {
    await send('15T09:00:00')
    const mail = { subject: `${BRANCH}样板支部佐证材料`, text: '佐证材料。' }
    await write('16T09:00:00', { ...mail, files: [PHOTO] })
    await write('16T09:01:00', { ...mail, files: [{ ...PHOTO, bytes: Buffer.concat([PHOTO.bytes, PHOTO.bytes]) }] })
    await write('16T09:02:00', { ...mail, from: STRANGER, files: [PHOTO] })
    expect((await letters()).filter(({ text }) => text.includes('佐证材料已收到'))).toHaveLength(2)
    const digest = await digestAt('17T08:00:00')
    expect(digest).toMatch(/教工第一党支部 +佐证材料/)
    expect(digest).toMatch(/教工第一党支部（来自其他地址） +佐证材料/)
  })

  it('that comes late is marked, and only a person takes it into the papers', async () => {
    await send('15T09:00:00')
    await write('21T09:00:00', { subject: `${BRANCH}样板支部申报佐证材料`, text: '补交佐证材料。', files: [PHOTO] })
    expect(last()).toMatchObject({ relation: 'evidence', outcome: 'noted' })
    expect(await digestAt('22T08:00:00')).toContain('截止后收到')
    await service.decide(2, 'keep')
    expect(await digestAt('23T08:00:00')).not.toContain('是否列入评审材料请决定')
  })
})

describe('«不申报»', () => {
  const declined = { subject: `${BRANCH}关于样板支部申报的说明`, text: '经支委会研究，我支部本次不申报。' }

  it('is filed, shown until a person confirms it, and nobody is reminded then', async () => {
    await write('15T09:00:00', declined)
    expect(last()).toMatchObject({ relation: 'declined', outcome: 'noted' })
    expect((await lastLetter())?.text).toContain('不申报的说明已收到')
    expect(await digestAt('16T08:00:00')).toContain('不申报（待核实）')
    await service.decide(1, 'withdraw')
    expect(await digestAt('17T08:00:00')).not.toContain('不申报（待核实）')
  })

  it('of a branch whose version was accepted is a withdrawal, which a person must confirm', async () => {
    await send('15T09:00:00')
    await write('16T09:00:00', declined)
    expect(last()).toMatchObject({ relation: 'withdrawal', outcome: 'held' })
  })

  it('by a stranger changes no state', async () => {
    await send('15T09:00:00')
    await write('16T09:00:00', { ...declined, from: STRANGER })
    expect(last()).toMatchObject({ relation: 'declined', outcome: 'noted' })
    expect(await digestAt('17T08:00:00')).not.toContain('不申报（待核实）')
  })
})

describe('a question beside a form', () => {
  it('is passed on: the letter says so, the digest shows its words', async () => {
    await send('15T09:00:00', { text: '申报书见附件。请问预备党员是否计入党员人数？' })
    expect(last()).toMatchObject({ relation: 'application', outcome: 'accepted' })
    expect((await lastLetter())?.text).toContain('来信中的问题已转工作人员')
    expect((await service.digests()).map(({ text }) => text).join()).toContain('请问预备党员是否计入党员人数')
  })
})
