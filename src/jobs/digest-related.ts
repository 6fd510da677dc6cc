import type { RelatedEntry } from '../core/application/listed-submission.ts'
import type { Applicant } from '../core/call/applicant.ts'
import type { Call } from '../core/call/call.ts'
import type { Decision } from '../core/judge/decision.ts'

/** An entry of a message that isn't known to be unrelated, as far as digest and export go. */
export type Related = Omit<RelatedEntry, 'uid' | 'uidValidity' | 'sha256' | 'machineOutcome'> & NoteState

/** What a decision says of a mail that is no version. */
type NoteState = Partial<Pick<Decision, 'ended' | 'settled' | 'stranger' | 'closed'>>

const NOTES: readonly RelatedEntry['relation'][] = ['withdrawal', 'declined', 'evidence']

/** What belongs to an application and is no version of it. */
export const isNote = ({ relation }: Pick<Related, 'relation'>): boolean => NOTES.includes(relation)

/** With what was decided of those that are no version. */
export const withNoteState = (one: Related, decisionOn: (id: number, entry: number) => NoteState | null): Related => {
  if (!isNote(one)) return one
  const { ended, settled, stranger, closed } = decisionOn(one.id, one.entry) ?? {}
  const said = Object.entries({ ended, settled, stranger, closed }).filter(([, flag]) => flag === true)
  return { ...one, ...Object.fromEntries(said) }
}

/** Who applies; null while that is open. */
export const applicantIn = ({ applicant, branch }: Pick<Related, 'applicant' | 'branch'>): Applicant | null =>
  applicant ?? (branch === null ? null : { key: branch, shown: branch })

export const keyOf = (one: Pick<Related, 'applicant' | 'branch'>): string | null => applicantIn(one)?.key ?? null

/** The row of the roster that it is of; null: none. */
export const rootOf = ({ branch }: Pick<Related, 'branch'>, { roster }: Pick<Call, 'roster'>): string | null =>
  roster.find(({ name }) => name === branch)?.name ?? null

/** The mails with evidence for the applicant of a submission; nothing where none came. */
export function evidenceFor(one: Related, related: readonly Related[]) {
  if (one.relation !== 'application' || keyOf(one) === null) return {}
  const found = related.filter(
    other => other.relation === 'evidence' && other.call === one.call && keyOf(other) === keyOf(one),
  )
  const [others, own] = [true, false].map(isOther => found.filter(({ stranger }) => (stranger === true) === isOther))
  const numbers = (mails: readonly Related[] = []) => [...new Set(mails.map(({ id }) => id))]
  return found.length === 0 ? {} : { evidence: { own: numbers(own), others: numbers(others) } }
}

/** Settled after the digest before, whenever it came. */
export const isNew = ({ concludedAt }: Related, since: Date | null): boolean =>
  since === null || (concludedAt !== null && concludedAt > since)

export const dateOf = ({ receivedAt }: Related): Date | null => (receivedAt === null ? null : new Date(receivedAt))

export const senderOf = (one: Related) => ({
  id: one.id,
  from: one.from,
  subject: one.subject,
  receivedAt: dateOf(one),
})

/** Submissions of a call in the order of (judged time, id); without a trusted time they come last. */
export const inOrder = (a: Related, b: Related): number =>
  (a.receivedAt ?? '9').localeCompare(b.receivedAt ?? '9') || a.id - b.id || a.entry - b.entry
