const OID = {
  signed: Buffer.from('06092a864886f70d010702', 'hex'),
  enveloped: Buffer.from('06092a864886f70d010703', 'hex'),
  data: Buffer.from('06092a864886f70d010701', 'hex'),
}
const VERSION = Buffer.from('020101', 'hex')
const NO_ALGORITHMS = Buffer.from('3100', 'hex')
const END = Buffer.from('0000', 'hex')

/** A value of DER (X.690). */
function der(tag: number, ...content: readonly Buffer[]): Buffer {
  const bytes = Buffer.concat(content)
  const size = Buffer.from(bytes.length.toString(16).padStart(8, '0'), 'hex')
  return Buffer.concat([Buffer.from([tag, 0x84]), size, bytes])
}

/** A value of BER whose length isn't told. */
const open = (tag: number, ...content: readonly Buffer[]): Buffer =>
  Buffer.concat([Buffer.from([tag, 0x80]), ...content, END])

/** An opaque signature (RFC 5652) over a content, as Outlook writes it; nobody checks the signature, so there is none. */
export const opaqueP7m = (content: Buffer): Buffer => {
  const encapsulated = der(0x30, OID.data, der(0xa0, der(0x04, content)))
  return der(0x30, OID.signed, der(0xa0, der(0x30, VERSION, NO_ALGORITHMS, encapsulated, der(0x31))))
}

/** The same as OpenSSL streams it: no lengths, and the content in pieces. */
export const streamedP7m = (content: Buffer): Buffer => {
  const pieces = Array.from({ length: Math.ceil(content.length / 1000) }, (_, index) =>
    der(0x04, content.subarray(index * 1000, (index + 1) * 1000)),
  )
  const encapsulated = open(0x30, OID.data, open(0xa0, open(0x24, ...pieces)))
  return open(0x30, OID.signed, open(0xa0, open(0x30, VERSION, NO_ALGORITHMS, encapsulated, der(0x31))))
}

export const envelopedP7m = (): Buffer => der(0x30, OID.enveloped, der(0xa0, der(0x30, VERSION, der(0x31))))
