import { randomBytes } from 'node:crypto'
import { CODE_BYTES, codeFrom } from '../core/desk/code.ts'
import type { NewCode } from '../store/desk-codes.ts'
import type { Parts } from './parts.ts'

/** `purpose`: of the mail that bears it; `cases`: the messages that stand in that mail, each with the latest decision that it tells of. */
export type ToIssue = Omit<NewCode, 'code'>

/** A new code; gives its number. Within the transaction that puts its mail into the outbox. */
export const issueCode = (to: ToIssue, { store, clock }: Parts): number =>
  store.get().deskCodes.issue({ ...to, code: codeFrom(randomBytes(CODE_BYTES)) }, clock())

/** These messages as they are now: each with the latest decision on anything it brings. */
export const casesNow = (messages: readonly number[], { store }: Parts): NewCode['cases'] =>
  messages.flatMap(message => {
    const made = store
      .get()
      .decisions.byEntry(message)
      .flatMap(own => own.map(({ id }) => id))
    return made.length === 0 ? [] : [{ message, decision: Math.max(...made) }]
  })
