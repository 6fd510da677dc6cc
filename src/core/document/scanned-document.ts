import type { Document, DocumentContent } from './document.ts'

/** A scanned document of a message. */
export type ScannedDocument = { readonly messageId: number; readonly sha256: string; readonly kind: 'pdf' | 'image' }

/** What became of recognising it. `likely`: how sure of its characters, from 0 to 1. */
export type Recognition =
  | { readonly state: 'waiting' }
  | { readonly state: 'recognised'; readonly content: DocumentContent; readonly likely: number }
  | { readonly state: 'failed'; readonly why: string }

/** The same document with what was recognised in it. */
export type RecognisedDocument = ScannedDocument & { readonly recognition: Recognition }

/** The documents of a message that are worth recognising: those that hold no text but pictures of pages, and photos of a form where the call takes them. */
export const scannedAmong = (
  documents: readonly Pick<Document, 'kind' | 'why' | 'sha256'>[],
): readonly Omit<ScannedDocument, 'messageId'>[] =>
  documents.flatMap(({ kind, why, sha256 }) =>
    (kind === 'pdf' || kind === 'image') && why === 'scanned' ? [{ kind, sha256 }] : [],
  )
