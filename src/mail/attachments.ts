import type { Attachment } from '../core/message/message.ts'
import { isNamelessFile } from '../core/naming/destroyed.ts'
import { sha256 } from '../sha256.ts'
import { isClutter } from './clutter.ts'
import { fileNameOf } from './file-name.ts'
import { rawValues } from './header-fields.ts'
import { type MimePart, mimePartsOf } from './mime-parts.ts'
import { isPgp } from './pgp.ts'
import { saysEncrypted } from './says-encrypted.ts'
import { contentOf } from './transfer-encoding.ts'
import { unwrap } from './unwrap.ts'
import { uuencodedIn } from './uuencode.ts'

/** What a mail is made of: its own text, still encoded, and its files. */
export type MailContent = { readonly texts: readonly MimePart[]; readonly attachments: readonly Attachment[] }

/** How much of a mail is taken apart, mails within it included. */
const MOST_PARTS = 1000
const MOST_LEVELS = 10

type Unread = NonNullable<Attachment['unreadable']>
type File = { readonly name: string; readonly bytes: Buffer }
/** Shared by a mail and all that is wrapped in it. */
type Budget = { parts: number }

/**
 * Takes a mail apart: every part with a file name or a document's bytes is a file, mails and containers within it are unwrapped. What can't be
 * taken apart is a file too, and says why: a form may be in it.
 */
export function contentOfMail(source: Uint8Array): MailContent {
  return takeApart(source, 0, { parts: MOST_PARTS })
}

function takeApart(source: Uint8Array, level: number, budget: Budget): MailContent {
  const { parts, whole } = mimePartsOf(source, budget.parts)
  budget.parts -= parts.length
  const texts: MimePart[] = []
  const attachments: Attachment[] = []
  const shown = idsShown(parts)
  for (const part of parts) {
    const file = { name: fileNameOf(part.fields), bytes: contentOf(part) }
    if (isClutter({ ...file, type: part.type, within: part.within, ...placeInBody(part, shown) })) continue
    if (isOwnText(part, file) && !isPgp(file)) {
      const { files, rest } = uuencodedIn(file.bytes, budget.parts)
      budget.parts -= files.length
      texts.push(files.length === 0 ? part : decoded(part, rest))
      attachments.push(...files.flatMap(one => filesOf(one, UNTOLD, { level, budget, isEncrypted: false })))
    } else if (isFile(part, file))
      attachments.push(...filesOf(file, part.type, { level, budget, isEncrypted: saysEncrypted(part, file.name) }))
  }
  if (!whole) attachments.push(unread('', 'too-large'))
  return { texts, attachments }
}

const UNTOLD = 'application/octet-stream'

/** A part whose body stands as it is. */
const decoded = (part: MimePart, body: Buffer): MimePart => ({
  ...part,
  fields: part.fields.filter(({ name }) => name !== 'content-transfer-encoding'),
  body,
})

type At = { readonly level: number; readonly budget: Budget; readonly isEncrypted: boolean }

/** A file, or those that are wrapped in it. */
function filesOf(file: File, type: string, at: At): Attachment[] {
  const inside = unwrap(file, type)
  if (at.isEncrypted && (inside === null || inside.kind === 'closed'))
    return [unread(withoutEnvelope(file.name), 'encrypted', file.bytes)]
  if (inside === null) return [{ name: file.name, bytes: file.bytes, sha256: sha256(file.bytes) }]
  if (inside.kind === 'closed') return [unread(withoutEnvelope(file.name), inside.why, file.bytes)]
  if (at.level >= MOST_LEVELS || at.budget.parts <= 0) return [unread(file.name, 'too-large', file.bytes)]
  const deeper = { ...at, level: at.level + 1, isEncrypted: false }
  if (inside.kind === 'mail') return [...takeApart(inside.source, deeper.level, at.budget).attachments]
  at.budget.parts -= inside.files.length
  return inside.files.flatMap(one => filesOf(one, UNTOLD, deeper))
}

/** «申报书.docx.p7m» is a 申报书.docx to whoever sent it. */
const withoutEnvelope = (name: string): string => name.replace(/(\.[a-z0-9]{1,5})\.(?:p7m|pgp|gpg|asc)$/i, '$1')

const unread = (name: string, why: Unread, bytes: Uint8Array = new Uint8Array()): Attachment => ({
  name,
  bytes,
  sha256: sha256(bytes),
  unreadable: why,
})

/** The Content-IDs that the body shows (RFC 2392). */
function idsShown(parts: readonly MimePart[]): ReadonlySet<string> {
  if (!parts.some(({ type }) => type.startsWith('image/'))) return new Set()
  const bodies = parts.filter(({ type }) => type === 'text/html').map(part => contentOf(part).toString('latin1'))
  return new Set(bodies.flatMap(html => Array.from(html.matchAll(/\bcid:([^"'\s>)]{1,200})/gi), ([, id = '']) => id)))
}

function placeInBody({ fields }: MimePart, shown: ReadonlySet<string>) {
  const id = rawValues(fields, 'content-id')[0]?.replace(/[<>\s]/g, '')
  return { hasId: id !== undefined, isShown: id !== undefined && shown.has(id) }
}

/** Text without a name of its own, unless it is something else by its content. */
function isOwnText({ type, fields }: MimePart, { name, bytes }: File): boolean {
  if (!/^(?:text\/(?:plain|html)|multipart\/.*)$/.test(type) || hasDocumentBytes(bytes)) return false
  const nameless = name === '' || /^att\d{3,}\.(?:txt|html?)$/i.test(name)
  return nameless && !isAttached(fields)
}

const isAttached = (fields: MimePart['fields']): boolean =>
  /^\s*attachment/i.test(rawValues(fields, 'content-disposition')[0] ?? '')

/** A text or a report without a name is none, nor is nothing without a name. */
function isFile({ type, fields }: MimePart, { name, bytes }: File): boolean {
  if (name !== '' && !(bytes.length === 0 && isNamelessFile(name))) return true
  if (bytes.length === 0) return false
  return (
    isAttached(fields) ||
    hasDocumentBytes(bytes) ||
    isPgp({ name, bytes }) ||
    !/^(?:text\/|message\/(?!rfc822|global|partial|external-body))/.test(type)
  )
}

/** The first bytes of zip (and docx), OLE (doc, wps), PDF, RTF, rar, 7z. */
const DOCUMENT = /^(?:PK[\x03\x05\x07]|\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1|%PDF-|\{\\rtf|Rar!\x1a\x07|7z\xbc\xaf)/

const hasDocumentBytes = (bytes: Buffer): boolean => DOCUMENT.test(bytes.toString('latin1', 0, 8))
