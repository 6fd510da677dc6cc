/** `isWhole`: each comment and each quote in it ends. */
type Statements = { readonly statements: readonly string[]; readonly isWhole: boolean }

/**
 * The parts of a structured field (RFC 5322 §2.2.2) between semicolons, without comments; a semicolon or bracket in quotes stands for
 * itself. Behind a comment or quote that never ends every character is like any other: else a stranger's single bracket would hide what
 * our server wrote behind it.
 */
export function splitStatements(text: string): Statements {
  const statements: string[] = []
  let part = ''
  let isWhole = true
  for (let at = 0; at < text.length; ) {
    const opens = isWhole && (text[at] === '"' || text[at] === '(')
    const end = opens ? (text[at] === '"' ? endOfQuotes(text, at) : endOfComment(text, at)) : at + 1
    if (end === null) {
      isWhole = false
      continue
    }
    if (text[at] === ';') {
      statements.push(part)
      part = ''
    } else part += opens && text[at] === '(' ? ' ' : text.slice(at, end)
    at = end
  }
  return { statements: [...statements, part], isWhole }
}

/** Behind the closing quote; null: it is never closed. */
function endOfQuotes(text: string, start: number): number | null {
  for (let at = start + 1; at < text.length; at += 1) {
    if (text[at] === '\\') at += 1
    else if (text[at] === '"') return at + 1
  }
  return null
}

function endOfComment(text: string, start: number): number | null {
  let depth = 0
  for (let at = start; at < text.length; at += 1) {
    if (text[at] === '\\') at += 1
    else if (text[at] === '(') depth += 1
    else if (text[at] === ')') depth -= 1
    if (depth === 0) return at + 1
  }
  return null
}

/** What stands between quotes, its escapes resolved; anything behind the quotes stays. */
export const unquote = (text: string): string =>
  text.replace(/^"((?:[^"\\]|\\.)*)"/, (_, inner: string) => inner.replace(/\\(.)/g, '$1'))
