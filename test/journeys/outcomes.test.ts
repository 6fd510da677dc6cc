import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { scannedPdf } from '../documents/make-pdf.ts'
import { blankForm, filledAnswers, formDocx } from '../support/form-docx.ts'
import { type Service, startService } from '../support/service.ts'

const NAME = '党建工作样板支部申报书-机械工程学院教工第一党支部'
const SENDER = '陈立新 <chenlixin@dlut.edu.cn>'
const AT = '2024-05-15T09:00:00+08:00'

let service: Service

beforeEach(async () => {
  service = await startService()
})
afterEach(() => service.stop())

type Overrides = Parameters<typeof filledAnswers>[0]
const form = async (answers: Overrides = {}, name = NAME) => ({
  name: `${name}.docx`,
  bytes: await formDocx(filledAnswers(answers)),
})
const last = () => service.list().at(-1)

/** A good mail with something changed; judged and answered. */
async function send(change: Partial<Parameters<Service['receive']>[0]> = {}) {
  await service.receive({ from: SENDER, subject: NAME, files: [await form()], at: AT, ...change })
  await service.round()
  return { message: last(), decision: service.decisionOn(last()?.id ?? 0), reply: (await service.replies()).at(-1) }
}

describe('an application in time and in order', () => {
  it('is accepted, and its sender gets a receipt in their thread', async () => {
    const { message, decision, reply } = await send({ messageId: '<first@client.example>' })
    expect(message).toMatchObject({
      outcome: 'accepted',
      branch: '教工第一党支部',
      number: '2024-model-branch-0001',
      version: 1,
      standing: true,
    })
    expect(decision?.naming).toEqual({ subject: 'exact', file: 'exact' })
    expect(reply).toMatchObject({
      to: 'chenlixin@dlut.edu.cn',
      subject: `回复: ${NAME}`,
      inReplyTo: '<first@client.example>',
    })
    expect(reply?.header('auto-submitted')).toBe('auto-replied')
    for (const part of [
      '2024-model-branch-0001',
      '2024年5月15日 09:00:00（北京时间）',
      decision?.documents[0]?.sha256 ?? '-',
      '第1版',
    ])
      expect(reply?.text).toContain(part)
  })

  it.each([
    ['doc', 'a.doc', 'doc'],
    ['wps', 'a.doc', 'wps'],
    ['pdf', 'a.pdf', 'pdf'],
    ['docx', 'a.libreoffice.docx', 'docx'],
  ])('is accepted as %s', async (ending, fixture, kind) => {
    const bytes = readFileSync(join(import.meta.dirname, '../fixtures/forms', fixture))
    const { message, decision } = await send({ files: [{ name: `${NAME}.${ending}`, bytes }] })
    expect([message?.outcome, decision?.documents[0]?.kind]).toEqual(['accepted', kind])
  })

  it('is answered once, however often the mailbox is looked through', async () => {
    await send()
    await service.round()
    await service.restart()
    await service.round()
    expect(await service.replies()).toHaveLength(1)
  })

  it('is accepted at the very instant of the deadline', async () => {
    expect((await send({ at: '2024-05-20T10:00:00+08:00' })).message?.outcome).toBe('accepted')
  })

  it('is accepted with a cosmetic name, and the receipt mentions it', async () => {
    const { message, decision, reply } = await send({
      subject: `Re: 【${NAME.replace('-', '——')}】`,
      files: [await form({}, `附件2：${NAME.replace('教工', ' 教工 ')}（最终版）`)],
    })
    expect(message?.outcome).toBe('accepted')
    expect(decision?.naming).toEqual({ subject: 'cosmetic', file: 'cosmetic' })
    expect(reply?.text.replace(/\s/g, '')).toContain('已按规定名称登记')
  })

  it('is judged as received in time when the service was down at the deadline', async () => {
    await service.receive({ from: SENDER, subject: NAME, files: [await form()], at: '2024-05-20T09:59:00+08:00' })
    service.setClock(new Date('2024-05-20T18:00:00+08:00'))
    await service.round()
    expect(last()?.outcome).toBe('accepted')
  })
})

describe('what the sender can mend', () => {
  it.each([
    ['another subject', { subject: '申报材料' }, 'subject.pattern'],
    ['an empty subject', { subject: '' }, 'subject.missing'],
    ['XX left in', { subject: NAME.replace('教工第一', 'XX') }, 'subject.placeholder'],
    ['no attachment', { files: [] }, 'file.missing'],
    [
      'a link instead of a file',
      { files: [], text: '从QQ邮箱发来的超大附件 https://wx.mail.qq.com/ftn/download?func=3&key=x' },
      'file.link',
    ],
    ['a photo', { files: [{ name: `${NAME}.jpg`, bytes: Buffer.from('ffd8ffe000104a464946', 'hex') }] }, 'file.format'],
  ])('returns %s and says what to do', async (_, change, code) => {
    const { message, decision, reply } = await send(change)
    expect(message?.outcome).toBe('returned')
    expect(decision?.problems.map(problem => problem.code)).toEqual([code])
    expect(reply?.text.replace(/\s/g, '')).toContain(decision?.problems[0]?.remedy ?? '-')
    expect(reply?.text).toContain('2024年5月20日 10:00')
  })

  it('returns a wrong file name and gives the right one to copy', async () => {
    const { decision, reply } = await send({ files: [await form({}, '申报书')] })
    expect(decision?.problems.map(({ code }) => code)).toEqual(['file.name'])
    expect(reply?.text.split('\n')).toContain(`${NAME}.docx`)
  })

  it('returns a branch near to one of the roster and suggests that', async () => {
    const wrong = NAME.replace('教工第一党支部', '机械制造教工党支部')
    const { message, decision, reply } = await send({
      subject: wrong,
      files: [await form({ branchName: '机械制造教工党支部' }, wrong)],
    })
    expect(message?.outcome).toBe('returned')
    expect(decision?.problems.map(({ code }) => code)).toEqual(['branch.unknown'])
    expect(reply?.text).toContain('机械制造系教工党支部')
  })

  it('returns subject and file that name different branches', async () => {
    const { message, decision, reply } = await send({ files: [await form({}, NAME.replace('第一', '第二'))] })
    expect(message?.outcome).toBe('returned')
    expect(decision?.problems.map(({ code }) => code)).toContain('branch.mismatch')
    expect(reply?.text.replace(/\n */g, '')).toContain('教工第一党支部（邮件主题、申报书）；教工第二党支部（文件名）')
  })

  it('returns a form that names another branch of the roster', async () => {
    const { decision } = await send({ files: [await form({ branchName: '教工第二党支部' })] })
    expect(decision?.problems.map(({ code }) => code)).toEqual(['branch.mismatch'])
  })

  it('returns the blank template', async () => {
    const { message, decision } = await send({ files: [{ name: `${NAME}.docx`, bytes: await blankForm() }] })
    expect(message?.outcome).toBe('returned')
    expect(decision?.problems.map(({ code }) => code)).toEqual(['form.blank'])
  })

  it('returns a form with an empty required field and names it', async () => {
    const { message, decision } = await send({ files: [await form({ outcomes: '', phone: '' })] })
    expect(message?.outcome).toBe('returned')
    expect(decision?.problems.map(({ code, expected }) => `${code} ${expected}`)).toEqual([
      'form.field-missing 联系电话',
      'form.field-missing 预期成效',
    ])
  })

  it('returns a form whose honours are all of the school', async () => {
    const honours = [
      { date: '2022年6月', name: '先进党支部', recipient: '党支部', level: '院级', grantedBy: '机械工程学院党委' },
      { date: '2023年6月', name: '优秀共产党员', recipient: '李文博', level: '院级', grantedBy: '机械工程学院党委' },
    ]
    const { message, decision, reply } = await send({
      files: [await form({ honours, review: '2022年：较好；2023年：较好' })],
    })
    expect(message?.outcome).toBe('returned')
    expect(decision?.problems.map(({ code }) => code)).toEqual([
      'eligibility.honour.branch',
      'eligibility.honour.member',
    ])
    expect(reply?.text).toContain('先进党支部')
  })

  it('returns a plan with a limit beyond the cycle', async () => {
    const measures = [{ text: '建强班子', detail: '完善分工', due: '2027年6月', owner: '陈立新' }]
    const { decision } = await send({ files: [await form({ measures })] })
    expect(decision?.problems.map(({ code }) => code)).toEqual(['eligibility.plan.deadlines'])
  })

  it('holds instead of returning when no time is left', async () => {
    await service.receive({ from: SENDER, subject: '申报材料', files: [await form()], at: '2024-05-20T09:59:50+08:00' })
    service.setClock(new Date('2024-05-20T10:00:20+08:00'))
    await service.round()
    expect(last()?.outcome).toBe('held')
  })
})

describe('what is not accepted', () => {
  it('rejects what came a second after the deadline, with both times', async () => {
    const { message, reply } = await send({ at: '2024-05-20T10:00:01+08:00' })
    expect(message?.outcome).toBe('rejected')
    expect(reply?.text).toContain('2024年5月20日 10:00:01')
    expect(reply?.text).toContain('2024年5月20日 10:00:00')
  })

  it('does not believe the sender’s own clock', async () => {
    const { message } = await send({ at: '2024-05-20T10:30:00+08:00', date: new Date('2024-05-19T10:00:00+08:00') })
    expect(message?.outcome).toBe('rejected')
  })

  it('rejects an excluded branch without telling the committee’s reason', async () => {
    const name = NAME.replace('教工第一党支部', '国际工程班学生党支部')
    const { message, reply } = await send({
      subject: name,
      files: [await form({ branchName: '国际工程班学生党支部', branchType: '学生' }, name)],
    })
    expect(message?.outcome).toBe('rejected')
    expect(reply?.text).toContain('不在本次推荐范围')
    expect(reply?.text).not.toContain('另行处理')
  })
})

describe('what a person must look at', () => {
  it('holds a scan and asks for a Word version', async () => {
    const { message, decision, reply } = await send({ files: [{ name: `${NAME}.pdf`, bytes: scannedPdf() }] })
    expect(message?.outcome).toBe('held')
    expect(decision?.documents).toMatchObject([{ kind: 'pdf', status: 'unreadable', why: 'scanned' }])
    expect(reply?.text).toMatch(/Word/)
  })

  it('holds what the two trusted clocks put on different sides of the deadline', async () => {
    const { message, decision } = await send({
      at: '2024-05-20T09:59:58+08:00',
      internalDate: '2024-05-20T10:00:03+08:00',
    })
    expect(message?.outcome).toBe('held')
    expect(decision?.problems.map(({ code }) => code)).toEqual(['deadline.uncertain'])
  })

  it('holds a branch that the roster may lack', async () => {
    const name = NAME.replace('教工第一党支部', '增材制造中心联合党支部')
    const { message, decision } = await send({
      subject: name,
      files: [await form({ branchName: '增材制造中心联合党支部' }, name)],
    })
    expect(message?.outcome).toBe('held')
    expect(decision?.problems.map(({ code }) => code)).toEqual(['branch.unknown'])
  })

  it('holds a sender whom our server could not authenticate, and answers nobody', async () => {
    const { message, reply } = await send({
      headers: { 'Authentication-Results': 'mail.dlut.edu.cn; spf=fail smtp.mailfrom=dlut.edu.cn; dkim=fail' },
    })
    expect(message?.outcome).toBe('held')
    expect(reply).toBeUndefined()
  })
})

describe('mail that is no application', () => {
  it.each([
    [
      'a university notice that mentions 样板支部',
      { from: '党委组织部 <zzb@dlut.edu.cn>', subject: '关于开展样板支部培育经验交流的通知', files: [] },
      'unrelated',
    ],
    [
      'a question',
      { subject: '请问样板支部申报书什么时候交？', files: [], text: '请问截止时间是什么时候？' },
      'inquiry',
    ],
    [
      'an automatic answer',
      { subject: `自动回复: ${NAME}`, files: [], headers: { 'Auto-Submitted': 'auto-replied' } },
      'automatic',
    ],
    ['lunch', { subject: '中午吃什么', files: [] }, 'unrelated'],
  ])('is never answered: %s', async (_, change, relation) => {
    const { message, reply } = await send(change)
    expect(message).toMatchObject({ relation, outcome: 'ignored', reply: null })
    expect(reply).toBeUndefined()
  })
})
