import type { Applicant } from '../../call/applicant.ts'
import type { Branch, Call } from '../../call/call.ts'
import { branchesIn } from '../../naming/branches-in.ts'
import { listed } from '../../words/listed.ts'
import type { Message } from '../message.ts'
import type { Thread } from '../thread.ts'

/** Whom a note is about: a row of the roster, an applicant without one, or nobody that can be told. */
export type Whose = { readonly branch: Branch | null; readonly applicant: Applicant | null }

type Seen = { readonly message: Message; readonly thread: Thread | null }

/** «一、二支部均撤回»: it speaks of more than the one in its subject. */
const TOGETHER = new RegExp(listed('均 都 皆 一并 同时 一起 分别 联合 两个支部 各支部 三个支部').join('|'))

/** Those that its subject names, else those of its words, else the thread's, else the one in whose row the sender stands. */
export function whoseIs(said: string, call: Call, { message, thread }: Seen): readonly Whose[] {
  const inSubject = branchesIn(message.subject ?? '', call)
  const named = inSubject.length > 0 && !TOGETHER.test(said) ? inSubject : branchesIn(whole(message, said), call)
  if (named.length > 0) return named.map(ofBranch)
  const ofThread = thread?.call === call.id ? threads(thread, call) : []
  if (ofThread.length > 0) return ofThread
  const sender = message.from[0]?.address.toLowerCase() ?? ''
  return call.roster.filter(({ emails }) => emails.includes(sender)).map(ofBranch)
}

const whole = ({ subject }: Message, said: string): string => `${subject ?? ''}\n${said}`

const ofBranch = (branch: Branch): Whose => ({ branch, applicant: null })

function threads({ branch, applicant = null }: Thread, call: Call): readonly Whose[] {
  const row = call.roster.find(({ name }) => name === branch) ?? null
  const isRow = applicant === null || applicant.key === row?.name
  return row === null && applicant === null ? [] : [{ branch: row, applicant: isRow ? null : applicant }]
}
