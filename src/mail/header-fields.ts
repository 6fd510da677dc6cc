import { bufferOf } from './bytes.ts'

/** A header field as it came: `name` in lower case, `raw` the unfolded value as a string of bytes (latin1). */
export type RawField = { readonly name: string; readonly raw: string }

/** `bodyStart`: where the body begins. */
type RawHeader = { readonly fields: readonly RawField[]; readonly bodyStart: number }

/** A header with more fields, or longer ones, is a program's fault: what goes beyond is left out. */
const MOST_FIELDS = 5000
const LONGEST_VALUE = 65_536

const NAME = /^([\x21-\x39\x3b-\x7e]{1,200})[ \t]*:/

/**
 * Splits a header (RFC 5322 §2.2) off at `from`. It ends at the first empty line or, where that is missing, at the first line that can be none
 * of it: a boundary, or text behind which no field comes.
 */
export function splitHeader(source: Uint8Array, from = 0): RawHeader {
  const bytes = bufferOf(source)
  const fields: Field[] = []
  let at = from
  while (at < bytes.length) {
    const { text, next } = lineAt(bytes, at)
    if (text === '') return { fields, bodyStart: next }
    const taken =
      takeField(text, fields) || (!text.startsWith('--') && takeStray(text, lineAt(bytes, next).text, fields))
    if (!taken) return { fields, bodyStart: at }
    at = next
  }
  return { fields, bodyStart: bytes.length }
}

type Field = { readonly name: string; raw: string }

function lineAt(bytes: Buffer, at: number): { readonly text: string; readonly next: number } {
  const newline = bytes.indexOf(LF, at)
  const next = newline < 0 ? bytes.length : newline + 1
  let end = Math.min(next, at + LONGEST_VALUE)
  while (end > at && isBreak(bytes[end - 1])) end -= 1
  return { text: bytes.toString('latin1', at, end), next }
}

const LF = 10
const isBreak = (byte: number | undefined): boolean => byte === LF || byte === 13 || byte === 0

/** A field, or the rest of one that was folded. */
function takeField(line: string, fields: Field[]): boolean {
  if (line.startsWith(' ') || line.startsWith('\t')) return goOn(line, fields)
  const [start, name] = NAME.exec(line.slice(0, 300)) ?? []
  if (start === undefined || name === undefined || name.startsWith('--')) return false
  if (fields.length < MOST_FIELDS) fields.push({ name: name.toLowerCase(), raw: clean(line.slice(start.length)) })
  return true
}

/** A line of mbox, or one that was broken without being folded: only where a field follows. */
const takeStray = (line: string, next: string, fields: Field[]): boolean =>
  /^[a-z][a-z-]{1,60}:/i.test(next) && (fields.length === 0 || goOn(line, fields))

function goOn(line: string, fields: Field[]): boolean {
  const last = fields.at(-1)
  if (last !== undefined && last.raw.length < LONGEST_VALUE) last.raw += ` ${clean(line)}`
  return true
}

const clean = (text: string): string =>
  (/[\0\r]/.test(text) ? text.replaceAll('\0', '').replaceAll('\r', ' ') : text).trim()

/** The raw values of all fields of that name (lower case), topmost first. */
export const rawValues = (fields: readonly RawField[], name: string): readonly string[] =>
  fields.filter(field => field.name === name).map(({ raw }) => raw)
