import type { Call } from '../../call/call.ts'
import { type Document, isClosed, isClutter, plainText, withoutArchives } from '../../document/document.ts'
import type { ChosenForm } from '../../judge/chosen-form.ts'
import { isMeantForCall } from '../../naming/meant-for-call.ts'
import { titleWords } from '../../naming/title-words.ts'
import type { Thread } from '../thread.ts'
import { bringsEvidence, isNamedAsEvidence } from './evidence-words.ts'

type Bringing = {
  readonly documents: readonly Document[]
  /** Subject and own words of the mail. */
  readonly words: string
  readonly call: Call
  /** The thread of a submission to this call that it stands in. */
  readonly thread: Thread | null
}

const FORMLESS: ReadonlySet<ChosenForm['kind']> = new Set(['absent', 'format', 'unreadable', 'unread', 'none'])

/**
 * Photos and readable files, none of them a form, whose names, titles or mail say that they prove something, or that come in the thread of
 * a submission. A file that is named as the form is meant as the form; so may be a paper that is read and not recognised.
 */
export function isEvidence(chosen: ChosenForm, { documents, words, call, thread }: Bringing): boolean {
  const brought = withoutArchives(documents).filter(one => !isClutter(one))
  if (brought.length === 0 || !FORMLESS.has(chosen.kind)) return false
  if (brought.some(({ name }) => isMeantForCall(name, call) && !isNamedAsEvidence(name))) return false
  if (brought.some(one => isClosed(one) && !isNamed(one))) return false
  if (brought.some(one => isNamed(one) || isNamedAsEvidence(titleOf(one)))) return true
  const { document } = titleWords(call)
  const mayBeForm = chosen.kind === 'unread' && (words.includes(document) || wasUnsettled(thread))
  const isInThread = thread !== null && chosen.kind !== 'unread' && chosen.kind !== 'none'
  return !mayBeForm && (bringsEvidence(words) || isInThread)
}

/** By its own name, or that of the archive in which it came. */
const isNamed = ({ name, archive }: Document): boolean => isNamedAsEvidence(name) || isNamedAsEvidence(archive ?? '')

/** Nothing was accepted yet: what comes now may be the form. */
const wasUnsettled = (thread: Thread | null): boolean => thread !== null && thread.outcome !== 'accepted'

const titleOf = ({ content }: Document): string => plainText(content?.blocks.slice(0, 3) ?? []).slice(0, 80)
