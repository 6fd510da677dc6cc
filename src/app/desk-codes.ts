import { randomBytes } from 'node:crypto'
import { CODE_BYTES, codeFrom } from '../core/desk/code.ts'
import type { NewCode } from '../store/desk-codes.ts'
import type { Parts } from './parts.ts'

/** `purpose`: of the mail that bears it; `cases`: the messages that stand in that mail, each entry of theirs with the latest decision that it tells of. */
type ToIssue = Omit<NewCode, 'code'>

/** A new code; gives its number. Within the transaction that puts its mail into the outbox. */
export const issueCode = (to: ToIssue, { store, clock }: Parts): number =>
  store.get().deskCodes.issue({ ...to, code: codeFrom(randomBytes(CODE_BYTES)) }, clock())

/** These messages as they are now: each of their entries with the latest decision on it. */
export const casesNow = (messages: readonly number[], { store }: Parts): NewCode['cases'] =>
  messages.flatMap(message =>
    store
      .get()
      .decisions.byEntry(message)
      .flatMap((own, entry) => {
        const latest = own.at(-1)
        return latest === undefined ? [] : [{ message, entry, decision: latest.id }]
      }),
  )
