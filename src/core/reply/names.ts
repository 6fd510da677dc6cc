import type { Call } from '../call.ts'
import type { Decision } from '../decision.ts'
import { expectedFile, expectedSubject } from '../naming-findings.ts'
import { clean, quote } from '../quote.ts'
import type { ReplyInput } from './reply.ts'

const PREFIXES = /^(?:(?:re|fwd?|回复|答复|转发) ?[:：] ?){1,20}/i
const EXTENSIONS: readonly string[] = ['docx', 'doc', 'wps', 'pdf', 'zip']

const extensionOf = ({ documents }: Pick<Decision, 'documents'>): string => {
  const kind = documents.find(document => document.isForm)?.kind
  return kind !== undefined && EXTENSIONS.includes(kind) ? kind : 'docx'
}

/** The right subject, ready to copy; while the branch is not known, with words that stand for it. */
export const rightSubject = (call: Call, { branch }: Decision): string =>
  clean(expectedSubject({ call, branch: branch?.name ?? null }))

export const rightFileName = (call: Call, decision: Decision): string =>
  clean(expectedFile({ call, branch: decision.branch?.name ?? null }, extensionOf(decision)))

/** The received subject without its prefixes; a neutral reply repeats nothing of what a stranger wrote. */
const receivedSubject = ({ message, decision, call }: ReplyInput): string => {
  const known = call?.title ?? '申报材料'
  if (decision.answer === 'neutral') return known
  return quote(clean(message.subject ?? '').replace(PREFIXES, '')) || known
}

/** 回复: and the right subject, so that answering it is right by itself; the received one while call or branch is unknown. */
export function replySubject(input: ReplyInput): string {
  const { call, decision } = input
  const subject = call === null || decision.branch === null ? receivedSubject(input) : rightSubject(call, decision)
  return `回复: ${subject}`
}
