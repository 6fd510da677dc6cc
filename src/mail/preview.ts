import type { FetchMessageObject, MessageStructureObject } from 'imapflow'
import type { PreviewedMessage } from '../core/application/recorded-message.ts'
import type { Preview } from '../core/message/message.ts'
import { sha256 } from '../sha256.ts'
import { decodedHeader } from './decoded-header.ts'
import { bestName } from './file-name.ts'
import { splitHeader } from './header-fields.ts'
import { undoMojibake } from './mojibake.ts'
import { isStandIn } from './stand-in.ts'

type Part = Preview['parts'][number]

/** Where the server doesn't tell the structure, there may be anything. */
const UNTOLD: Part = { name: '', type: '', attached: true }

/** The fields by which a preview tells anything: whose it is, and what it answers. */
const ASKED = new Set(['subject', 'from', 'in-reply-to', 'references', 'message-id'])

/** What a server told of a message. */
export type Told = Pick<FetchMessageObject, 'uid' | 'headers' | 'bodyStructure' | 'size' | 'internalDate'>

/** Made from the raw header bytes: imapflow's envelope turns raw GBK into U+FFFD for ever. */
export function toPreview(message: Told): PreviewedMessage {
  const header = message.headers ?? Buffer.alloc(0)
  const { fields } = splitHeader(header)
  const { subject, headers } = decodedHeader(fields, ASKED)
  const size = message.size ?? 0
  const told = header.length > 0 && message.bodyStructure !== undefined && !isStandIn(fields)
  const parts = told ? leafParts(message.bodyStructure) : [UNTOLD]
  return {
    uid: message.uid,
    size,
    internalDate: dateOf(message.internalDate),
    headerSha256: sha256(header),
    preview: { subject, headers, parts, size },
  }
}

/** A date that imapflow can't read is handed on as it came. */
function dateOf(received: Date | string | undefined): Date | null {
  const date = new Date(received ?? Number.NaN)
  return Number.isNaN(date.getTime()) ? null : date
}

/** Leaves, and the mails that were attached whole; of a report (RFC 6522) the mail that it is about doesn't count as attached. */
function leafParts(node: MessageStructureObject | undefined, within = ''): readonly Part[] {
  if (node === undefined) return []
  const type = node.type.toLowerCase()
  const inner = (node.childNodes ?? []).flatMap(child => leafParts(child, type))
  if (type.startsWith('multipart/') && inner.length > 0) return inner
  if (type.startsWith('message/') && within === 'multipart/report') return inner
  return [{ name: nameOf(node), type, attached: isAttached(node) }, ...inner]
}

const isAttached = ({ disposition, dispositionParameters, parameters }: MessageStructureObject): boolean =>
  disposition === 'attachment' || dispositionParameters?.filename !== undefined || parameters?.name !== undefined

/** Of the two places for a file's name the one that came through whole. What imapflow lost (raw GBK) stays lost, and is a reason to download. */
const nameOf = ({ dispositionParameters, parameters }: MessageStructureObject): string =>
  bestName([dispositionParameters?.filename ?? '', parameters?.name ?? ''].map(undoMojibake))
