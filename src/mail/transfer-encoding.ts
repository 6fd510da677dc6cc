import { base64Lines, decodeBase64 } from './base64.ts'
import { rawValues } from './header-fields.ts'
import type { MimePart } from './mime-parts.ts'
import { decodeQuotedPrintable } from './quoted-printable.ts'
import { decodeUuencoded, isUuencoded } from './uuencode.ts'

/** The bytes of a part (RFC 2045 §6); an encoding that nobody knows is taken for none. */
export function contentOf({ fields, body }: Pick<MimePart, 'fields' | 'body'>): Buffer {
  const [encoding = ''] = rawValues(fields, 'content-transfer-encoding')
  switch (encoding.toLowerCase().match(/^[\s"']*([a-z0-9-]+)/)?.[1]) {
    case 'base64':
      return decodeBase64(base64Lines(body.toString('latin1')))
    case 'quoted-printable':
      return decodeQuotedPrintable(body.toString('latin1'))
    default:
      return isUuencoded(body) ? decodeUuencoded(body) : body
  }
}
