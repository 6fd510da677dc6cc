import type { Confirmation, SettledCheck } from '../application/confirmation.ts'
import type { Applicant } from '../call/applicant.ts'
import type { Call } from '../call/call.ts'
import type { DocumentKind } from '../document/document.ts'
import type { RecognisedDocument } from '../document/scanned-document.ts'
import type { Decision } from '../judge/decision.ts'

/** A file that an applicant handed in beside the form, with the mail or later; `sentOn`: the mail's number. */
export type Evidence = {
  readonly name: string
  readonly bytes: number
  readonly kind: DocumentKind
  readonly sha256: string
  readonly message: number
  readonly receivedAt: Date | null
}

/** An applicant of whom a version stands, with everything that the meeting is to see. */
export type Standing = {
  readonly applicant: Applicant
  /** The row of the roster that it is of; null: none. */
  readonly root: string | null
  /** The roster names it, or there is none. */
  readonly listed: boolean
  /** 受理编号. */
  readonly number: string
  readonly version: number | null
  /** The mail that brought the version. */
  readonly message: number
  readonly receivedAt: Date | null
  readonly decision: Decision
  readonly checks: readonly SettledCheck[]
  /** The file of its form; null where none came. */
  readonly form: Evidence | null
  readonly evidence: readonly Evidence[]
  /** What people decided and said, a sentence each. */
  readonly notes: readonly string[]
  /** What recognition read of its scans. */
  readonly recognised: readonly RecognisedDocument[]
}

/** The meeting's papers: everybody of whom a version stands, in the roster's order, else by 受理编号. */
export type Papers = {
  readonly call: Call
  readonly standing: readonly Standing[]
  readonly confirmations: readonly Confirmation[]
  readonly composedAt: Date
  readonly timezone: string
}

/** A part of a page, in words fit to be written. */
export type PaperBlock =
  | { readonly kind: 'heading'; readonly text: string }
  | { readonly kind: 'text'; readonly lines: readonly string[] }
  /** Two columns: what, and its value. */
  | { readonly kind: 'facts'; readonly rows: readonly (readonly [string, string])[] }
  /** `widths`: parts of the page's width. */
  | {
      readonly kind: 'table'
      readonly widths: readonly number[]
      readonly head: readonly string[]
      readonly rows: readonly (readonly string[])[]
    }

/** One applicant's part: it begins on a page of its own. */
export type PaperPage = {
  readonly title: string
  readonly brief: readonly string[]
  readonly blocks: readonly PaperBlock[]
}

export type PapersDocument = {
  readonly title: string
  readonly subtitle: readonly string[]
  /** Of the table of contents, which names each page by its place, its `brief` and its number. */
  readonly contents: readonly string[]
  readonly pages: readonly PaperPage[]
}
