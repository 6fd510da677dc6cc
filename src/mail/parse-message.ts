import { createHash } from 'node:crypto'
import { type AddressObject, type EmailAddress, type ParsedMail, simpleParser } from 'mailparser'
import type { Address, Attachment, HeaderField, Message } from '../core/message.ts'
import { headerBlock } from './header-block.ts'

/** Long HTML bodies are cut before they are turned into text: nothing in them is judged. */
const OPTIONS = { skipImageLinks: true, skipTextToHtml: true, maxHtmlLengthToParse: 2_000_000 }

export const sha256 = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex')

/** Decodes a mail from its raw bytes (RFC 5322, RFC 2045). */
export async function parseMessage(source: Uint8Array): Promise<Message> {
  const mail = await simpleParser(Buffer.from(source.buffer, source.byteOffset, source.byteLength), OPTIONS)
  return {
    sha256: sha256(source),
    messageId: mail.messageId ?? null,
    references: referencesOf(mail),
    from: addressesOf(mail.from),
    replyTo: addressesOf(mail.replyTo),
    subject: subjectOf(mail),
    date: headersOf(mail).find(({ name }) => name === 'date')?.value ?? null,
    headers: headersOf(mail),
    text: mail.text ?? '',
    attachments: attachmentsOf(mail),
  }
}

/** The header fields alone, for a message that is not downloaded. */
export async function parseHeader(header: Uint8Array): Promise<Message> {
  return parseMessage(Buffer.concat([header, Buffer.from('\r\n\r\n')]))
}

/** The header of a whole message alone; the hash is that of all its bytes. */
export async function parseHeaderOf(source: Uint8Array): Promise<Message> {
  return { ...(await parseHeader(headerBlock(source))), sha256: sha256(source) }
}

const subjectOf = (mail: ParsedMail): string | null => mail.subject ?? (mail.headers.has('subject') ? '' : null)

const headersOf = (mail: ParsedMail): readonly HeaderField[] =>
  mail.headerLines.map(({ key, line }) => {
    const raw = line
      .slice(line.indexOf(':') + 1)
      .replace(/\r?\n[ \t]*/g, ' ')
      .trim()
    return { name: key, value: key === 'subject' ? (mail.subject ?? raw) : raw }
  })

function addressesOf(header: AddressObject | readonly AddressObject[] | undefined): readonly Address[] {
  const objects = header === undefined ? [] : 'value' in header ? [header] : header
  const flatten = (one: EmailAddress): EmailAddress[] => (one.group === undefined ? [one] : one.group.flatMap(flatten))
  return objects
    .flatMap(object => object.value.flatMap(flatten))
    .filter(one => (one.address ?? '') !== '')
    .map(one => ({ name: one.name, address: one.address ?? '' }))
}

function referencesOf(mail: ParsedMail): readonly string[] {
  const references = mail.references ?? []
  const ids = typeof references === 'string' ? [references] : references
  const all = [...ids, mail.inReplyTo ?? ''].flatMap(text => text.match(/<[^<>\s]{1,500}>/g) ?? [])
  return [...new Set(all)].slice(-50)
}

/** Every part with a file name or document bytes; pictures that the HTML body shows are part of the body. */
const attachmentsOf = (mail: ParsedMail): readonly Attachment[] =>
  mail.attachments
    .filter(part => !(part.related && part.contentType.startsWith('image/')))
    .filter(part => part.content.length > 0 || part.filename !== undefined)
    .map(part => ({ name: part.filename ?? '', bytes: part.content, sha256: sha256(part.content) }))
