import type { Decision, Outcome } from '../core/decision.ts'
import type { WithheldFor } from '../core/outgoing-mail.ts'

/** A message that isn't known to be unrelated, as the store lists it. */
export type Related = {
  readonly id: number
  readonly folder: string
  readonly state: 'received' | 'judged' | 'quarantined'
  readonly relation: Decision['relation'] | null
  readonly call: string | null
  readonly branch: string | null
  readonly outcome: Outcome | null
  readonly number: string | null
  readonly version: number | null
  readonly standing: boolean
  readonly receivedAt: string | null
  readonly from: string | null
  readonly subject: string | null
  readonly attempts: number
  readonly settledAt: Date | null
  readonly withheldFor: WithheldFor | null
}

/** Settled after the digest before, whenever it came. */
export const isNew = ({ settledAt }: Related, since: Date | null): boolean =>
  since === null || (settledAt !== null && settledAt > since)

export const dateOf = ({ receivedAt }: Related): Date | null => (receivedAt === null ? null : new Date(receivedAt))

export const senderOf = (one: Related) => ({
  id: one.id,
  from: one.from,
  subject: one.subject,
  receivedAt: dateOf(one),
})

/** Submissions of a call in the order of (judged time, id); without a trusted time they come last. */
export const inOrder = (a: Related, b: Related): number =>
  (a.receivedAt ?? '9').localeCompare(b.receivedAt ?? '9') || a.id - b.id
