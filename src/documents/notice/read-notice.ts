import type { Document, DocumentContent, WhyUnreadable } from '../../core/document/document.ts'
import { examine, isUnread, type NamedFile } from '../examine.ts'
import { readHtml } from './html.ts'

/** Reads a file that is no text by itself: docx, doc, pdf. */
type ReadWith = (file: NamedFile) => Promise<readonly Document[]>

/** A notice in whatever it came as; why, or null, where it can't be read. For files that an operator gives, not for what came by mail. */
export async function readNotice(file: NamedFile, readWith: ReadWith): Promise<DocumentContent | WhyUnreadable | null> {
  const examined = await examine(file, LARGEST)
  if (isUnread(examined)) {
    const read = await readWith(file)
    return read.find(({ content }) => content !== null)?.content ?? read.find(({ why }) => why !== null)?.why ?? null
  }
  const text = textOf(file.bytes)
  if (text === null || !['txt', 'html', 'xml'].includes(examined.kind)) return null
  if (examined.kind !== 'txt' || /\.html?$/i.test(file.name)) return readHtml(text)
  return { blocks: text.split(/\r?\n/).map(line => ({ kind: 'paragraph', text: line })) }
}

const LARGEST = 32 * 1024 * 1024

const ENCODINGS = ['utf-8', 'gb18030'] as const

/** As editors and browsers save it: UTF-16 by its mark, UTF-8, GB18030. */
function textOf(bytes: Uint8Array): string | null {
  const mark = Buffer.from(bytes.subarray(0, 2)).toString('hex')
  if (mark === 'fffe') return new TextDecoder('utf-16le').decode(bytes)
  if (mark === 'feff') return new TextDecoder('utf-16be').decode(bytes)
  for (const encoding of ENCODINGS) {
    try {
      return new TextDecoder(encoding, { fatal: true }).decode(bytes)
    } catch {
      // the next one
    }
  }
  return null
}
