import { readXlsx, writeXlsx } from 'hucre/xlsx'
import { codesIn } from '../../src/core/desk/code.ts'
import { scannedPdf } from '../documents/make-pdf.ts'
import type { SampleMail } from './compose-mail.ts'
import { filledAnswers, formDocx } from './form-docx.ts'

export const [WANG, LI] = ['wang@dlut.edu.cn', 'li@dlut.edu.cn']
/** Their addresses begin so. */
export const BRANCHES = {
  one: '教工第一党支部',
  two: '教工第二党支部',
  three: '教工第三党支部',
  four: '教工第四党支部',
  five: '教工第五党支部',
  nine: '教工第九党支部',
} as const
type Branch = keyof typeof BRANCHES
export const addressOf = (branch: string): string => `${branch}@dlut.edu.cn`
export const PEOPLE = [WANG, LI, ...Object.keys(BRANCHES).map(addressOf)]

/** What the service must be told to serve them. */
export const DESK = {
  SHENBAO_STAFF_DESK: `王老师 <${WANG}>,李老师 <${LI}>`,
  SHENBAO_SENDERS_TRUSTED: 'true',
}

/** A mail as its recipient has it. */
export type Received = {
  readonly messageId: string
  readonly subject: string
  readonly text: string
  readonly files: readonly { readonly name: string; readonly bytes: Buffer }[]
}

/** The servers and the service, whatever they are. Times are Beijing's, `2024-05-15T09:00:00`. */
export type Stage = {
  /** Puts mails into the committee's mailbox, as its server received them. */
  readonly deliver: (mails: readonly (SampleMail & { readonly receivedAt: Date })[]) => Promise<void>
  /** Lets it be that time, until everything is judged, carried out, sent and delivered. */
  readonly settle: (moment: Date) => Promise<void>
  readonly mailsTo: (address: string) => Promise<readonly Received[]>
}

const PREFIX = '党建工作样板支部申报书-机械工程学院'
export const at = (moment: string): Date => new Date(`2024-05-${moment}+08:00`)
export const flat = (text: string): string => text.replace(/\s/g, '')

type Applying = { readonly branch: Branch; readonly moment: string; readonly scanned?: boolean }

async function application({ branch, moment, scanned = false }: Applying): Promise<SampleMail & { receivedAt: Date }> {
  const name = `${PREFIX}${BRANCHES[branch]}`
  const file = scanned
    ? { name: `${name}.pdf`, bytes: scannedPdf() }
    : { name: `${name}.docx`, bytes: await formDocx(filledAnswers({ branchName: BRANCHES[branch] })) }
  return { from: `书记 <${addressOf(branch)}>`, subject: name, files: [file], receivedAt: at(moment) }
}

type Saying = {
  readonly from: string
  readonly moment: string
  readonly text: string
  readonly files?: SampleMail['files']
}

/** A member answers the latest mail with a code; gives the answer, without spaces. Throws where anything of it was not done. */
async function say({ from, moment, text, files = [] }: Saying, stage: Stage): Promise<Received & { flat: string }> {
  const code = (await stage.mailsTo(from)).flatMap(({ subject }) => codesIn(subject)).at(-1)
  const before = new Set((await answersTo(from, stage)).map(({ messageId }) => messageId))
  const headers = { 'Authentication-Results': `mail.dlut.edu.cn; spf=pass smtp.mailfrom=${from}` }
  const mail = { from, subject: `回复: 申报日报〔${code}〕`, text, headers, files, receivedAt: at(moment) }
  await stage.deliver([mail])
  await stage.settle(new Date(at(moment).getTime() + 30_000))
  const [answer, ...others] = (await answersTo(from, stage)).filter(({ messageId }) => !before.has(messageId))
  if (answer === undefined || others.length > 0) throw new Error(`${others.length} answers more to «${text}»`)
  const said = flat(answer.text)
  if (/未办理\d+项/.test(said)) throw new Error(`«${text}» was not done: ${answer.text}`)
  return { ...answer, flat: said }
}

const answersTo = async (address: string, stage: Stage) =>
  distinct(await stage.mailsTo(address)).filter(({ messageId }) => messageId.includes('.desk.'))

/** What a repeat bears again is the same mail. */
export const distinct = (mails: readonly Received[]): readonly Received[] => [
  ...new Map(mails.map(mail => [mail.messageId, mail])).values(),
]

/** What is shown is done on «确认»; `shown`: what the list must say. */
async function sayTwice(saying: Saying, shown: string, stage: Stage): Promise<void> {
  const list = await say(saying, stage)
  if (!list.flat.includes('待您确认1项') || !list.flat.includes(flat(shown)))
    throw new Error(`«${saying.text}» was not shown with «${shown}»: ${list.text}`)
  const { from, moment } = saying
  const confirming = { from, text: '确认', moment: moment.replace(/:00$/, ':59').replace(/:(\d\d):59$/, nextMinutes) }
  await say(confirming, stage)
}

const nextMinutes = (_: string, minutes: string): string => `:${String(Number(minutes) + 3).padStart(2, '0')}:00`

/** 汇总表 as the meeting filled it in. */
export async function filledIn(sheet: Buffer, results: Readonly<Record<string, string>>) {
  const [first] = (await readXlsx(sheet)).sheets
  const [head = [], ...rows] = first?.rows ?? []
  const place = head.indexOf('结果')
  const filled = rows.map(row =>
    row.map((value, column) => (column === place ? (results[String(row[2])] ?? null) : value)),
  )
  return [{ name: '汇总表.xlsx', bytes: await writeXlsx({ sheets: [{ name: '汇总表', rows: [head, ...filled] }] }) }]
}

const RESULTS = {
  [BRANCHES.one]: '推荐',
  [BRANCHES.two]: '推荐',
  [BRANCHES.five]: '备选',
  [BRANCHES.nine]: '不推荐',
}

/**
 * A committee of two runs its week by mail alone: a held case accepted, one returned, a withdrawal confirmed, a branch added to the roster, one
 * excluded, a check settled, a decision taken back, the deadline put off a day; then the papers, and the result group by group.
 */
export async function committeeWeek(stage: Stage): Promise<void> {
  await applicationsCome(stage)
  await casesAreDecided(stage)
  await callIsChanged(stage)
  await stage.deliver([await application({ branch: 'five', moment: '20T15:00:00' })])
  await stage.settle(at('20T15:00:30'))
  await stage.settle(at('21T10:06:00'))
  await resultIsTold(stage)
}

async function applicationsCome(stage: Stage): Promise<void> {
  const order: readonly Applying[] = [
    { branch: 'one', moment: '15T09:00:00', scanned: true },
    { branch: 'two', moment: '15T09:10:00' },
    { branch: 'nine', moment: '15T09:20:00' },
    { branch: 'three', moment: '15T09:30:00' },
    { branch: 'four', moment: '15T09:40:00' },
    { branch: 'five', moment: '15T09:50:00', scanned: true },
  ]
  await stage.deliver(await Promise.all(order.map(application)))
  await stage.settle(at('15T09:55:00'))
  const from = `书记 <${addressOf('four')}>`
  const text = `${BRANCHES.four}申请撤回申报。`
  await stage.deliver([{ from, subject: `撤回申报-${BRANCHES.four}`, text, receivedAt: at('15T10:00:00') }])
  await stage.settle(at('15T10:01:00'))
  await stage.settle(at('16T08:00:30'))
}

/** How the latest digest numbers a branch's case. */
async function caseOf(branch: Branch, stage: Stage): Promise<string> {
  const digests = (await stage.mailsTo(WANG)).filter(({ messageId }) => messageId.includes('.digest.'))
  const [, id] = new RegExp(`${BRANCHES[branch]}（邮件编号(\\d+)）`).exec(flat(digests.at(-1)?.text ?? '')) ?? []
  if (id === undefined) throw new Error(`no case of ${branch} in the digest: ${digests.at(-1)?.text}`)
  return id
}

async function casesAreDecided(stage: Stage): Promise<void> {
  const [one, four, five] = await Promise.all((['one', 'four', 'five'] as const).map(each => caseOf(each, stage)))
  await say({ from: WANG, moment: '16T09:00:00', text: `${one} 受理 原件已核对\n${five} 退回 请发Word版` }, stage)
  await say({ from: LI, moment: '16T09:05:00', text: `${four} 同意撤回` }, stage)
  await say({ from: WANG, moment: '16T09:10:00', text: `${one} 撤销上一决定` }, stage)
  await say({ from: WANG, moment: '16T09:15:00', text: `${one} 受理 原件已核对` }, stage)
  const settling = `核实 ${BRANCHES.two} 近1年 通过 党委会5月16日研究`
  await say({ from: WANG, moment: '16T09:20:00', text: settling }, stage)
}

async function callIsChanged(stage: Stage): Promise<void> {
  const adding = { from: WANG, moment: '16T09:30:00', text: `名册 增加 ${BRANCHES.nine},教师` }
  await sayTwice(adding, `（${BRANCHES.nine}）：“待核验”改为“受理”`, stage)
  const excluding = { from: LI, moment: '16T09:40:00', text: `排除 ${BRANCHES.three} 党委会5月16日研究` }
  await sayTwice(excluding, `（${BRANCHES.three}）：“受理”改为“不予受理”`, stage)
  await sayTwice({ from: LI, moment: '16T09:50:00', text: '延期 5月21日 10:00' }, '延期通知，发往', stage)
}

async function resultIsTold(stage: Stage): Promise<void> {
  const papers = await say({ from: WANG, moment: '21T11:00:00', text: '评审材料\n汇总' }, stage)
  const sheet = papers.files.find(({ name }) => name.endsWith('.xlsx'))
  if (papers.files.length !== 2 || sheet === undefined)
    throw new Error(`papers: ${papers.files.map(({ name }) => name)}`)
  const files = await filledIn(sheet.bytes, RESULTS)
  for (const [index, group] of ['推荐', '备选', '不推荐'].entries())
    await sayTwice(
      { from: WANG, moment: `21T1${index + 2}:00:00`, text: `结果 ${group}`, files },
      `通知结果“${group}”`,
      stage,
    )
}

const [HELD, ACCEPTED, LATER] = [/已收到，待人工核验/, /申报材料已受理/, /截止时间延长至2024年5月21日10:00/]
const DECIDED = /经学院党委审核，你支部申报材料已受理/

/** Which letters each applicant must have, in order: what their first sentences say. */
export const LETTERS: Readonly<Record<Branch, readonly RegExp[]>> = {
  one: [HELD, DECIDED, /更正：此前“受理”的处理结果已撤销/, DECIDED, LATER, /被列为.*遴选的推荐对象/],
  two: [ACCEPTED, LATER, /被列为.*遴选的推荐对象/],
  three: [ACCEPTED, /不在本次推荐范围，不予受理/],
  four: [ACCEPTED, /撤回申请已收到/, /申报已撤回/, LATER],
  five: [HELD, /需要修改，请于2024年5月20日10:00/, LATER, ACCEPTED, /被列为.*的备选推荐对象/],
  nine: [HELD, ACCEPTED, LATER, /未列入.*推荐对象/],
}

/** What an applicant's mailbox holds: of each letter its first paragraph. */
export const lettersOf = async (branch: string, stage: Stage): Promise<readonly string[]> =>
  distinct(await stage.mailsTo(addressOf(branch))).map(({ text }) =>
    flat(
      text
        .split(/\n\s*\n/)
        .slice(0, 2)
        .join(''),
    ),
  )
