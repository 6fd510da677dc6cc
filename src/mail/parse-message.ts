import type { AddressObject, EmailAddress, ParsedMail } from 'mailparser'
import type { Address, Message } from '../core/message/message.ts'
import { sha256 } from '../sha256.ts'
import { contentOfMail, type MailContent } from './attachments.ts'
import { bodyParts } from './body-text.ts'
import { decodedHeader } from './decoded-header.ts'
import { flatMail } from './flat-mail.ts'
import { type RawField, rawValues, splitHeader } from './header-fields.ts'
import { withoutControls } from './header-text.ts'
import type { MimePart } from './mime-parts.ts'

const OPTIONS = { skipImageLinks: true, skipTextToHtml: true }

/** Decodes a mail from its raw bytes (RFC 5322, RFC 2045). Total: whatever the bytes are, there is an answer. */
export async function parseMessage(source: Uint8Array): Promise<Message> {
  return compose(source, contentOfMail(source))
}

/** Header and files of a mail that is too large to be opened: what came is named, and nothing in it is read. */
export async function parseClosed(source: Uint8Array): Promise<Message> {
  const { attachments } = contentOfMail(source)
  return compose(source, { texts: [], attachments: attachments.map(one => ({ ...one, unreadable: 'too-large' })) })
}

/** The header alone, of a message that is not downloaded or is too large to be taken apart; the hash is that of all the bytes. */
export async function parseHeader(source: Uint8Array): Promise<Message> {
  return compose(source, { texts: [], attachments: [] })
}

/** Structured fields and the body are mailparser's to read, once they are repaired. */
async function compose(source: Uint8Array, { texts, attachments }: MailContent): Promise<Message> {
  const { fields } = splitHeader(source)
  const mail = await parseFlat(fields, bodyParts(texts))
  return {
    sha256: sha256(source),
    messageId: mail.messageId ?? null,
    references: referencesOf(mail),
    from: addressesOf(mail.from),
    replyTo: addressesOf(mail.replyTo),
    ...decodedHeader(fields),
    date: rawValues(fields, 'date')[0] ?? null,
    text: mail.text ?? '',
    attachments,
  }
}

async function parseFlat(fields: readonly RawField[], texts: readonly MimePart[]): Promise<ParsedMail> {
  // With the first mail: most sweeps find none.
  const { simpleParser } = await import('mailparser')
  try {
    return await simpleParser(flatMail(fields, texts), OPTIONS)
  } catch {
    // HTML in too many layers makes it give up.
    return await simpleParser(flatMail(fields, texts, true), OPTIONS)
  }
}

/** An addr-spec of RFC 5322 §3.4.1 without quotes and comments; also with Chinese in it (RFC 6532). What is none is no sender. */
const ADDRESS = /^[^\s<>()[\]\\,;:"@]{1,200}@[^\s<>()[\]\\,;:"@]{1,253}$/

function addressesOf(header: AddressObject | readonly AddressObject[] | undefined): readonly Address[] {
  const objects = header === undefined ? [] : 'value' in header ? [header] : header
  const flatten = (one: EmailAddress): EmailAddress[] => (one.group === undefined ? [one] : one.group.flatMap(flatten))
  return objects
    .flatMap(object => object.value.flatMap(flatten))
    .map(one => ({ name: withoutControls(one.name), address: one.address ?? '' }))
    .filter(({ address }) => ADDRESS.test(address))
}

function referencesOf(mail: ParsedMail): readonly string[] {
  const references = mail.references ?? []
  const ids = typeof references === 'string' ? [references] : references
  const all = [...ids, mail.inReplyTo ?? ''].flatMap(text => text.match(/<[^<>\s]{1,500}>/g) ?? [])
  return [...new Set(all)].slice(-50)
}
