import { randomBytes } from 'node:crypto'
import { CODE_BYTES, codeFrom } from '../core/desk/code.ts'
import type { Parts } from './parts.ts'

/** `purpose`: of the mail that bears it; `cases`: the messages that stand in that mail. */
export type ToIssue = { readonly address: string; readonly purpose: string; readonly cases: readonly number[] }

/** A new code for these cases as they are now; gives its number. Within the transaction that puts its mail into the outbox. */
export function issueCode({ address, purpose, cases }: ToIssue, { store, clock }: Parts): number {
  const { deskCodes, decisions } = store.get()
  const known = cases.flatMap(message => {
    const made = decisions.byEntry(message).flatMap(own => own.map(({ id }) => id))
    return made.length === 0 ? [] : [{ message, decision: Math.max(...made) }]
  })
  return deskCodes.issue({ code: codeFrom(randomBytes(CODE_BYTES)), address, purpose, cases: known }, clock())
}
