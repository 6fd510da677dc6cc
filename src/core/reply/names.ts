import type { Call } from '../call/call.ts'
import type { Decision } from '../judge/decision.ts'
import { expectedFile, expectedSubject } from '../judge/findings/naming-findings.ts'
import { clean, quote } from '../text/quote.ts'
import { anyOf } from '../words/any-of.ts'
import { REPLY_PREFIXES } from '../words/reply-prefixes.ts'
import type { ReplyInput } from './reply.ts'

const PREFIXES = new RegExp(`^(?:${anyOf(REPLY_PREFIXES)} ?[:：] ?){1,20}`, 'i')
const EXTENSIONS: readonly string[] = ['docx', 'doc', 'wps', 'pdf', 'zip']

const extensionOf = ({ documents }: Pick<Decision, 'documents'>): string => {
  const kind = documents.find(document => document.isForm)?.kind
  return kind !== undefined && EXTENSIONS.includes(kind) ? kind : 'docx'
}

const MOST_SUGGESTED = 3
const MOST_TOGETHER = 10

/** Those whose forms came in one mail. */
export const severalBranches = ({ problems }: Pick<Decision, 'problems'>): readonly string[] =>
  problems.find(({ code }) => code === 'application.several')?.seen?.split('、') ?? []

/** The branch, or those whose forms came together; while it is open the roster's nearest, or null, for which words stand. */
export function likelyBranches({ roster }: Call, { branch, problems }: Decision): readonly (string | null)[] {
  const several = severalBranches({ problems })
  if (several.length > 0) return several.slice(0, MOST_TOGETHER)
  if (branch !== null) return [branch.name]
  const suggested = problems.flatMap(({ code, expected }) =>
    code === 'branch.unknown' || code === 'branch.ambiguous' ? (expected ?? '').split('、') : [],
  )
  const near = roster.map(({ name }) => name).filter(name => suggested.includes(name))
  return near.length === 0 || near.length > MOST_SUGGESTED ? [null] : near
}

/** The right subject, ready to copy. */
export const rightSubject = (call: Call, branch: string | null): string => clean(expectedSubject({ call, branch }))

export const rightFileName = (call: Call, branch: string | null, decision: Decision): string =>
  clean(expectedFile({ call, branch }, extensionOf(decision)))

/** The received subject without its prefixes; a neutral reply repeats nothing of what a stranger wrote. */
const receivedSubject = ({ message, decision, call }: ReplyInput): string => {
  const known = call?.title ?? '申报材料'
  if (decision.answer === 'neutral') return known
  return quote(clean(message.subject ?? '').replace(PREFIXES, '')) || known
}

/** The subject of a letter on all of these: the one that is right for each, or, where they differ, the received one. */
export function subjectOf(inputs: readonly [ReplyInput, ...ReplyInput[]]): string {
  const [first, ...others] = inputs
  const subject = replySubject(first)
  if (others.every(one => replySubject(one) === subject)) return subject
  const guarded = inputs.find(({ decision }) => decision.answer === 'neutral') ?? first
  return `${prefixOf(first)}: ${receivedSubject(guarded)}`
}

const prefixOf = ({ decided }: ReplyInput): string => (decided?.corrects ? '更正' : '回复')

/** 回复: and the right subject, so that answering it is right by itself; the received one while call or branch is unknown. */
export function replySubject(input: ReplyInput): string {
  const { call, decision } = input
  const subject =
    call === null || decision.branch === null ? receivedSubject(input) : rightSubject(call, decision.branch.name)
  return `${prefixOf(input)}: ${subject}`
}
