import type { Call } from '../../../src/core/call/call.ts'
import type { Document } from '../../../src/core/document/document.ts'
import type { Decision } from '../../../src/core/judge/decision.ts'
import { judge } from '../../../src/core/judge/judge.ts'
import type { Thread } from '../../../src/core/message/thread.ts'
import { parseMessage } from '../../../src/mail/parse-message.ts'
import { paragraphs } from '../blocks.ts'
import { composeMail } from '../compose-mail.ts'
import { drawAnswers } from '../lots/answers.ts'
import { properName } from '../lots/judged.ts'
import { knownSheet } from '../lots/known-layouts.ts'
import { layOut } from '../lots/lay-out.ts'
import { lotOf } from '../lots/lot.ts'
import { unwritten } from '../lots/read.ts'
import { shippedCall } from '../shipped-call.ts'

export const [B1, B2, B3] = ['教工第一党支部', '教工第二党支部', '教工第三党支部'] as const
export const [NAME, NAME2] = [properName(B1), properName(B2)] as const

/** Who writes: an address that the roster does not know, the one that the roster has for the second branch, anybody. */
export const [OWN, LISTED, STRANGER] = ['zhibu1@dlut.edu.cn', 'zhibu2@dlut.edu.cn', 'nobody@qq.com'] as const

const call = {
  ...shippedCall,
  roster: shippedCall.roster.map(row => (row.name === B2 ? { ...row, emails: [LISTED] } : row)),
}

/** `memberCount`: another number makes another form of it. */
export function formNaming(file: string, branch: string, memberCount = '32'): Document {
  const drawn = drawAnswers(lotOf(1))
  const answers = { ...drawn, branch, entries: { ...drawn.entries, branchName: branch, memberCount } }
  return {
    ...unwritten(`${file}.docx`, layOut(knownSheet('A', answers, lotOf(1)))),
    sha256: `${branch} ${memberCount}`,
  }
}

/** The filled forms of the first and the second branch, and one that names both. */
export const [FORM, FORM2, JOINT] = [
  formNaming(NAME, B1),
  formNaming(NAME2, B2),
  formNaming(NAME, `${B1}、${B2}`),
] as const

export const file = (name: string, change: Partial<Document>): Document => ({ ...FORM, name, sha256: name, ...change })

export const photo = (name: string) => file(name, { kind: 'image', status: 'skipped', content: null })
export const paper = (name: string, text: string) => file(name, { content: { blocks: paragraphs(text) } })
export const scan = (name: string) => file(name, { kind: 'pdf', status: 'unreadable', why: 'scanned', content: null })
export const sheet = (name: string) =>
  file(name, { kind: 'xlsx', content: { blocks: paragraphs('序号 材料名称 页数') } })
/** The same as it comes out of an archive. */
export const zipped = (archive: string, ...documents: readonly Document[]): readonly Document[] => [
  file(archive, { kind: 'zip', status: 'opened', content: null }),
  ...documents.map(document => ({ ...document, archive })),
]

/** A mail as a person writes it, and what the table of rule 10 says it comes to. */
export type PersonsMail = {
  readonly subject: string
  readonly text?: string
  readonly html?: string
  readonly files?: readonly Document[]
  readonly from?: string
  readonly late?: true
  /** A version of the branch was accepted before, from this address. */
  readonly stands?: string
  /** What is on record, where it is more than the first branch's: each with the address that sent it; `returned`: not accepted. */
  readonly applied?: readonly {
    readonly branch: string
    readonly by: string
    readonly returned?: true
    readonly call?: string
  }[]
  /** It answers a letter of ours about this branch's application. */
  readonly answers?: string
  readonly is: string
}

const DAY = 86_400_000

/** «relation outcome branch code?», an entry each; «中性»: only that it came is told; «问»: a question is passed on. */
export async function comesTo({ stands, answers, late, ...mail }: PersonsMail): Promise<string> {
  const at = new Date(call.deadline.getTime() + (late ? DAY : -DAY))
  const applied = mail.applied ?? (stands === undefined ? [] : [{ branch: B1, by: stands }])
  const thread: Thread | null =
    answers === undefined ? null : { call: call.id, branch: answers, outcome: 'accepted', files: ['before'] }
  const standing = (key: string) => stands ?? applied.find(one => one.branch === key && !one.returned)?.by
  const decisions = await judgedIn(call, { ...mail, at, from: mail.from ?? OWN, thread, applied, standing })
  return decisions.map(shown).join(' + ')
}

/** A mail as it is met: when, by whom, in which thread, and what is on record by then. */
export type Met = Omit<PersonsMail, 'is' | 'answers' | 'stands' | 'late' | 'from'> & {
  readonly from: string
  readonly at: Date
  readonly headers?: Readonly<Record<string, string>>
  readonly thread: Thread | null
  readonly applied: NonNullable<PersonsMail['applied']>
  /** Who is protected. */
  readonly standing: (branch: string) => string | undefined
}

export async function judgedIn(
  of: Call | readonly Call[],
  { files = [], applied, at, thread, standing, ...mail }: Met,
) {
  const message = await parseMessage(await composeMail({ ...mail, text: mail.text ?? '', receivedAt: at }))
  const attachments = files.map(({ name, sha256 }) => ({ name, sha256, bytes: new Uint8Array(1) }))
  return judge(
    {
      message: { ...message, attachments },
      documents: files,
      time: { at, clock: 'received', other: null },
      now: at,
      thread,
    },
    {
      calls: [of].flat(),
      senders: { domains: ['dlut.edu.cn'], others: 'answer', authservId: 'mail.dlut.edu.cn' },
      ownAddresses: ['jxdw@dlut.edu.cn'],
      standing: (_, key) => {
        const sender = standing(key)
        return sender === undefined ? null : { sender, files: ['before'] }
      },
      applied: id =>
        applied
          .filter(one => (one.call ?? id) === id)
          .map(({ branch, by, returned }) => ({
            ...{ applicant: { key: branch, shown: branch }, senders: [by], stands: returned !== true },
          })),
    },
  )
}

const shown = (decision: Decision): string => {
  const { relation, outcome, branch, problems, answer, question } = decision
  const codes = outcome === 'accepted' ? [] : problems.map(({ code }) => code).filter(code => !IMPLIED.includes(code))
  return [
    ...[relation, outcome, ...(branch === null ? [] : [branch.name]), ...codes],
    ...(answer === 'neutral' ? ['中性'] : []),
    ...(question === undefined || relation === 'inquiry' ? [] : ['问']),
  ].join(' ')
}

/** What the relation says already. */
const IMPLIED: readonly string[] = ['application.withdrawn']

/** How clients quote what is answered: a blank line, a separator, the header, the text. */
export const quotedBy = {
  qq: (text: string) =>
    `\n\n\n------------------ 原始邮件 ------------------\n发件人: "机械工程学院党委" <jxdw@dlut.edu.cn>;\n发送时间: 2024年5月16日(星期四) 上午9:00\n收件人: "支部"<zhibu@dlut.edu.cn>;\n主题: 通知\n\n${text}`,
  netease: (text: string) =>
    `\n\n\n\n在 2024-05-16 09:00:00，"机械工程学院党委" <jxdw@dlut.edu.cn> 写道：\n> ${text.replace(/\n/g, '\n> ')}`,
  neteaseBare: (text: string) =>
    `\n\n\nAt 2024-05-16 09:00:00, "机械工程学院党委" <jxdw@dlut.edu.cn> wrote:\n\n${text}`,
  foxmail: (text: string) =>
    `\n\n\n\n支部\n \n发件人： 机械工程学院党委\n发送时间： 2024-05-16 09:00\n收件人： zhibu\n主题： 通知\n${text}`,
  outlook: (text: string) =>
    `\n\n________________________________\n发件人: 机械工程学院党委 <jxdw@dlut.edu.cn>\n发送时间: 2024年5月16日 9:00\n收件人: 支部 <zhibu@dlut.edu.cn>\n主题: 通知\n\n${text}`,
  iphone: (text: string) =>
    `\n\nSent from my iPhone\n\n> On May 16, 2024, at 9:00 AM, 机械工程学院党委 <jxdw@dlut.edu.cn> wrote:\n> \n> ${text.replace(/\n/g, '\n> ')}`,
  iphoneChinese: (text: string) =>
    `\n\n发自我的iPhone\n\n> 在 2024年5月16日，上午9:00，机械工程学院党委 <jxdw@dlut.edu.cn> 写道：\n> \n> ${text.replace(/\n/g, '\n> ')}`,
} as const
