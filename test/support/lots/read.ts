import type { Document, DocumentKind } from '../../../src/core/document/document.ts'
import { examine } from '../../../src/documents/examine.ts'
import { readFile } from '../../../src/documents/read-file.ts'
import { asBlocks } from './as-blocks.ts'
import type { Piece } from './page.ts'

const MiB = 1024 ** 2
const LIMITS = { inflatedBytes: 100 * MiB, xmlBytes: 4 * MiB, documentBytes: 50 * MiB }

/** Reads a file of our own making here and now: nothing that we made kills its reader. */
export async function readDocument(name: string, bytes: Buffer): Promise<Document> {
  let document = await examine({ name, bytes }, LIMITS.documentBytes)
  for await (const finding of readFile(document, bytes, LIMITS))
    if (finding.step === 'read') document = finding.document
  return document
}

/** A laid out form as if it had been read of a file. */
export const unwritten = (name: string, pieces: readonly Piece[]): Document => ({
  ...{ name, bytes: 1, sha256: 'unwritten', kind: 'docx' satisfies DocumentKind, status: 'read', why: null },
  content: asBlocks(pieces),
})
