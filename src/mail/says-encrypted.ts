import { rawValues } from './header-fields.ts'
import type { MimePart } from './mime-parts.ts'
import { parseStructured } from './parameters.ts'

const ENVELOPED = /^(?:auth-?)?enveloped-?data$/i
/** What Outlook makes of a mail that it protects (rights management). */
const PROTECTED = 'application/x-microsoft-rpmsg-message'

/**
 * Whether a part says of itself that it is encrypted, whatever its bytes show: S/MIME (RFC 8551 §3.2.2), what stands in a multipart/encrypted
 * (RFC 1847 §2.2), a mail that Outlook protects.
 */
export function saysEncrypted({ fields, type, within }: MimePart, name: string): boolean {
  if (within === 'multipart/encrypted' || type === PROTECTED || /\.rpmsg$/i.test(name)) return true
  if (!/^application\/(?:x-)?pkcs7-mime$/.test(type)) return false
  const { parameters } = parseStructured(rawValues(fields, 'content-type')[0] ?? '')
  return parameters.some(({ name: parameter, raw }) => parameter === 'smime-type' && ENVELOPED.test(raw))
}
