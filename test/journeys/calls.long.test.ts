import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { scannedPdf } from '../documents/make-pdf.ts'
import { BRANCH, NAME, SENDER } from '../support/applicant.ts'
import { filledAnswers, formDocx } from '../support/form-docx.ts'
import { type Service, startService } from '../support/service.ts'
import { lastYears, PARTY_DAY, partyDayForm, sameWeeks } from '../support/two-calls.ts'

let service: Service

type Answers = Parameters<typeof filledAnswers>[0]
const form = async (answers: Answers = {}, name = NAME) => ({
  name: `${name}.docx`,
  bytes: await formDocx(filledAnswers(answers)),
})

/** A mail at that time in Beijing, and what became of it. */
async function send(at: string, change: Partial<Parameters<Service['receive']>[0]> = {}) {
  const mail = { from: SENDER, subject: NAME, files: [await form()], at: `${at}+08:00` }
  await service.receive({ ...mail, ...change })
  await service.round()
  const message = service.list().at(-1)
  return { ...message, problems: service.decisionOn(message?.id ?? 0)?.problems.map(({ code }) => code) ?? [] }
}

describe('last year’s call, kept in one mailbox beside this year’s', () => {
  const [LAST, THIS] = ['2023-model-branch', '2024-model-branch']
  let lastYearsReceipt = ''

  beforeAll(async () => {
    const variables = { SHENBAO_MAILBOX_SINCE: '2023-05-10', SHENBAO_CAPS_PER_ADDRESS_PER_DAY: '100' }
    service = await startService(variables, undefined, { '2023-model-branch.yaml': lastYears() })
    service.setClock(new Date('2023-05-15T08:00:00+08:00'))
  })
  afterAll(() => service.stop())

  it('took last year’s applications, and refused one that came after its deadline', async () => {
    const deadline = new Date('2023-05-20T02:00:00Z')
    const files = [await form({ deadline })]
    expect(await send('2023-05-15T09:00:00', { files })).toMatchObject({ call: LAST, outcome: 'accepted' })
    lastYearsReceipt = (await service.replies()).at(-1)?.messageId ?? ''
    expect(await send('2023-05-21T09:00:00', { files })).toMatchObject({ call: LAST, outcome: 'rejected' })
  })

  it('leaves this year’s application to this year’s call', async () => {
    expect(await send('2024-05-15T09:00:00')).toMatchObject({ call: THIS, outcome: 'accepted', version: 1 })
    expect((await service.replies()).at(-1)?.text).toContain('2024年5月20日 10:00')
  })

  it.each([
    ['without a file', { files: [] }, 'returned', ['file.missing']],
    ['with a scan', { files: [{ name: `${NAME}.pdf`, bytes: scannedPdf() }] }, 'held', ['file.unreadable']],
    [
      'with a photo',
      { files: [{ name: '1.jpg', bytes: Buffer.from('ffd8ffe000104a464946', 'hex') }] },
      'returned',
      ['file.format'],
    ],
  ] as const)('leaves a mail %s to this year’s call', async (_, change, outcome, problems) => {
    expect(await send('2024-05-15T10:00:00', change)).toMatchObject({ call: THIS, outcome, problems })
  })

  it('leaves last year’s form to this year’s call, which returns it', async () => {
    const files = [await form({ cycle: '2023年5月至2025年5月', memberCount: '31' })]
    expect(await send('2024-05-15T10:30:00', { files })).toMatchObject({ call: THIS, problems: ['form.outdated'] })
    expect((await service.replies()).at(-1)?.text.replace(/\s/g, '')).toContain('应为：2024年5月至2026年5月')
  })

  it('leaves the answer to last year’s letter to this year’s call', async () => {
    const thread = { inReplyTo: lastYearsReceipt, subject: `回复: ${NAME}` }
    const files = [await form({ memberCount: '34' })]
    expect(await send('2024-05-15T11:00:00', { ...thread, files })).toMatchObject({ call: THIS, outcome: 'accepted' })
    expect(await send('2024-05-15T11:10:00', { ...thread, files: [] })).toMatchObject({
      call: THIS,
      relation: 'inquiry',
    })
  })

  it('takes nothing even after this year’s deadline', async () => {
    expect(await send('2024-05-20T10:00:01')).toMatchObject({ call: THIS, outcome: 'rejected' })
  })
})

describe('two calls of one week in one mailbox', () => {
  const [MODEL, DAY] = ['2024-model-branch', '2024-party-day']
  const DAY_NAME = NAME.replace('党建工作样板支部', PARTY_DAY)
  const dayForm = (answers: Answers = {}) => form({ title: PARTY_DAY, ...answers }, DAY_NAME)

  beforeAll(async () => {
    service = await startService(
      { SHENBAO_CAPS_PER_ADDRESS_PER_DAY: '100' },
      call => call.replace('title:', 'short: 样板支部\ntitle:'),
      { '2024-party-day.yaml': sameWeeks(), '../forms/party-day.yaml': partyDayForm() },
    )
  })
  afterAll(() => service.stop())

  it('each take their own, by name and form', async () => {
    expect(await send('2024-05-15T09:00:00')).toMatchObject({ call: MODEL, outcome: 'accepted', version: 1 })
    const own = { subject: DAY_NAME, files: [await dayForm()] }
    expect(await send('2024-05-15T09:10:00', own)).toMatchObject({ call: DAY, outcome: 'accepted', version: 1 })
    expect((await service.replies()).at(-1)?.text).toContain('大连理工大学最佳党日活动评选')
  })

  it('go by the form where the subject tells nothing, and by the names where there is no form', async () => {
    const bare = { subject: '申报材料', files: [{ ...(await dayForm({ memberCount: '35' })), name: '申报书.docx' }] }
    expect(await send('2024-05-15T09:20:00', bare)).toMatchObject({ call: DAY, outcome: 'returned' })
    expect(await send('2024-05-15T09:25:00', { subject: DAY_NAME, files: [] })).toMatchObject({ call: DAY })
    const scan = { subject: '申报', files: [{ name: `${DAY_NAME}.pdf`, bytes: scannedPdf() }] }
    expect(await send('2024-05-15T09:30:00', scan)).toMatchObject({ call: DAY })
    const second = DAY_NAME.replace('第一', '第二')
    const sealed = { subject: second, files: [{ name: `${second}.pdf`, bytes: scannedPdf() }] }
    expect(await send('2024-05-15T09:35:00', sealed)).toMatchObject({ call: DAY, outcome: 'held' })
  })

  it('stay apart within a thread: a new form for the other call is the other call’s', async () => {
    const receipt = (await service.replies()).find(({ subject }) => subject === `回复: ${NAME}`)?.messageId ?? ''
    const other = { inReplyTo: receipt, subject: DAY_NAME, files: [await dayForm({ memberCount: '36' })] }
    expect(await send('2024-05-15T09:40:00', other)).toMatchObject({ call: DAY, outcome: 'accepted' })
    const own = { inReplyTo: receipt, subject: '补充', files: [await form({ memberCount: '37' })] }
    expect(await send('2024-05-15T09:50:00', own)).toMatchObject({ call: MODEL, outcome: 'accepted' })
  })

  it('each decide of their own form where one mail brings both, and one letter tells of both', async () => {
    const before = (await service.replies()).length
    const both = await send('2024-05-15T10:00:00', { files: [await form(), await dayForm()] })
    expect(both).toMatchObject({ call: null, outcome: null, branch: BRANCH })
    expect(both.entries).toMatchObject([
      { call: MODEL, branch: BRANCH, outcome: 'accepted' },
      { call: DAY, branch: BRANCH, outcome: 'returned' },
    ])
    const letters = (await service.replies()).slice(before)
    expect(letters).toHaveLength(1)
    const text = letters[0]?.text.replace(/\s/g, '')
    expect(text).toContain('来信涉及2项申报，分别答复如下')
    expect(text).toContain(DAY_NAME)
  })

  it.each([
    ['请问最佳党日活动的材料几点截止？', DAY],
    ['请问样板支部申报书要盖章吗？', MODEL],
  ])('are asked in their own words: %s', async (subject, call) => {
    const asked = await send('2024-05-15T10:10:00', { subject, text: '谢谢老师。', files: [], from: 'x@dlut.edu.cn' })
    expect(asked).toMatchObject({ relation: 'inquiry', call })
  })

  it('are both named to staff where a mail names neither, and no letter chooses one', async () => {
    const gone = { subject: '撤回申报', text: '老师好，我支部撤回申报，谢谢。', files: [] }
    expect(await send('2024-05-15T10:20:00', gone)).toMatchObject({
      ...{ relation: 'withdrawal', outcome: 'held', branch: null },
    })
    const text = (await service.replies()).at(-1)?.text ?? ''
    expect(text).toContain('您的来信已收到')
    expect(text).not.toMatch(/样板支部|最佳党日/)
  })

  it('are told apart in the digest, case by case', async () => {
    service.setClock(new Date('2024-05-16T08:00:30+08:00'))
    await service.round()
    const { text = '' } = (await service.digests()).at(-1) ?? {}
    expect(text).toContain('最佳党日：教工第二党支部（邮件编号')
    expect(text).toContain('最佳党日：请问最佳党日活动的材料几点截止？')
    expect(text).toContain('样板支部：请问样板支部申报书要盖章吗？')
    expect(text).toContain('各支部情况：大连理工大学最佳党日活动评选')
    expect(text.replace(/\s/g, '')).toMatch(
      /可能是：教工第一党支部（样板支部）、教工第一党支部（最佳党日）.*请与来信人核实/,
    )
  })

  it('leave a paragraph of the closed one in the digest, and after two weeks nothing', async () => {
    const digestOn = async (day: string) => {
      service.setClock(new Date(`${day}T08:00:30+08:00`))
      await service.round()
      return (await service.digests()).findLast(({ subject }) => subject.startsWith('申报日报'))?.text ?? ''
    }
    const closed = await digestOn('2024-05-22')
    expect(closed.replace(/\n/g, '')).toContain(
      '大连理工大学党建工作样板支部推荐对象遴选（简称“样板支部”）：已于2024年5月20日 10:00截止',
    )
    expect(closed).not.toContain('各支部情况：大连理工大学党建工作样板支部推荐对象遴选')
    for (const { id, relation, entries } of service.list())
      for (const [index, { outcome }] of entries.entries())
        if (outcome === 'held' || outcome === 'returned')
          await service.decide(
            id,
            relation === 'withdrawal' ? 'close' : 'reject',
            entries.length < 2 ? {} : { entry: `${index + 1}` },
          )
    await service.round()
    const gone = await digestOn('2024-06-10')
    expect(gone).toContain('目前没有受理中的通知。')
  })
})

describe('a call whose naming rules name nobody', () => {
  const RULE = "{ subject: '最佳党日活动申报', file: '最佳党日活动申报书' }"
  const roster = `支部名称,类型,别名,联系邮箱,排除原因\n${[
    '教工第一党支部,教师,,,',
    '教工第二党支部,教师,,second@dlut.edu.cn,',
    '教工第三党支部,教师,,,',
  ].join('\n')}\n`

  beforeAll(async () => {
    const call = sameWeeks(RULE).replace(/^applicant:.*$/m, 'applicant: { roster: party-day.csv }')
    service = await startService({}, undefined, {
      '2024-party-day.yaml': call,
      'party-day.csv': roster,
      '../forms/party-day.yaml': partyDayForm(),
    })
  })
  afterAll(() => service.stop())

  const mail = async (answers: Answers) => ({
    subject: '最佳党日活动申报',
    files: [await form({ title: PARTY_DAY, ...answers }, '最佳党日活动申报书')],
  })

  it('takes the applicant from the form, not from the first row of the roster', async () => {
    const third = await mail({ branchName: '教工第三党支部' })
    expect(await send('2024-05-15T09:00:00', third)).toMatchObject({ branch: '教工第三党支部', outcome: 'accepted' })
  })

  const scan = () => ({ subject: '最佳党日活动申报', files: [{ name: '最佳党日活动申报书.pdf', bytes: scannedPdf() }] })

  it('else from the row in which the sender’s address stands', async () => {
    const known = { ...scan(), from: 'Second@dlut.edu.cn' }
    expect(await send('2024-05-15T09:10:00', known)).toMatchObject({ branch: '教工第二党支部', outcome: 'held' })
  })

  it('else leaves it to a person, and returns nothing for it', async () => {
    const unknown = await send('2024-05-15T09:20:00', { ...scan(), from: 'nobody@dlut.edu.cn' })
    expect(unknown).toMatchObject({ branch: null, outcome: 'held', problems: ['branch.ambiguous', 'file.unreadable'] })
  })
})
