import type { OutboxEntry, OutboxKind, OutgoingMail, WithheldFor } from '../core/sending/outgoing-mail.ts'
import type { Caps } from '../core/sending/sending-room.ts'

export type Answered =
  | { readonly kind: 'sent' }
  | { readonly kind: 'later' | 'refused' | 'unknown'; readonly reason: string }
/** `unreachable`: there was no server to hand it to. */
export type Sent = Answered | { readonly kind: 'unreachable'; readonly reason: string }

export type OutboxNeeds = {
  readonly clock: () => Date
  readonly outbox: {
    due(now: Date): readonly OutboxEntry[]
    supersedeOlder(): void
    claim(id: number, now: Date): OutgoingMail | null
    unclaim(id: number, error: string): void
    markSent(id: number, at: Date): void
    postpone(id: number, until: Date, error: string): void
    markFailed(id: number, error: string, at: Date): void
    markUnknown(id: number, repeatAt: Date, error: string): void
    withhold(id: number, because: WithheldFor): void
    sentSince(since: {
      readonly replies: Date
      readonly staff: Date
    }): readonly { kind: OutboxKind; recipient: string; at: Date }[]
    countSentTo(address: string, since: Date): number
    wasTold(address: string, about: string, since: Date): boolean
  }
  /**
   * Throws where the server refuses the login: ours to mend, nothing is sent then. Calls `handingOver` before the server gets the first
   * byte of the mail.
   */
  readonly send: (mail: OutgoingMail, date: Date, handingOver: () => void) => Promise<Sent>
  readonly caps: Caps
  /** Tells staff that replies wait because of the hour's cap. */
  readonly breakerOpened: () => void
}

export type OutboxResult = {
  readonly id: number
  readonly kind: OutboxKind
  readonly messageId: number | null
  readonly what: 'sent' | 'later' | 'failed' | 'unknown' | 'withheld'
  readonly reason: string | null
}

/** `goesOn`: the server was there, and the rate allows more in this minute. */
export type OutboxPass = { readonly results: readonly OutboxResult[]; readonly goesOn: boolean }
