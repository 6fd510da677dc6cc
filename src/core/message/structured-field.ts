/**
 * The parts of a structured field (RFC 5322 §2.2.2) between semicolons, without comments; a semicolon or bracket in quotes stands for
 * itself. A comment that never ends is none: else a stranger's single bracket would hide what our server wrote behind it.
 */
export function splitStatements(text: string): readonly string[] {
  const parts: string[] = []
  let part = ''
  for (let at = 0; at < text.length; ) {
    const end = text[at] === '"' ? endOfQuotes(text, at) : text[at] === '(' ? endOfComment(text, at) : at + 1
    if (text[at] === ';') {
      parts.push(part)
      part = ''
    } else if (text[at] !== '(') part += text.slice(at, end)
    else part += ' '
    at = end
  }
  return [...parts, part]
}

/** Behind the closing quote; a quote that is never closed is a character like any other. */
function endOfQuotes(text: string, start: number): number {
  for (let at = start + 1; at < text.length; at += 1) {
    if (text[at] === '\\') at += 1
    else if (text[at] === '"') return at + 1
  }
  return start + 1
}

function endOfComment(text: string, start: number): number {
  let depth = 0
  for (let at = start; at < text.length; at += 1) {
    if (text[at] === '\\') at += 1
    else if (text[at] === '(') depth += 1
    else if (text[at] === ')') depth -= 1
    if (depth === 0) return at + 1
  }
  return start + 1
}

/** What stands between quotes, its escapes resolved; anything behind the quotes stays. */
export const unquote = (text: string): string =>
  text.replace(/^"((?:[^"\\]|\\.)*)"/, (_, inner: string) => inner.replace(/\\(.)/g, '$1'))
