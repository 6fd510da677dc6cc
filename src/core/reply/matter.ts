import type { Problem, ProblemCode } from '../judge/problem.ts'
import type { ReplyInput } from './reply.ts'

/** Nothing came that could be mended. */
const MISSING: readonly ProblemCode[] = ['file.missing', 'file.link', 'form.blank', 'form.absent']

/** A person who returns something says why. */
export const isByPerson = ({ decided }: ReplyInput): boolean => decided !== null && decided.reason !== null

/** How something is called, and nothing else of it. */
const NAMES: readonly ProblemCode[] = [
  'subject.missing',
  'subject.pattern',
  'subject.placeholder',
  'file.name',
  'file.placeholder',
]

/** What may have come is asked for by nobody. */
const isLacking = ({ code, seen }: Problem): boolean => code === 'deliverable.missing' && seen === null
export const lacks = ({ decision }: ReplyInput): boolean => decision.problems.some(isLacking)

/** What a letter of 退回 is about as a whole: a question without a form, what is to be sent or mended, or to come apart. */
export type Matter = 'apart' | 'question' | 'form' | 'format' | 'papers' | 'subject' | 'names' | 'content'

export function matterOf(input: ReplyInput): Matter {
  const { problems, question } = input.decision
  const [first, ...others] = problems
  if (isByPerson(input) || first === undefined) return 'content'
  if (problems.every(({ code }) => code === 'application.several')) return 'apart'
  const isMissing = ({ code }: Problem) => MISSING.includes(code)
  if (others.length === 0 && isMissing(first))
    return first.code === 'file.missing' && question !== undefined ? 'question' : 'form'
  if (problems.every(({ code }) => code === 'file.format')) return 'format'
  if (lacks(input) && problems.every(one => isLacking(one) || isMissing(one))) return 'papers'
  if (problems.every(({ code }) => code.startsWith('subject.'))) return 'subject'
  return problems.every(({ code }) => NAMES.includes(code)) ? 'names' : 'content'
}

export const isIncomplete = (input: ReplyInput): boolean => matterOf(input) === 'papers'
