import type { Address } from '../message/message.ts'

/** A file that a mail of ours carries; its bytes as base64, for the outbox keeps it as JSON. */
export type Enclosure = { readonly name: string; readonly type: string; readonly base64: string }

/** A mail of ours, ready to be sent; From is the service's own. */
export type OutgoingMail = {
  readonly to: readonly Address[]
  readonly subject: string
  readonly text: string
  readonly html: string
  /** Deterministic, with angle brackets: a repeat bears the same. */
  readonly messageId: string
  readonly inReplyTo: string | null
  readonly references: readonly string[]
  readonly enclosures?: readonly Enclosure[]
  /** RFC 3834 `auto-generated`, though it answers somebody: a report, and no reply. */
  readonly unasked?: true
}

const UNSENT_FILES = '本邮件原有附件，邮件服务器不予接收，未能随信发出：需要附件的，请联系管理员另行取得。'

/** The same without the files that a server would not take; null: it has none. */
export function withoutEnclosures({ enclosures = [], ...mail }: OutgoingMail): OutgoingMail | null {
  if (enclosures.length === 0) return null
  const html = mail.html.replace(/<body[^>]*>/, body => `${body}<p>${UNSENT_FILES}</p>`)
  return { ...mail, text: `${UNSENT_FILES}\n\n${mail.text}`, html }
}

/** What the committee sends to many at once. */
export type MailingKind = 'reminder' | 'result'

/** `desk`: an answer to staff who write; `correction`: a reply that takes back what was told; `notice`: to somebody whom a message concerns that they did not send; `announcement`: an amendment of the call. */
export type OutboxKind =
  | MailingKind
  | ('receipt' | 'returned' | 'rejected' | 'held' | 'noted' | 'withdrawal' | 'correction')
  | ('notice' | 'announcement')
  | ('digest' | 'alarm' | 'desk')
export type OutboxState = 'due' | 'sending' | 'sent' | 'failed' | 'unknown' | 'withheld'
/**
 * Why something is withheld: the operator's `replies: hold`; a cap, which it outwaits; a newer reply that went instead; or that the same
 * was just said to the same address.
 */
export type WithheldFor = 'hold' | 'cap' | 'superseded' | 'repeat'

/** A mail to be sent: `purpose` says what for, and nothing is sent twice for the same. */
export type NewMail = {
  readonly purpose: string
  readonly kind: OutboxKind
  /** The message that it answers; null where it answers none. */
  readonly messageId: number | null
  /** What it tells of: the same again to the same address within ten minutes is not sent. null: always sent. */
  readonly about?: string | null
  /** From then on it is no longer true and must not be sent. */
  readonly expiresAt?: Date | null
  readonly mail: OutgoingMail
}

/** A mail of ours of which nobody knows whether it went out, or which was never handed over when the process died. */
export type UnconfirmedMail = {
  readonly id: number
  readonly kind: OutboxKind
  readonly messageId: number | null
  /** Its Message-ID. */
  readonly headerId: string
  readonly composedAt: Date
  /** From then on it may be looked up, and repeated. */
  readonly dueAt: Date
  /** False: the process died before the server got any of it. */
  readonly handedOver: boolean
}

/** An entry of the outbox without the mail itself. */
export type OutboxEntry = {
  readonly id: number
  readonly kind: OutboxKind
  /** The message that it answers. */
  readonly messageId: number | null
  readonly recipient: string
  readonly about: string | null
  readonly state: OutboxState
  readonly withheldFor: WithheldFor | null
  readonly attempts: number
  readonly lastError: string | null
}

/** The same mail for the n-th time that its message is judged: another purpose and another Message-ID, so that it goes out too. */
export const retold = (reply: NewMail, times: number): NewMail => ({
  ...reply,
  purpose: `${reply.purpose}:${times + 1}`,
  mail: { ...reply.mail, messageId: reply.mail.messageId.replace('@', `.${times + 1}@`) },
})

/** It takes no part in the caps of replies. */
export const isMailing = (kind: OutboxKind): boolean => kind === 'reminder' || kind === 'result'

/** Reports and alarms to staff, which have a budget of their own. An answer at the desk has only its own rule: one a minute for each address. */
export const isForStaff = (kind: OutboxKind): boolean => kind === 'digest' || kind === 'alarm'
