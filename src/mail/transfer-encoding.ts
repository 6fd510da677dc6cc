import { base64Lines, decodeBase64 } from './base64.ts'
import { rawValues } from './header-fields.ts'
import type { MimePart } from './mime-parts.ts'
import { decodeQuotedPrintable } from './quoted-printable.ts'
import { decodeUuencoded, isUuencoded } from './uuencode.ts'

/** How zip (and docx), OLE, PDF, RTF, rar and 7z begin in Base64: recognised where no label, or a wrong one, says so. */
const ENCODED_DOCUMENT = /^\s{0,20}(?:UEsDB|0M8R4KGx|JVBERi|e1xydG|UmFyIR|N3q8ry)/

/** The bytes of a part (RFC 2045 §6); an encoding that nobody knows is taken for none. */
export function contentOf({ fields, body }: Pick<MimePart, 'fields' | 'body'>): Buffer {
  const [encoding = ''] = rawValues(fields, 'content-transfer-encoding')
  switch (encoding.toLowerCase().match(/^[\s"']*([a-z0-9-]+)/)?.[1]) {
    case 'base64':
      return fromBase64(body)
    case 'quoted-printable':
      return decodeQuotedPrintable(body)
    default:
      if (isUuencoded(body)) return decodeUuencoded(body)
      return ENCODED_DOCUMENT.test(body.toString('latin1', 0, 40)) ? fromBase64(body) : body
  }
}

/** Nothing but Base64, as nearly always, is read at one go. */
const CLEAN = /^[A-Za-z0-9+/\r\n]*={0,2}[\r\n]*$/

function fromBase64(body: Buffer): Buffer {
  const text = body.toString('latin1')
  return CLEAN.test(text) ? Buffer.from(text, 'base64') : decodeBase64(base64Lines(text))
}
