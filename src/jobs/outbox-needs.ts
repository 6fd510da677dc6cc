import type { DeliveryResult } from '../core/sending/delivery-result.ts'
import type { OutboxEntry, OutboxKind, OutgoingMail, WithheldFor } from '../core/sending/outgoing-mail.ts'
import type { Caps } from '../core/sending/sending-room.ts'
import type { TroubleKind } from '../core/sending/trouble.ts'

export type OutboxNeeds = {
  readonly clock: () => Date
  readonly queue: {
    due(now: Date): readonly OutboxEntry[]
    supersedeOlder(now: Date): void
  }
  readonly outbox: {
    claim(id: number, now: Date): OutgoingMail | null
    /** No attempt is counted; with `behind`, what fell due before that goes first. */
    unclaim(id: number, error: string, behind: Date | null): void
    markSent(id: number, at: Date): void
    postpone(id: number, until: Date, error: string): void
    /** `content`: the server had the whole of it. Gives whether it goes once more, without its files. */
    markFailed(
      id: number,
      refusal: { readonly reason: string; readonly content: boolean },
      at: Date,
    ): 'lighter' | 'failed'
    markUnknown(id: number, repeatAt: Date, error: string): void
    withhold(id: number, because: WithheldFor): void
    /** It waits, from then on, through a fault of ours or the server's. */
    delay(id: number, since: Date): void
  }
  readonly said: {
    sentSince(since: {
      readonly replies: Date
      readonly staff: Date
    }): readonly { kind: OutboxKind; recipient: string; at: Date }[]
    countSentTo(address: string, since: Date): number
    wasTold(address: string, about: string, since: Date): boolean
  }
  /**
   * Throws LoginRefused or SenderRefused where the server takes nothing from us: ours to mend, nothing is sent then. Calls `handingOver`
   * before the server gets the first byte of the mail.
   */
  readonly send: (mail: OutgoingMail, date: Date, handingOver: () => void) => Promise<DeliveryResult>
  /** What went wrong in the passes before; why to stop, after one more mail. */
  readonly suspicion: { after(recipient: string, sent: DeliveryResult): Stopped | null }
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

/** Why a pass ended before everything due was tried. */
export type Stopped = { readonly kind: Exclude<TroubleKind, 'login'>; readonly reason: string }

/** `goesOn`: the server was there, and the rate allows more in this minute. */
export type OutboxPass = {
  readonly results: readonly OutboxResult[]
  readonly stopped: Stopped | null
  readonly goesOn: boolean
}
