import type { Outcome, Relation } from '../judge/decision.ts'
import type { Preview } from '../message/message.ts'

/** A folder as EXAMINE shows it; a UIDVALIDITY that the server doesn't tell is 0, a UIDNEXT null. */
export type OpenFolder = {
  readonly path: string
  readonly uidValidity: number
  readonly exists: number
  readonly uidNext: number | null
}

/** A message of a folder, by what the server lists and its header. */
export type PreviewedMessage = {
  readonly uid: number
  readonly size: number
  readonly internalDate: Date | null
  readonly headerSha256: string
  readonly preview: Preview
}

/** The same in its place. */
export type ListedMessage = Omit<PreviewedMessage, 'preview'> & {
  readonly folder: string
  readonly uidValidity: number
}

/** The same. `bearsHeader`: its header tells it from others; `mayApply`: it may be an application. */
export type SightedMessage = ListedMessage & { readonly bearsHeader: boolean; readonly mayApply: boolean }

/** The bytes of a mail and their SHA-256. */
export type FetchedMail = { readonly bytes: Uint8Array; readonly sha256: string }

/** A recorded message that waits for its conclusion. */
export type WaitingMessage = ListedMessage & {
  readonly id: number
  /** Including those in which the process died. */
  readonly attempts: number
  /** Attempts in which the process died. */
  readonly interruptions: number
  /** How often a person had it tried again. */
  readonly reopened: number
  /** null until the raw bytes are stored. */
  readonly sha256: string | null
}

/** What a concluded message is remembered by; of what its entries say, that in which all agree. */
export type MessageFacts = {
  readonly relation: Relation | null
  readonly call: string | null
  readonly branch: string | null
  readonly outcome: Outcome | null
  readonly receivedAt: Date | null
  readonly sender: string | null
  readonly subject: string | null
  readonly messageId: string | null
}

/** A judged message whose bytes are kept. */
export type StoredMessage = Pick<MessageFacts, 'call' | 'receivedAt' | 'sender' | 'subject'> & {
  readonly id: number
  readonly uid: number
  readonly internalDate: Date | null
}

/** A folder that the server doesn't open: since when, and its words. */
export type RefusedFolder = { readonly path: string; readonly since: Date; readonly words: string }

/** By what a message is known whose bytes the server changed; `documents`: their hashes. */
export type Likeness = {
  readonly messageId: string | null
  readonly sender: string | null
  readonly documents: readonly string[]
}
