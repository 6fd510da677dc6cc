import type { Call } from '../call/call.ts'
import { formOf } from '../call/deliverable.ts'
import { hasCloudLink } from '../message/cloud-link.ts'
import type { Message } from '../message/message.ts'
import { bearsApplicant } from '../naming/expected.ts'
import { deliverableOf } from './assigned.ts'
import type { ChosenForm } from './chosen-form.ts'
import type { Claim } from './claims.ts'
import { documentFindings } from './findings/document-findings.ts'
import type { Finding } from './findings/finding.ts'

/** Other documents of the call alone: the form may have come before. */
export const isFormless = ({ kind }: ChosenForm, { documents }: Claim, call: Call): boolean =>
  kind === 'none' && documents.some(one => deliverableOf(one, call) !== null)

type Formless = {
  readonly chosen: ChosenForm
  readonly claim: Claim
  readonly hasForm: boolean
  readonly isKnown: boolean
}

/** What the documents are short of, but for a form that came before, or that nobody asks for. */
export function formlessFindings(
  { chosen, claim, hasForm, isKnown }: Formless,
  { text }: Pick<Message, 'text'>,
  call: Call,
): readonly Finding[] {
  const asksForm = formOf(call.deliverables) !== null
  if (isFormless(chosen, claim, call) && (hasForm || !asksForm)) return []
  if (!asksForm && chosen.kind !== 'none') return []
  const found = documentFindings(chosen, call, hasCloudLink(text))
  // Of whom nobody is known, the form may have come before.
  const mayHaveCome = isFormless(chosen, claim, call) && !isKnown
  return mayHaveCome ? found.map(one => ({ ...one, gravity: 'person' })) : found
}

const NOTHING_CAME: readonly string[] = ['file.missing', 'file.link', 'file.format']
const isLacking = ({ problem: { code, seen } }: Finding): boolean => code === 'deliverable.missing' && seen === null

/**
 * In a call without a form: where nothing came that it takes, the only paper that is lacking is what the letter asks for already, and the name of
 * what is to come will say whose it is.
 */
export function toldOnce(
  found: readonly Finding[],
  { applicant, deliverables, form, naming, nouns }: Call,
): readonly Finding[] {
  if (formOf(deliverables) !== null || !found.some(({ problem }) => NOTHING_CAME.includes(problem.code))) return found
  const isAlone = found.filter(isLacking).length === 1
  const isSaid = bearsApplicant(naming.file, { applicant, form })
  const isLinked = found.some(({ problem }) => problem.code === 'file.link')
  const told = found.filter(({ problem }) => !isLinked || problem.code !== 'file.format')
  return told.filter(one =>
    isLacking(one)
      ? !isAlone && one.problem.expected !== nouns.form
      : !isSaid || one.problem.code !== 'branch.ambiguous' || one.problem.seen !== null,
  )
}
