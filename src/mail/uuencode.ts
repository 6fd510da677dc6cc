import { decodeRaw } from './header-text.ts'
import type { NamedBytes } from './tnef.ts'

const BEGIN = /^\s{0,20}begin [0-7]{3,4} [^\r\n]{1,300}\r?\n/

/** Whether the whole content of a part is one uuencoded file (POSIX uuencode), as old Outlooks write it. */
export const isUuencoded = (body: Buffer): boolean => BEGIN.test(body.toString('latin1', 0, 400))

export function decodeUuencoded(body: Buffer): Buffer {
  const text = body.toString('latin1')
  const lines = text.slice(BEGIN.exec(text.slice(0, 400))?.[0].length ?? 0).split('\n')
  const end = lines.findIndex(line => /^(?:end|`|)\s*$/.test(line))
  return Buffer.concat((end < 0 ? lines : lines.slice(0, end)).map(decodeLine))
}

const valueAt = (line: string, at: number): number => ((line.charCodeAt(at) || 32) - 32) & 63

function decodeLine(line: string): Buffer {
  const bytes = Buffer.alloc(63)
  let to = 0
  for (let at = 1; at < line.length && at < 85; at += 4) {
    const [b, c] = [valueAt(line, at + 1), valueAt(line, at + 2)]
    bytes[to++] = (valueAt(line, at) << 2) | (b >> 4)
    bytes[to++] = ((b & 15) << 4) | (c >> 2)
    bytes[to++] = ((c & 3) << 6) | valueAt(line, at + 3)
  }
  return bytes.subarray(0, Math.min(to, valueAt(line, 0)))
}

const OPENS = /^begin [0-7]{3,4} ([^\r\n]{1,300})\r?\n/gm
const DATA = /^[ -`]{1,90}\r?$/
const END = /^end\s*$/

type Within = { readonly files: readonly NamedBytes[]; readonly rest: Buffer }

/** The first `most` files that stand uuencoded within a text, as mail programs attached them before MIME, and the text without them. */
export function uuencodedIn(text: Buffer, most: number): Within {
  const written = text.toString('latin1')
  const files: NamedBytes[] = []
  let rest = ''
  let from = 0
  for (const { 0: opening, 1: name = '', index } of written.matchAll(OPENS)) {
    if (files.length >= most) break
    const start = index + opening.length
    const end = endOfData(written, start)
    if (end === null) continue
    files.push({ name: decodeRaw(name.trim()), bytes: decodeUuencoded(text.subarray(start, end.at)) })
    rest += written.slice(from, index)
    from = end.next
  }
  return { files, rest: files.length === 0 ? text : Buffer.from(rest + written.slice(from), 'latin1') }
}

/** Where the lines of data end that begin there, and what comes behind «end»; null where they are none, or end otherwise. */
function endOfData(written: string, from: number): { readonly at: number; readonly next: number } | null {
  for (let at = from; at < written.length; ) {
    const newline = written.indexOf('\n', at)
    const next = newline < 0 ? written.length : newline + 1
    const line = written.slice(at, newline < 0 ? next : newline)
    if (END.test(line)) return at === from ? null : { at, next }
    if (!DATA.test(line)) return null
    at = next
  }
  return null
}
