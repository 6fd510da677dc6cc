import type { Document, DocumentContent, DocumentKind } from '../core/document/document.ts'
import { createBudget } from './budget.ts'
import { isUnread } from './examine.ts'
import { openArchive } from './open-archive.ts'
import type { Means, ReadLimits } from './read-limits.ts'
import { whyUnreadable } from './unreadable.ts'

/** What is known after each step: first all documents of the file, then each of the unread ones as it was read. */
export type Finding =
  | { readonly step: 'found'; readonly documents: readonly Document[] }
  | { readonly step: 'read'; readonly index: number; readonly document: Document }

type Reader = (bytes: Buffer, means: Means) => Promise<DocumentContent>

/** One file per format; its parser is loaded when the first document asks for it. */
const READERS: Partial<Record<DocumentKind, () => Promise<Reader>>> = {
  docx: async () => (await import('./docx/docx.ts')).readDocx,
  doc: async () => (await import('./doc/doc.ts')).readDoc,
  wps: async () => (await import('./doc/doc.ts')).readDoc,
  pdf: async () => (await import('./pdf/pdf.ts')).readPdf,
  xlsx: async () => (await import('./workbook.ts')).readSheets,
}

/** Reads an examined file or, where it is a zip, the files in it. For the reader process only: it may die of it. */
export async function* readFile(examined: Document, bytes: Buffer, limits: ReadLimits): AsyncGenerator<Finding> {
  const budget = createBudget(limits.inflatedBytes)
  const file = { document: examined, bytes }
  const found = examined.kind === 'zip' ? await openArchive(file, { budget, limits }) : [file]
  yield { step: 'found', documents: found.map(({ document }) => document) }
  for (const [index, file] of found.entries()) {
    const load = READERS[file.document.kind]
    if (load === undefined || !isUnread(file.document)) continue
    const read = await load()
    yield { step: 'read', index, document: await outcome(file.document, () => read(file.bytes, { budget, limits })) }
  }
}

async function outcome(document: Document, read: () => Promise<DocumentContent>): Promise<Document> {
  try {
    return { ...document, status: 'read', content: await read() }
  } catch (error) {
    return { ...document, why: whyUnreadable(error) }
  }
}
