import type { Call } from '../call/call.ts'
import { formOf } from '../call/deliverable.ts'
import { ANY } from '../call/name-rule.ts'
import { ARCHIVE } from '../call/nouns.ts'
import { applicantOf, type Decision, type JudgedDocument } from '../judge/decision.ts'
import {
  expectedFile,
  expectedOwnFile,
  expectedSubject,
  extensionOf,
  isKnown,
  type Target,
  targetOf,
} from '../judge/findings/naming-findings.ts'
import { clean, quote } from '../text/quote.ts'
import { patternWith } from '../words/pattern.ts'
import { REPLY_PREFIXES } from '../words/reply-prefixes.ts'
import type { ReplyInput } from './reply.ts'

const PREFIXES = patternWith('i')`^(?:${REPLY_PREFIXES} ?[:：] ?){1,20}`

/** As the form came, or, where none is asked for, the paper. */
function extensionIn(decision: Pick<Decision, 'documents'> | null, call: Call): string {
  const isIt = ({ isForm, deliverable = null }: JudgedDocument) =>
    formOf(call.deliverables) === null ? deliverable !== null : isForm
  const document = decision?.documents.find(isIt)
  return extensionOf(document === undefined ? '' : `.${document.kind === 'image' ? 'jpg' : document.kind}`, call)
}

const MOST_SUGGESTED = 3

/** For whom names are asked; `name`: null while that is open, and words stand for it. */
type Likely = { readonly to: Target; readonly name: string | null }

/** Who applies; while it is open the roster's nearest. */
export function likelyTargets(call: Call, decision: Decision): readonly Likely[] {
  const own = targetOf(call, decision)
  const applicant = applicantOf(decision)
  if (applicant !== null) return [{ to: own, name: applicant.shown }]
  const { problems } = decision
  const suggested = problems.flatMap(({ code, expected }) =>
    code === 'branch.unknown' || code === 'branch.ambiguous' ? (expected ?? '').split('、') : [],
  )
  const near = call.roster.map(({ name }) => name).filter(name => suggested.includes(name))
  if (near.length === 0 || near.length > MOST_SUGGESTED) return [{ to: own, name: null }]
  return near.map(name => ({ to: { call, branch: name }, name }))
}

/** The right subject, ready to copy; '' where any will do. */
export const rightSubject = (to: Target): string => clean(expectedSubject(to))

export const SUBJECT = '邮件主题'

/** A name that is asked for, under what it is the name of. */
type RightName = { readonly of: string; readonly name: string }

/** The right names, ready to copy, of what has a rule: the subject, the archive, the form's file. */
export function rightNames(to: Target, decision: Pick<Decision, 'documents'> | null): readonly RightName[] {
  const { naming, nouns } = to.call
  const { file, archive } = naming
  const subject = rightSubject(to)
  const extension = extensionIn(decision, to.call)
  return [
    ...(subject === '' ? [] : [{ of: SUBJECT, name: subject }]),
    ...(archive === null || archive === ANY ? [] : [{ of: `${ARCHIVE}文件名`, name: clean(expectedFile(to, 'zip')) }]),
    ...(file === ANY ? [] : [{ of: `${nouns.form}文件名`, name: clean(expectedOwnFile(to, extension)) }]),
  ]
}

/** «主题和文件名», «主题», «文件名»; '' where any will do. */
export function namesAsked({ naming: { subject, file, archive } }: Call): string {
  const asked = [subject === ANY ? '' : '主题', [file, archive ?? ANY].every(rule => rule === ANY) ? '' : '文件名']
  return asked.filter(name => name !== '').join('和')
}

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

/** 回复: and the right subject, so that answering it is right by itself; the received one while that isn't known, or any will do. */
const replySubject = (input: ReplyInput): string =>
  `${prefixOf(input)}: ${knownSubject(input) || receivedSubject(input)}`

function knownSubject({ call, decision }: ReplyInput): string {
  if (call === null || applicantOf(decision) === null) return ''
  const to = targetOf(call, decision)
  return isKnown(to, call.naming.subject) ? rightSubject(to) : ''
}
