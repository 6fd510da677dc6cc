import iconv from 'iconv-lite'

/** Text as bytes of a charset, one character for each byte: mails are put together of such strings. */
export const bytesIn = (charset: string, text: string): string => iconv.encode(text, charset).toString('latin1')
export const gbk = (text: string): string => bytesIn('gb18030', text)
export const utf8 = (text: string): string => Buffer.from(text).toString('latin1')

/** Text read in a wrong charset, as text again: «»úÐµ», «鏈烘». */
export const misread = (text: string, written: string, read: string): string =>
  iconv.decode(iconv.encode(text, written), read)

export const base64 = (bytes: string | Uint8Array): string =>
  (typeof bytes === 'string' ? Buffer.from(bytes, 'latin1') : Buffer.from(bytes)).toString('base64')

export const base64Body = (bytes: string | Uint8Array): string => base64(bytes).replace(/.{76}/g, '$&\n')

export const quotedPrintable = (bytes: string, also = /[^\x21-\x3c\x3e-\x7e ]/g): string =>
  bytes.replace(also, byte => `=${byte.charCodeAt(0).toString(16).toUpperCase().padStart(2, '0')}`)

/** An encoded word of RFC 2047 that says its charset, whatever its bytes are. */
export const wordB = (charset: string, bytes: string): string => `=?${charset}?B?${base64(bytes)}?=`
export const wordQ = (charset: string, bytes: string): string =>
  `=?${charset}?Q?${quotedPrintable(bytes, /[^A-Za-z0-9]/g)}?=`

/** Words of so many bytes each, whatever characters are cut through. */
export const wordsB = (charset: string, bytes: string, size: number): string =>
  piecesOf(bytes, size)
    .map(piece => wordB(charset, piece))
    .join('\n ')

/** A text in pieces of one length, the last one shorter. */
export const piecesOf = (text: string, size: number): readonly string[] =>
  Array.from({ length: Math.ceil(text.length / size) }, (_, index) => text.slice(index * size, (index + 1) * size))

export const percent = (bytes: string): string =>
  bytes.replace(/[^A-Za-z0-9.-]/g, byte => `%${byte.charCodeAt(0).toString(16).toUpperCase().padStart(2, '0')}`)

/** HZ (RFC 1843). */
export const hz = (text: string): string =>
  text.replace(/[^\x00-\x7f]+/g, run => {
    const pairs = [...gbk(run)].map(byte => String.fromCharCode(byte.charCodeAt(0) & 0x7f)).join('')
    return `~{${pairs}~}`
  })
