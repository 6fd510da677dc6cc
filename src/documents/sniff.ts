import type { DocumentKind } from '../core/document/document.ts'
import { listArchive } from './archive.ts'
import { hasStream, isEncryptedPackage, isEncryptedWord } from './ole.ts'

/** `encrypted` where that can be seen from outside; a PDF or a zip says so only when it is read. */
type Sniffed = { readonly kind: DocumentKind; readonly encrypted: boolean }

/**
 * What a file is by its content; the name decides only between doc and wps, and where an OLE container tells nothing. Never throws.
 */
export async function sniff(name: string, bytes: Buffer): Promise<Sniffed> {
  const magic = MAGICS.find(({ at = 0, starts }) => starts.some(start => hasAt(bytes, start, at)))?.is
  if (magic === 'ole') return sniffOle(name, bytes)
  return { kind: magic === 'zip' ? await sniffZip(bytes) : (magic ?? sniffText(bytes)), encrypted: false }
}

const MAGICS: readonly { is: DocumentKind | 'ole'; at?: number; starts: readonly string[] }[] = [
  { is: 'zip', starts: ['PK\x03\x04', 'PK\x05\x06', 'PK\x07\x08'] },
  { is: 'ole', starts: ['\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1'] },
  { is: 'rar', starts: ['Rar!\x1a\x07'] },
  { is: '7z', starts: ['7z\xbc\xaf\x27\x1c'] },
  { is: 'rtf', starts: ['{\\rtf'] },
  { is: 'image', starts: ['\xff\xd8\xff', '\x89PNG\r\n', 'GIF87a', 'GIF89a', 'BM', 'II*\0', 'MM\0*'] },
  { is: 'image', at: 4, starts: ['ftyphei', 'ftyphev', 'ftypmif1', 'ftypmsf1', 'ftypavif'] },
  { is: 'image', at: 8, starts: ['WEBP'] },
]

const hasAt = (bytes: Buffer, text: string, at: number): boolean =>
  bytes.toString('latin1', at, at + text.length) === text

async function sniffZip(bytes: Buffer): Promise<DocumentKind> {
  const paths = await listArchive(bytes).then(
    entries => entries.map(entry => entry.path),
    () => [],
  )
  const has = (start: string) => paths.some(path => path.startsWith(start))
  const kind = ZIP_PARTS.find(([part]) => has(part))?.[1]
  if (kind !== undefined) return kind
  if (hasAt(bytes, 'mimetypeapplication/vnd.oasis.opendocument.text', MIMETYPE_AT)) return 'odt'
  return paths.length === 0 && hasOfficeHead(bytes) ? 'docx' : 'zip'
}

const ZIP_PARTS: readonly (readonly [string, DocumentKind])[] = [
  ['word/document', 'docx'],
  ['xl/', 'xlsx'],
  ['ppt/', 'pptx'],
  ['OFD.xml', 'ofd'],
]

/** OpenDocument 1.2 part 3 §3.3: the entry `mimetype` comes first and uncompressed, so it stands behind the first header. */
const MIMETYPE_AT = 30

/** A docx cut off on the way has no directory any more, but still its first entries' names. */
const hasOfficeHead = (bytes: Buffer): boolean => {
  const head = bytes.toString('latin1', 0, 65_536)
  return head.includes('[Content_Types].xml') || head.includes('word/')
}

function sniffOle(name: string, bytes: Buffer): Sniffed {
  const word: DocumentKind = /\.wps$/i.test(name) ? 'wps' : 'doc'
  if (hasStream(bytes, 'WordDocument')) return { kind: word, encrypted: isEncryptedWord(bytes) }
  if (isEncryptedPackage(bytes)) return { kind: 'docx', encrypted: true }
  if (hasStream(bytes, 'Workbook') || hasStream(bytes, 'Book')) return { kind: 'xlsx', encrypted: false }
  if (hasStream(bytes, 'PowerPoint Document')) return { kind: 'pptx', encrypted: false }
  return { kind: /\.(docx?|wps)$/i.test(name) ? word : 'other', encrypted: false }
}

function sniffText(bytes: Buffer): DocumentKind {
  const head = bytes.subarray(0, 1024)
  if (head.includes('%PDF-')) return 'pdf'
  if (head.length >= 2 && /^(\xff\xfe|\xfe\xff)/.test(head.toString('latin1', 0, 2))) return 'txt'
  if (head.includes(0)) return 'other'
  const text = head
    .toString('latin1')
    .replace(/^\xef\xbb\xbf/, '')
    .trimStart()
    .toLowerCase()
  if (text.includes('<html') || text.startsWith('<!doctype html') || text.startsWith('mime-version:')) return 'html'
  if (text.startsWith('<?xml')) return 'xml'
  return isText(bytes.subarray(0, 4096)) ? 'txt' : 'other'
}

/** Text in UTF-8 or GB18030; a character that the cut goes through is no fault. */
const isText = (bytes: Buffer): boolean =>
  ['utf-8', 'gb18030'].some(encoding => {
    try {
      const text = new TextDecoder(encoding, { fatal: true }).decode(bytes, { stream: true })
      return text.length > 0 && !/[\x00-\x08\x0e-\x1a\x1c-\x1f]/.test(text)
    } catch {
      return false
    }
  })
