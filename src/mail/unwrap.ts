import { isPgp } from './pgp.ts'
import { isSmime, openSmime } from './signed-content.ts'
import { filesInTnef, isTnef, type NamedBytes } from './tnef.ts'

/** What a file holds that is no document itself. */
type Unwrapped =
  | { readonly kind: 'mail'; readonly source: Buffer }
  | { readonly kind: 'files'; readonly files: readonly NamedBytes[] }
  | { readonly kind: 'closed'; readonly why: 'encrypted' | 'undecodable' }

const MAIL = /^message\/(?:rfc822|global|news)$/
/** A piece of a mail that was sent in several, or a mail that is only pointed to (RFC 2046 §5.2). */
const PIECE = /^message\/(?:partial|external-body)$/
const HEADER =
  /^(?:from|to|subject|date|received|return-path|message-id|mime-version|content-type|delivered-to|x-[a-z-]{1,40}):/i

/** Looks into mails (also those that came as a plain file), S/MIME and winmail.dat; null for any other file. */
export function unwrap({ name, bytes }: NamedBytes, type: string): Unwrapped | null {
  if (isTnef(bytes)) {
    const files = filesInTnef(bytes)
    return files === null ? { kind: 'closed', why: 'undecodable' } : { kind: 'files', files }
  }
  if (isSmime(type, name)) {
    const opened = openSmime(bytes)
    if ('why' in opened) return { kind: 'closed', why: opened.why }
    const bare = name.replace(/\.p7m$/i, '')
    return startsAsMail(opened.content)
      ? { kind: 'mail', source: opened.content }
      : { kind: 'files', files: [{ name: bare, bytes: opened.content }] }
  }
  if (isPgp({ name, bytes }) || isLockedPage({ name, bytes })) return { kind: 'closed', why: 'encrypted' }
  if (PIECE.test(type) || type === 'application/ms-tnef') return { kind: 'closed', why: 'undecodable' }
  return MAIL.test(type) || isMailFile(name, bytes) ? { kind: 'mail', source: bytes } : null
}

/** A page that a password opens, as webmails hand over what they encrypted: «加密邮件.html». */
const isLockedPage = ({ name, bytes }: NamedBytes): boolean =>
  /\.html?$/i.test(name) &&
  /<input\b[^>]{0,300}\btype\s*=\s*["']?password\b/i.test(bytes.toString('latin1', 0, LONGEST_PAGE))

const LONGEST_PAGE = 1_000_000

const isMailFile = (name: string, bytes: Buffer): boolean =>
  (/\.eml$/i.test(name) || name === '') && startsAsMail(bytes)

const startsAsMail = (bytes: Buffer): boolean => HEADER.test(bytes.toString('latin1', 0, 100).trimStart())
