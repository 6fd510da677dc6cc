import type { Confirmation } from '../core/application/confirmation.ts'
import { keyNow } from '../core/call/amendment.ts'
import type { ConfirmNeeds } from '../jobs/confirm.ts'
import type { Parts } from './parts.ts'

/** What people settled of a call, under the names that the roster has now. */
export function confirmationsOf(call: string, { store }: Pick<Parts, 'store'>): readonly Confirmation[] {
  const amendments = store.get().amendments.all()
  const made = store.get().confirmations.of(call)
  return made.map(one => ({ ...one, applicant: keyNow(one.applicant, one, amendments) }))
}

/** What settles a condition, wired to the real edges. */
export function confirmNeeds(parts: Parts): ConfirmNeeds {
  const { confirmations, applications, decisions, overview, transaction } = parts.store.get()
  return {
    clock: parts.clock,
    transaction,
    calls: parts.calls,
    confirmations: { of: call => confirmationsOf(call, parts), add: confirmations.add },
    find: applications.find,
    applicants: call =>
      overview
        .relatedTo(call)
        .flatMap(({ applicant, standing }) => (applicant === null ? [] : [{ ...applicant, standing }])),
    decisionOn: (id, entry) => decisions.of(id, entry).at(-1)?.decision ?? null,
  }
}
