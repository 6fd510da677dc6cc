import type { Document } from '../core/document/document.ts'
import { type ArchiveEntry, listArchive } from './archive.ts'
import { examine, isUnread } from './examine.ts'
import type { Means } from './read-limits.ts'
import { Unreadable, whyUnreadable } from './unreadable.ts'

/** A file, not read yet. */
type Found = { readonly document: Document; readonly bytes: Buffer }

/** An archive, in how many others it stands, and what the documents in it are told to have come in. */
type Packed = Found & { readonly depth: number; readonly within: Pick<Document, 'archive' | 'folder'> }

/** So deep people pack what was packed already. */
const DEEPEST = 3
/** All levels together; each level has its own limit, too. */
const MOST_FILES = 4096

/**
 * A zip and the files in it, and in those packed in it, as if they stood in a folder of the outermost; one that can't be opened, or holds
 * nothing, stands for itself. All that is inflated counts against the budget.
 */
export const openArchive = (file: Found, means: Means): Promise<readonly Found[]> =>
  open({ ...file, depth: 0, within: { archive: file.document.name } }, means)

async function open({ document: archive, bytes, depth, within }: Packed, means: Means): Promise<Found[]> {
  const found: Found[] = []
  try {
    for (const entry of (await listArchive(bytes)).filter(({ path }) => !isLitter(path))) {
      found.push(...(await unpack(entry, { depth, within }, means)))
      if (found.length > MOST_FILES) throw new Unreadable('too-large')
    }
  } catch (error) {
    return [{ document: { ...archive, why: whyUnreadable(error) }, bytes }]
  }
  if (found.length === 0) return [{ document: { ...archive, why: 'corrupt' }, bytes }]
  return [{ document: { ...archive, status: 'opened', why: null }, bytes }, ...found]
}

/** A file in an archive; one that is packed once more is opened. */
async function unpack(entry: ArchiveEntry, { depth, within }: Pick<Packed, 'depth' | 'within'>, means: Means) {
  const { limits, budget } = means
  const file = { name: baseName(entry.path), bytes: await entry.read(budget) }
  const folder = [within.folder, folderOf(entry.path)].filter(path => path !== undefined).join('/')
  const place = { archive: within.archive, ...(folder === '' ? {} : { folder }) }
  const document = { ...(await examine(file, limits.documentBytes, limits.sheets)), ...place }
  if (document.kind !== 'zip' || !isUnread(document)) return [{ document, bytes: file.bytes }]
  // The form may be in it.
  if (depth + 1 >= DEEPEST) return [{ document: { ...document, why: 'undecodable' as const }, bytes: file.bytes }]
  const inner = { ...place, folder: [folder, file.name.replace(/\.zip$/i, '')].filter(path => path !== '').join('/') }
  return await open({ document, bytes: file.bytes, depth: depth + 1, within: inner }, means)
}

const baseName = (path: string): string => path.slice(path.lastIndexOf('/') + 1)

const folderOf = (path: string): string | undefined =>
  path.includes('/') ? path.slice(0, path.lastIndexOf('/')) : undefined

/** What Finder, Explorer and Word leave in an archive. */
const isLitter = (path: string): boolean =>
  path.split('/').includes('__MACOSX') || /^(\._.*|\.DS_Store|~\$.*|Thumbs\.db)$/i.test(baseName(path))
