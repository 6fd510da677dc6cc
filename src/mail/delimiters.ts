/** A line that may be a boundary: `text` without blanks at its end; `start` is where the line break before it begins, `end` the next line. */
export type DelimiterLine = {
  readonly text: string
  readonly start: number
  readonly line: number
  readonly end: number
}

/** RFC 2046 §5.1.1 allows 70 characters; some programs write more. */
const LONGEST = 300
/** A mail with more such lines is taken apart as far as this. */
const MOST = 100_000

export type Delimiters = { readonly lines: readonly DelimiterLine[]; readonly all: boolean }

/** All lines that begin with `--`, in one pass. */
export function delimitersIn(bytes: Buffer): Delimiters {
  const lines: DelimiterLine[] = []
  let line = bytes.subarray(0, 2).toString('latin1') === '--' ? 0 : lineFrom(bytes, 0)
  for (let seen = 0; line >= 0 && seen < MOST; seen += 1) {
    const newline = bytes.indexOf(10, line)
    const end = newline < 0 ? bytes.length : newline + 1
    if (end - line <= LONGEST) {
      const text = bytes.toString('latin1', line, end).trimEnd()
      if (text.length > 2) lines.push({ text, start: breakBefore(bytes, line), line, end })
    }
    line = lineFrom(bytes, Math.max(line, end - 1))
  }
  return { lines, all: line < 0 }
}

/** Where the next line with `--` begins, at or behind the line break at `from`. */
function lineFrom(bytes: Buffer, from: number): number {
  const at = bytes.indexOf('\n--', from, 'latin1')
  return at < 0 ? -1 : at + 1
}

function breakBefore(bytes: Buffer, line: number): number {
  if (line === 0) return 0
  return bytes[line - 2] === 13 ? line - 2 : line - 1
}
