import type { Document } from '../document/document.ts'
import type { Message } from '../message/message.ts'
import type { Thread } from '../message/thread.ts'
import { judgedTime } from './clock.ts'
import type { Decisions } from './decision.ts'
import { judge } from './judge.ts'
import type { Rules } from './rules.ts'

/** What is seen of a mail. */
export type SeenMail = {
  readonly message: Message
  readonly documents: readonly Document[]
  /** IMAP INTERNALDATE. */
  readonly internalDate: Date | null
  readonly thread: Thread | null
}

/** The configured rules; `receivedBy`: hosts of our side. */
export type Policy = Omit<Rules, 'standing'> & { readonly receivedBy: readonly string[] }

/** `now`: the moment of judging; null takes the judged time for it, and `clock` where there is none. `received`: said by a person. */
type Clocks = { readonly now: Date | null; readonly clock: Date; readonly received: Date | null }

/** Judges a mail by the clocks that may be trusted. */
export function judgeMail(
  seen: SeenMail,
  { now, clock, received }: Clocks,
  rules: Policy & Pick<Rules, 'standing' | 'earlier'>,
): Decisions {
  const { message, internalDate } = seen
  const { receivedBy } = rules
  const time = judgedTime({ headers: message.headers, receivedBy, internalDate, argument: received })
  return judge({ ...seen, time, now: now ?? time.at ?? clock }, rules)
}
