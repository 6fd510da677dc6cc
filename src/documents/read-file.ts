import type { Document, DocumentContent, DocumentKind } from '../core/document/document.ts'
import { listArchive } from './archive.ts'
import { createBudget } from './budget.ts'
import { examine, isUnread } from './examine.ts'
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
  const found =
    examined.kind === 'zip' ? await open(examined, bytes, { budget, limits }) : [{ document: examined, bytes }]
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

type Found = { readonly document: Document; readonly bytes: Buffer }

/** A zip and the files in it; one that can't be opened, or holds nothing, stands for itself. */
async function open(archive: Document, bytes: Buffer, { budget, limits }: Means): Promise<Found[]> {
  const found: Found[] = []
  try {
    for (const entry of (await listArchive(bytes)).filter(({ path }) => !isLitter(path))) {
      const file = { name: baseName(entry.path), bytes: await entry.read(budget) }
      const document = {
        ...keepClosed(await examine(file, limits.documentBytes, limits.sheets)),
        archive: archive.name,
        ...folderOf(entry.path),
      }
      found.push({ document, bytes: file.bytes })
    }
  } catch (error) {
    return [{ document: { ...archive, why: whyUnreadable(error) }, bytes }]
  }
  if (found.length === 0) return [{ document: { ...archive, why: 'corrupt' }, bytes }]
  return [{ document: { ...archive, status: 'opened', why: null }, bytes }, ...found]
}

/** A zip inside a zip is not opened: the form may be in it. */
const keepClosed = (document: Document): Document =>
  document.kind === 'zip' && isUnread(document) ? { ...document, why: 'undecodable' } : document

const baseName = (path: string): string => path.slice(path.lastIndexOf('/') + 1)

const folderOf = (path: string): Pick<Document, 'folder'> =>
  path.includes('/') ? { folder: path.slice(0, path.lastIndexOf('/')) } : {}

/** What Finder, Explorer and Word leave in an archive. */
const isLitter = (path: string): boolean =>
  path.split('/').includes('__MACOSX') || /^(\._.*|\.DS_Store|~\$.*|Thumbs\.db)$/i.test(baseName(path))
