import type { NamedBytes } from './tnef.ts'

/** What a part says of itself. */
type Described = NamedBytes & {
  readonly type: string
  /** The media type of the multipart around it. */
  readonly within: string
  /** It has a Content-ID, by which the body may show it. */
  readonly hasId: boolean
  /** The body shows it (cid:), or the part says that it stands in the body. */
  readonly isShown: boolean
}

/** What mail programs add to a mail, which is no document of the sender's: signatures, keys, cards, logos, the other half of a Mac's file. */
export function isClutter(part: Described): boolean {
  if (part.within === 'multipart/report') return part.type.startsWith('message/') || part.type === 'text/rfc822-headers'
  return isOfSignature(part) || isResourceFork(part) || isOfBody(part)
}

const SIGNATURE = /^application\/(?:(?:x-)?pkcs7-signature|pgp-signature|pgp-keys|pgp-encrypted)$/
const CARD = /^text\/(?:x-)?(?:vcard|directory)$/
const ARMOUR = /^\s*-----BEGIN PGP (?:SIGNATURE|PUBLIC KEY BLOCK)-----/

const isOfSignature = ({ type, name, bytes }: Described): boolean =>
  SIGNATURE.test(type) ||
  CARD.test(type) ||
  /\.(?:p7s|vcf)$/i.test(name) ||
  ARMOUR.test(bytes.toString('latin1', 0, 200))

/** RFC 1740: beside a file its resource fork (AppleDouble, its number at the beginning) travels under the same name. */
const APPLE_DOUBLE = '00051607'

const isResourceFork = ({ bytes }: Described): boolean => bytes.toString('hex', 0, 4) === APPLE_DOUBLE

/** Names that mail programs give to the pictures of signatures: Outlook, Foxmail, NetEase and QQ mail. */
const LOGO =
  /^(?:image\d{3}|outlook-[\w-]+|logo|signature|sign|icon|avatar|banner|wechat|qrcode|mailmaster|foxmail|neteasemail|签名|徽标)[-_\w().（）]*\.(?:png|jpe?g|gif|bmp)$/i
const LARGEST_LOGO = 64 * 1024

/** A picture that the body shows, or a small one with a logo's name. */
function isOfBody({ type, within, name, bytes, hasId, isShown }: Described): boolean {
  if (!type.startsWith('image/')) return false
  if (hasId && (within === 'multipart/related' || isShown)) return true
  return bytes.length <= LARGEST_LOGO && LOGO.test(name)
}
