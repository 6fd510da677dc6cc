/** The media types of S/MIME (RFC 8551 §3.2). */
export const isSmime = (type: string, name: string): boolean =>
  /^application\/(?:x-)?pkcs7-mime$/.test(type) || /\.p7m$/i.test(name)

/** What is inside: the signed content, or why it can't be had. */
type Opened = { readonly content: Buffer } | { readonly why: 'encrypted' | 'undecodable' }

const SIGNED = '2a864886f70d010702'
const ENVELOPED = /^2a864886f70d0107(?:03|06)$|^2a864886f70d0109100117$/
const OCTETS = 4
const OBJECT_IDENTIFIER = 6

type Value = {
  readonly tag: number
  readonly constructed: boolean
  readonly from: number
  readonly to: number
  readonly next: number
}

/**
 * The content that an opaque signature bears within it (RFC 5652 §5: ContentInfo, SignedData, EncapsulatedContentInfo). A walk down one path of
 * the BER tree: a parser that builds the whole tree would make millions of objects of a crafted file.
 */
export function openSmime(bytes: Buffer): Opened {
  const info = childrenOf(bytes, valueAt(bytes, 0, bytes.length))
  const [kind, wrapped] = info
  const oid = kind?.tag === OBJECT_IDENTIFIER ? bytes.toString('hex', kind.from, kind.to) : ''
  if (ENVELOPED.test(oid)) return { why: 'encrypted' }
  if (oid !== SIGNED) return { why: 'undecodable' }
  const [signedData] = childrenOf(bytes, wrapped)
  const encapsulated = childrenOf(bytes, signedData)[2]
  const [octets] = childrenOf(bytes, childrenOf(bytes, encapsulated)[1])
  return octets?.tag === OCTETS ? { content: octetsOf(bytes, octets) } : { why: 'undecodable' }
}

const MOST_CHILDREN = 100_000

/** The values within a constructed one; of one that is cut off those that are whole. */
function childrenOf(bytes: Buffer, parent: Value | null | undefined, most = 4): readonly Value[] {
  const children: Value[] = []
  let at = parent?.constructed === true ? parent.from : bytes.length
  while (parent != null && at < parent.to && children.length < most) {
    const child = valueAt(bytes, at, parent.to)
    if (child === null || (child.tag === 0 && child.from === child.to)) break
    children.push(child)
    at = child.next
  }
  return children
}

/** One value of X.690 §8.1. Where its length isn't told it reaches to the end of what is around it. */
function valueAt(bytes: Buffer, at: number, limit: number): Value | null {
  const first = bytes[at]
  const length = bytes[at + 1]
  if (first === undefined || length === undefined || (first & 31) === 31) return null
  const value = { tag: first & 31, constructed: (first & 32) !== 0 }
  if (length === 0x80) return { ...value, from: at + 2, to: limit, next: limit }
  const count = length < 0x80 ? 0 : length & 0x7f
  if (count > 6 || at + 2 + count > limit) return null
  const size = count === 0 ? length : bytes.readUIntBE(at + 2, count)
  const from = at + 2 + count
  return { ...value, from, to: Math.min(from + size, limit), next: from + size }
}

/** One piece, or the pieces that a program wrote one after another. */
const octetsOf = (bytes: Buffer, octets: Value): Buffer =>
  octets.constructed
    ? Buffer.concat(childrenOf(bytes, octets, MOST_CHILDREN).map(({ from, to }) => bytes.subarray(from, to)))
    : bytes.subarray(octets.from, octets.to)
