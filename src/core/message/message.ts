/** One header field, RFC 5322 §2.2: `name` in lower case, `value` unfolded and decoded, in the order of the message. */
export type HeaderField = { readonly name: string; readonly value: string }

/** A mailbox of RFC 5322 §3.4: `name` is the display name ('' where there is none), `address` is as written. */
export type Address = { readonly name: string; readonly address: string }

/**
 * A file that came with a message. `name` is decoded ('' where it was destroyed on the way or never given); `unreadable` where the mail around it
 * could not be taken apart or opened: then `bytes` are those of the wrapping, and nobody need look into them.
 */
export type Attachment = {
  readonly name: string
  readonly bytes: Uint8Array
  readonly sha256: string
  readonly unreadable?: 'encrypted' | 'undecodable' | 'too-large'
}

/** A mail, decoded. Everything in it was written by a stranger: quote it, never trust it. */
export type Message = {
  /** SHA-256 of the raw bytes, hexadecimal. */
  readonly sha256: string
  /** Message-ID with its angle brackets; for threading only, never an identity. */
  readonly messageId: string | null
  /** In-Reply-To and References, each with its angle brackets, oldest first, without repeats. */
  readonly references: readonly string[]
  readonly from: readonly Address[]
  readonly replyTo: readonly Address[]
  /** null where there is no Subject header; '' where it is empty. */
  readonly subject: string | null
  /** What the sender's clock says, as written: shown, never judged. */
  readonly date: string | null
  /** All header fields, topmost first. */
  readonly headers: readonly HeaderField[]
  /** The readable body as plain text. */
  readonly text: string
  readonly attachments: readonly Attachment[]
  /** What the HTML shows, where it does not stand alone or hides something; looked at of mail from the desk only. */
  readonly htmlText?: string
}

/**
 * A part as BODYSTRUCTURE shows it. `name`: the decoded file name, '' where there is none; `type`: the media type in lower case, '' where the
 * server doesn't tell; `attached`: it bears a name or is said to be an attachment.
 */
export type PreviewPart = { readonly name: string; readonly type: string; readonly attached: boolean }

/** What header and structure tell before a message is downloaded (IMAP BODY.PEEK[HEADER], BODYSTRUCTURE, RFC822.SIZE). */
export type Preview = {
  readonly subject: string | null
  readonly headers: readonly HeaderField[]
  /** Leaf parts and whole mails that were attached. */
  readonly parts: readonly PreviewPart[]
  readonly size: number
}

/** The value of the topmost header field of that name (lower case), or null. */
export const headerValue = (headers: readonly HeaderField[], name: string): string | null =>
  headers.find(field => field.name === name)?.value ?? null
