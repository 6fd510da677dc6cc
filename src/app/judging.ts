import { type Application, chainOf } from '../core/application/application.ts'
import type { Document } from '../core/document/document.ts'
import { judgedTime } from '../core/judge/clock.ts'
import type { Decision } from '../core/judge/decision.ts'
import type { Standing } from '../core/judge/findings/sender-findings.ts'
import { judge } from '../core/judge/judge.ts'
import type { Attachment, Message } from '../core/message/message.ts'
import type { Thread } from '../core/message/relation.ts'
import { readInTime } from '../documents/read-in-time.ts'
import type { Parts } from './parts.ts'

/** What is seen of a message; `now` null: the judged time is the moment of judging. */
export type SeenMessage = {
  readonly message: Message
  readonly documents: readonly Document[]
  readonly received: Date | null
  readonly internalDate: Date | null
  readonly thread: Thread | null
  readonly now: Date | null
}

export type StandingOf = (call: string, branch: string, receivedAt: Date | null) => Standing | null

/** Judges by the configuration; `standing` says what stands so far, nothing does offline. */
export function judgeMessage(seen: SeenMessage, { config, from, clock }: Parts, standing: StandingOf): Decision {
  const { headers } = seen.message
  const { received: argument, internalDate } = seen
  const time = judgedTime({ headers, receivedBy: config.mailbox.receivedBy, internalDate, argument })
  const ownAddresses = [config.mailbox.user, config.smtp.user, from.address].map(address => address.toLowerCase())
  const { calls, senders } = config
  return judge({ ...seen, time, now: seen.now ?? time.at ?? clock() }, { calls, senders, ownAddresses, standing })
}

/** What stood for a branch when a message was received, from the database: what came later protects nobody against what came before. */
export const standingIn =
  ({ store }: Parts): StandingOf =>
  (call, branch, receivedAt) => {
    const application: Application | null = store.get().applications.find(call, branch)
    const before = (application?.chain ?? []).filter(one => !isLater(one.receivedAt, receivedAt))
    const standing = chainOf(before).find(one => one.standing)
    return standing === undefined || standing.sender === null
      ? null
      : { sender: standing.sender, files: standing.files }
  }

const isLater = (one: Date | null, than: Date | null): boolean => one !== null && than !== null && one > than

/** The submission that a mail answers through one of our replies, the latest reference first. */
export const threadIn =
  ({ store }: Parts) =>
  (references: readonly string[]): Thread | null => {
    for (const reference of [...references].reverse()) {
      const answered = store.get().outbox.answeredBy(reference)
      if (answered === null) continue
      const decision = store.get().decisions.of(answered).at(-1)?.decision
      const files = decision?.documents.map(({ sha256 }) => sha256) ?? []
      const { call = null, branch = null, outcome = null } = decision ?? {}
      return { call, branch: branch?.name ?? null, outcome, files }
    }
    return null
  }

/** The reader processes are started for the first file that there is. */
export const readDocuments = (
  { readers, config, ending }: Parts,
  files: readonly Attachment[],
): Promise<readonly Document[]> =>
  readInTime(files, {
    read: (file, begun) => readers.get().read(file, begun),
    documentSeconds: config.limits.documentSeconds,
    signal: ending.signal,
  })
