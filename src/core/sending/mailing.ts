import type { MailingKind, OutgoingMail } from './outgoing-mail.ts'

/** A letter that an applicant was sent, or will be; `about`: of a result its group. One that failed for good tells nobody anything. */
export type Told = {
  readonly applicant: string
  readonly about: string | null
  readonly at: Date
}

/** To whom a letter goes, and the mail of theirs in whose thread; null: they have none. */
type Addressee = { readonly messageId: number | null; readonly mail: OutgoingMail }

/** A letter of a mailing. */
type MailingLetter = Addressee & { readonly applicant: string; readonly expiresAt: Date | null }

/** What the committee sends to many, confirmed once. */
export type Mailing = {
  readonly call: string
  readonly kind: MailingKind
  readonly about: string | null
  readonly letters: readonly MailingLetter[]
}

/** A letter of a mailing as it went out, or was to. */
export type Mailed = Told & { readonly kind: MailingKind; readonly mail: OutgoingMail }
