import type { Outcome } from '../judge/decision.ts'
import type { MailingKind, OutboxKind } from '../sending/outgoing-mail.ts'

/**
 * Something that changed an outcome or was sent. It bears no personal data, only numbers and SHA-256 hashes of what is kept elsewhere,
 * for it stays when that is purged.
 */
export type Event =
  /** By the machine (`judged`) or by a person (`decided`); `record`: the hash of the decision on record. */
  | {
      readonly kind: 'judged' | 'decided'
      readonly message: number
      /** Of its entries, where it isn't the first. */
      readonly entry?: number
      readonly decision: number
      readonly outcome: Outcome
      readonly record: string
    }
  /** A person had a message that was set aside tried again: what was decided on its header no longer counts. */
  | { readonly kind: 'reopened'; readonly message: number }
  /** Another submission of the application stands now, or none. */
  | { readonly kind: 'stands'; readonly application: string; readonly message: number | null; readonly entry?: number }
  /** A line of a mail from staff was carried out, shown or refused; `record`: the hash of what was said of it. */
  | {
      readonly kind: 'command'
      readonly message: number
      readonly line: number
      readonly state: 'shown' | 'done' | 'refused'
      readonly record: string
    }
  /** The committee changed a call; `record`: the hash of the amendment on record. */
  | {
      readonly kind: 'amended'
      readonly call: string
      readonly amendment: number
      readonly what: 'deadline' | 'roster' | 'exclude' | 'restore'
      readonly record: string
    }
  /** A person settled a condition; `record`: the hash of the confirmation on record. */
  | {
      readonly kind: 'confirmed'
      readonly call: string
      readonly confirmation: number
      readonly check: string
      readonly verdict: 'pass' | 'fail'
      readonly record: string
    }
  /** The committee had so many letters sent to those who applied, or may. */
  | {
      readonly kind: 'mailed'
      readonly call: string
      readonly mailing: number
      readonly what: MailingKind
      readonly letters: number
    }
  /** The meeting's papers were made, with so many applicants. */
  | { readonly kind: 'packed'; readonly call: string; readonly applicants: number }
  /** A person took everything of a call out (`exported`), or removed what was personal in it (`purged`), so many messages. */
  | { readonly kind: 'exported'; readonly call: string; readonly messages: number }
  /** `discarded`: letters that never went out. */
  | { readonly kind: 'purged'; readonly call: string; readonly messages: number; readonly discarded?: number }
  /** `mail`: the hash of the mail as it was handed to the server. */
  | {
      readonly kind: 'sent' | 'failed'
      readonly outbox: number
      readonly what: OutboxKind
      readonly message: number | null
      readonly mail: string
    }

/** The last entry of the chain of events: whoever knows it can tell whether anything before it was changed. */
export type ChainHead = { readonly entries: number; readonly hash: string }
