import { appliedBefore, standingBefore } from '../core/application/standing.ts'
import { keyAfter, renamedApplicant } from '../core/call/amendment.ts'
import type { Applicant } from '../core/call/applicant.ts'
import { applicantOf, broughtBy, type Decision } from '../core/judge/decision.ts'
import type { Earlier } from '../core/judge/earlier.ts'
import type { Rules } from '../core/judge/rules.ts'
import type { Thread } from '../core/message/thread.ts'
import { threadThrough } from '../core/message/thread.ts'
import type { Parts } from './parts.ts'

/** What the database says of other mail while a message is judged. */
export const standingIn =
  ({ store }: Parts): Rules['standing'] =>
  (call, applicant, receivedAt) =>
    standingBefore(store.get().applications.find(call, applicant), receivedAt)

/** What a call had on record by then. */
export const appliedIn =
  ({ store }: Pick<Parts, 'store'>): NonNullable<Rules['applied']> =>
  (call, receivedAt) =>
    store
      .get()
      .applications.ofCall(call)
      .flatMap(({ applicant, chain }) => appliedBefore(applicant, chain, receivedAt) ?? [])

/** What earlier mails brought for an applicant; where a row of the roster may make several applications, for all of them. */
export const earlierIn =
  ({ store, calls }: Pick<Parts, 'store' | 'calls'>): NonNullable<Rules['earlier']> =>
  (callId, key, receivedAt) => {
    const call = calls().find(({ id }) => id === callId)
    if (call === undefined || receivedAt === null || call.deliverables.length < 2) return []
    const isOneOfSeveral = call.applicant.several !== null
    const root = isOneOfSeveral ? (key.split('/')[0] ?? key) : key
    // A row that was renamed keeps its former names as aliases: what came under them is its own.
    const former = call.roster.find(({ name }) => name === root)?.aliases ?? []
    const whose = {
      keys: [key, ...former.map(name => keyAfter(key, root, name))],
      roots: isOneOfSeveral ? [root, ...former] : [],
    }
    const { entries, decisions } = store.get()
    return entries.earlier(callId, whose, receivedAt).flatMap(({ message_id, entry }) => {
      const decision = decisions.of(message_id, entry).at(-1)?.decision
      const brought = decision === undefined ? [] : broughtWith(decision)
      return brought.map(one => ({ ...one, applicant: former.reduce(renamedTo(root), one.applicant) }))
    })
  }

const renamedTo =
  (to: string) =>
  (applicant: Applicant, from: string): Applicant =>
    renamedApplicant(applicant, from, to)

function broughtWith(decision: Decision): Earlier[] {
  const applicant = applicantOf(decision)
  return applicant === null ? [] : [{ applicant, documents: broughtBy(decision), form: decision.form }]
}

/** The same of decisions that no database holds. */
export const earlierAmong =
  (decisions: readonly Decision[]): NonNullable<Rules['earlier']> =>
  (callId, key) =>
    decisions
      .filter(({ call }) => call === callId)
      .flatMap(broughtWith)
      .filter(({ applicant }) => applicant.key.split('/')[0] === key.split('/')[0])

export const threadIn =
  ({ store }: Parts) =>
  (references: readonly string[]): Thread | null =>
    threadThrough(references, reference => {
      const { outbox, decisions } = store.get()
      const answered = outbox.answeredBy(reference)
      return answered === null ? null : decisions.byEntry(answered).flatMap(own => own.at(-1)?.decision ?? [])
    })
