import type { Document, DocumentKind } from '../core/document/document.ts'
import { sha256 } from '../sha256.ts'
import { hasStream } from './ole.ts'
import { sniff } from './sniff.ts'

/** A file as it came with a message or stood in an archive; `name` is '' where it was lost. */
export type NamedFile = { readonly name: string; readonly bytes: Uint8Array }

type Verdict = Pick<Document, 'status' | 'why'>

/** Still to be read (a zip: to be opened). Not yet a Document to hand out: its `why` is to come. */
const UNREAD: Verdict = { status: 'unreadable', why: null }
const SKIPPED: Verdict = { status: 'skipped', why: null }

export const isUnread = (document: Document): boolean => document.status === 'unreadable' && document.why === null

/** What can be said of a file without parsing it: kind, hash, and for most kinds already what becomes of it. */
export async function examine(file: NamedFile, documentBytes: number, sheets = false): Promise<Document> {
  const bytes = bufferOf(file.bytes)
  const { kind, encrypted } = await sniff(file.name, bytes)
  const described = { name: file.name, bytes: bytes.length, sha256: sha256(bytes), kind, archive: null, content: null }
  if (bytes.length === 0) return { ...described, status: 'unreadable', why: 'corrupt' }
  if (encrypted) return { ...described, status: 'unreadable', why: 'encrypted' }
  const verdict = verdictOf(kind, { name: file.name, bytes }, sheets)
  const isTooLarge = verdict === UNREAD && bytes.length > documentBytes
  return { ...described, ...verdict, ...(isTooLarge && { why: 'too-large' }) }
}

function verdictOf(
  kind: DocumentKind,
  file: { readonly name: string; readonly bytes: Buffer },
  sheets: boolean,
): Verdict {
  if (isDestroyed(kind, file.name)) return { status: 'unreadable', why: 'corrupt' }
  if (isMail(kind, file)) return { status: 'unreadable', why: 'undecodable' }
  return kind === 'xlsx' && sheets ? UNREAD : VERDICTS[kind]
}

/** A mail kept as a file: packed, or as Outlook keeps it (MS-OXMSG §2.4). The form may be in it, and nobody here takes it apart. */
const isMail = (kind: DocumentKind, { name, bytes }: { readonly name: string; readonly bytes: Buffer }): boolean =>
  kind === 'other' || kind === 'txt' || kind === 'html'
    ? /\.eml$/i.test(name) || hasStream(bytes, '__properties_version1.0')
    : false

const VERDICTS: Readonly<Record<DocumentKind, Verdict>> = {
  docx: UNREAD,
  pdf: UNREAD,
  zip: UNREAD,
  doc: UNREAD,
  wps: UNREAD,
  rar: SKIPPED,
  '7z': SKIPPED,
  xlsx: SKIPPED,
  pptx: SKIPPED,
  odt: SKIPPED,
  ofd: SKIPPED,
  rtf: SKIPPED,
  txt: SKIPPED,
  html: SKIPPED,
  image: SKIPPED,
  xml: SKIPPED,
  other: SKIPPED,
}

/** Named as a kind we take, but not a byte of it left: broken on the way, not sent in a wrong format. */
const isDestroyed = (kind: DocumentKind, name: string): boolean =>
  (kind === 'other' || kind === 'txt') && /\.(docx?|wps|pdf|zip)$/i.test(name)

export const bufferOf = ({ buffer, byteOffset, byteLength }: Uint8Array): Buffer =>
  Buffer.from(buffer, byteOffset, byteLength)
