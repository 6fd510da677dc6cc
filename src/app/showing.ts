import type { Confirmation } from '../core/application/confirmation.ts'
import type { ListedSubmission } from '../core/application/listed-submission.ts'
import type { Amendment } from '../core/call/amendment.ts'
import type { RecognisedDocument } from '../core/document/scanned-document.ts'
import type { OnRecord } from '../core/judge/in-force.ts'
import type { PastEvent } from '../store/history.ts'
import type { FullEntry } from '../store/outbox.ts'
import { confirmationsOf } from './confirming.ts'
import type { Parts } from './parts.ts'

/** Everything about one message. */
export type Shown = {
  readonly message: ListedSubmission
  /** On each of its entries. */
  readonly decisions: readonly (readonly OnRecord[])[]
  /** Oldest first. */
  readonly replies: readonly FullEntry[]
  readonly history: readonly PastEvent[]
  /** What was amended of its call. */
  readonly amendments: readonly Amendment[]
  /** What people settled of its applicant, whatever version it is about. */
  readonly confirmations: readonly Confirmation[]
  /** What recognition read of its scans, or that it still waits. */
  readonly recognitions: readonly RecognisedDocument[]
}

/** null where there is no such message. */
export function show(id: number, parts: Parts): Shown | null {
  const { overview, decisions, outbox, history, amendments, scannedDocuments } = parts.store.get()
  const message = overview.message(id)
  if (message === null) return null
  return {
    message,
    decisions: decisions.byEntry(id),
    replies: outbox.repliesTo(id),
    history: history.of(id),
    amendments: amendments.all().filter(({ call }) => call === message.call),
    confirmations: message.entries.flatMap(({ call, applicant: own }) =>
      call === null ? [] : confirmationsOf(call, parts).filter(({ applicant }) => applicant === own?.key),
    ),
    recognitions: scannedDocuments.of(id),
  }
}
