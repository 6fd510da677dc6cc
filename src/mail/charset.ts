import { isAscii, isUtf8 } from 'node:buffer'
import iconv from 'iconv-lite'
import { decodeHz, isHz } from './hz.ts'
import { legibility } from './legibility.ts'

/** So much is looked at to tell the charset of a long text. */
const SAMPLE = 65_536

/** Labels under which Chinese mail programs write whatever they like: they say which decoding is tried first, no more. */
const DOUBTFUL =
  /^(?:gb18030|us-ascii|ascii|ansi.*|(?:x-)?unknown(?:-8bit)?|8bit|none|default|iso-?8859-1(?:5)?|latin-?1|windows-1252|cp-?1252)?$/
/** Every name of a member of the GB family: GB18030 contains them all. */
const CHINESE = /^(?:(?:x-)?gb.*|(?:x-)?euc-?cn|(?:cp|ms|windows-)?936|csgb.*|chinese|iso-ir-58)$/
const UTF8 = /^(?:utf-?8.*|unicode-1-1-utf-8|cp65001)$/

/** How a charset's bytes become text; null where nobody knows the label. */
type Decode = (bytes: Uint8Array) => string

/**
 * Text from its bytes, by its label where that is plausible, else as UTF-8 or GB18030, whichever reads better. Never throws; what is
 * neither has U+FFFD in it.
 */
export function decodeBytes(bytes: Uint8Array, label: string | null): string {
  const charset = canonical(label ?? '')
  if (isAscii(bytes)) return decodeAscii(bytes, charset)
  return choose(bytes.subarray(0, SAMPLE), charset)(bytes)
}

function canonical(label: string): string {
  const name = label
    .trim()
    .toLowerCase()
    .replace(/^["']|["']$/g, '')
  if (CHINESE.test(name)) return GB
  return UTF8.test(name) ? 'utf-8' : name
}

/** Bytes that happen to be UTF-8 are UTF-8; another truthful label is believed; the rest is told apart by what it gives. */
function choose(sample: Uint8Array, charset: string): Decode {
  if (isSurelyUtf8(sample, charset)) return decodeUtf8
  const own = decoderOf(charset)
  const believed = charset !== GB && !DOUBTFUL.test(charset)
  if (own !== null && believed && !endsWell(own(sample)).includes('\ufffd')) return own
  const candidates = [charset, 'utf-8', GB].flatMap(name => {
    const decode = decoderOf(name)
    if (decode === null) return []
    const favour = name === charset && name === GB ? FAVOUR : 0
    return [{ decode, score: legibility(endsWell(decode(sample))) + favour }]
  })
  return candidates.reduce((best, one) => (one.score > best.score ? one : best)).decode
}

const GB = 'gb18030'
/** So much in legibility speaks for a Chinese label. */
const FAVOUR = 0.15

const decodeUtf8: Decode = bytes => new TextDecoder().decode(bytes)

/** Four characters of Chinese. That six characters of GBK are UTF-8 by chance happens once in a million times. */
const ENOUGH_BYTES = 12

/** A character may be cut through at the end. */
const isSurelyUtf8 = (sample: Uint8Array, charset: string): boolean =>
  [0, 1, 2, 3].some(cut => isUtf8(sample.subarray(0, Math.max(0, sample.length - cut)))) &&
  (charset === 'utf-8' || sample.filter(byte => byte >= 0x80).length >= ENOUGH_BYTES)

/** A character that the sample or a program on the way cut through at the end tells nothing of the charset. */
const endsWell = (text: string): string => (/[^\ufffd]\ufffd$/.test(text) ? text.slice(0, -1) : text)

function decoderOf(charset: string): Decode | null {
  if (charset === '') return null
  try {
    const decoder = new TextDecoder(charset)
    return bytes => decoder.decode(bytes)
  } catch {
    return iconv.encodingExists(charset) ? bytes => iconv.decode(Buffer.from(bytes), charset) : null
  }
}

/** Seven-bit charsets need their label, but for HZ, which no other text looks like. */
function decodeAscii(bytes: Uint8Array, charset: string): string {
  const text = Buffer.from(bytes).toString('latin1')
  if (/^hz/.test(charset) || isHz(text)) return decodeHz(text)
  const decode = /^(?:utf-?7|iso-2022|unicode-1-1-utf-7|utf-?(?:16|32))/.test(charset) ? decoderOf(charset) : null
  return decode?.(bytes) ?? text
}
