import { standingBefore } from '../core/application/standing.ts'
import type { Rules } from '../core/judge/rules.ts'
import type { Thread } from '../core/message/relation.ts'
import { threadThrough } from '../core/message/thread.ts'
import type { Parts } from './parts.ts'

/** What the database says of other mail while a message is judged. */
export const standingIn =
  ({ store }: Parts): Rules['standing'] =>
  (call, applicant, receivedAt) =>
    standingBefore(store.get().applications.find(call, applicant), receivedAt)

export const threadIn =
  ({ store }: Parts) =>
  (references: readonly string[]): Thread | null =>
    threadThrough(references, reference => {
      const { outbox, decisions } = store.get()
      const answered = outbox.answeredBy(reference)
      return answered === null ? null : decisions.byEntry(answered).flatMap(own => own.at(-1)?.decision ?? [])
    })
