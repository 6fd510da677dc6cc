/** A parameter's value as a string of bytes; `charset` where it was written by RFC 2231, null where it may hold encoded words or raw text. */
export type Parameter = { readonly name: string; readonly raw: string; readonly charset: string | null }

/** A structured value like Content-Type's: `value` in lower case, parameters in order of their first piece, all that bear a name. */
type Structured = { readonly value: string; readonly parameters: readonly Parameter[] }

type Piece = { readonly name: string; readonly index: number; readonly extended: boolean; readonly raw: string }

const MOST_PIECES = 500

/**
 * Reads a structured header value from its bytes (RFC 2045 §5.1, RFC 2231 §3 and §4), with what programs make of it: raw text, spaces
 * without quotes, quotes that never end.
 */
export function parseStructured(raw: string): Structured {
  const [value = '', ...rest] = splitParameters(raw)
  const pieces = rest
    .slice(0, MOST_PIECES)
    .map(toPiece)
    .filter(piece => piece !== null)
  const plain = pieces.filter(({ index, extended }) => index < 0 && !extended)
  const names = [...new Set(pieces.map(({ name }) => name))]
  const parameters = names.flatMap(name => [
    ...joined(name, pieces),
    ...plain.filter(piece => piece.name === name).map(({ raw }) => ({ name, raw, charset: null })),
  ])
  return { value: value.trim().toLowerCase(), parameters }
}

/** At semicolons outside quotes. The second byte of a raw GBK character may look like a backslash, and is none. */
function splitParameters(raw: string): readonly string[] {
  const parts: string[] = []
  let start = 0
  let quoted = false
  for (let at = 0; at < raw.length; at += 1) {
    const character = raw[at] ?? ''
    if (quoted && (character === '\\' || startsPair(raw, at))) at += 1
    else if (character === '"') quoted = !quoted && opens(raw, at)
    else if (character === ';' && !quoted) {
      parts.push(raw.slice(start, at))
      start = at + 1
    }
  }
  return [...parts, raw.slice(start)]
}

/** A quote opens a value only behind its equals sign; one that is never closed holds nothing together. */
const opens = (raw: string, at: number): boolean =>
  /=\s{0,5}$/.test(raw.slice(Math.max(0, at - 6), at)) && raw.indexOf('"', at + 1) > 0

const startsPair = (raw: string, at: number): boolean => raw.charCodeAt(at) > 0x80 && raw.charCodeAt(at + 1) >= 0x40

const PIECE = /^\s*([^\s=*;"]{1,80})(?:\*(\d{1,3}))?(\*)?\s*=\s*(.*)$/s

function toPiece(text: string): Piece | null {
  const [whole, name = '', index, star, value = ''] = PIECE.exec(text) ?? []
  if (whole === undefined) return null
  const piece = { name: name.toLowerCase(), index: index === undefined ? -1 : Number(index), extended: star === '*' }
  return { ...piece, raw: unquote(value.trim()) }
}

/** Windows paths come with single backslashes: only a quote or a backslash is escaped by one. */
function unquote(value: string): string {
  if (!value.startsWith('"')) return value
  const end = value.lastIndexOf('"')
  const inner = end > 0 ? value.slice(1, end) : value.slice(1)
  return inner.replace(/\\(["\\])/g, '$1')
}

/** Continuations in any order, and the value that bears a charset. */
function joined(name: string, pieces: readonly Piece[]): Parameter[] {
  const own = pieces.filter(piece => piece.name === name && (piece.index >= 0 || piece.extended))
  const [first] = [...own].sort((a, b) => a.index - b.index)
  if (first === undefined) return []
  const ordered = [...own].sort((a, b) => a.index - b.index)
  const [, charset = null, text = first.raw] = first.extended ? (/^([^']*)'[^']*'(.*)$/s.exec(first.raw) ?? []) : []
  // Escapes may be cut in two as well: those that follow one another are decoded together.
  const runs: { extended: boolean; raw: string }[] = []
  for (const [at, { extended, raw }] of ordered.entries()) {
    const value = at === 0 ? text : raw
    const run = runs.at(-1)
    if (run?.extended === extended) run.raw += value
    else runs.push({ extended, raw: value })
  }
  const raw = runs.map(run => (run.extended ? percentDecoded(run.raw) : run.raw)).join('')
  return [{ name, raw, charset: first.extended ? (charset ?? '') : null }]
}

/** Percent escapes as bytes. */
export const percentDecoded = (text: string): string =>
  text.replace(/%([0-9A-Fa-f]{2})/g, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)))

export const parametersNamed = ({ parameters }: Structured, name: string): readonly Parameter[] =>
  parameters.filter(parameter => parameter.name === name)
