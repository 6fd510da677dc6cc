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
  const bytes: number[] = []
  for (let at = 1; at < line.length && at < 85; at += 4) {
    const [a, b, c, d] = [
      valueAt(line, at),
      valueAt(line, at + 1),
      valueAt(line, at + 2),
      valueAt(line, at + 3),
    ] as const
    bytes.push((a << 2) | (b >> 4), ((b & 15) << 4) | (c >> 2), ((c & 3) << 6) | d)
  }
  return Buffer.from(bytes.slice(0, valueAt(line, 0)))
}

const WITHIN = /^begin [0-7]{3,4} ([^\r\n]{1,300})\r?\n((?:[ -`]{1,90}\r?\n)+)end\s*$/gm

/** The files that stand uuencoded within a text, as mail programs attached them before MIME, and the text without them. */
export function uuencodedIn(text: Buffer): { readonly files: readonly NamedBytes[]; readonly rest: Buffer } {
  const written = text.toString('latin1')
  const files = [...written.matchAll(WITHIN)].map(([, name = '', lines = '']) => ({
    name: decodeRaw(name.trim()),
    bytes: decodeUuencoded(Buffer.from(lines, 'latin1')),
  }))
  return { files, rest: files.length === 0 ? text : Buffer.from(written.replace(WITHIN, ''), 'latin1') }
}
