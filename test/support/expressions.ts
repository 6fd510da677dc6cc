const TOKENS = String.raw`\s+|\/\/[^\n]*|\/\*[\s\S]*?\*\/|'(?:\\.|[^'\\])*'|"(?:\\.|[^"\\])*"|[\w$]+`
const EXPRESSION = String.raw`\/(?:\\.|\[(?:\\.|[^\]\\])*\]|[^/\\[\n])+\/[a-z]*`
const TOKEN = new RegExp(`${TOKENS}|[\\s\\S]`, 'y')
const TOKEN_OR_EXPRESSION = new RegExp(`${TOKENS}|${EXPRESSION}|[\\s\\S]`, 'y')
/** A template up to its end, or to the next value in it. */
const CHUNK = /(?:\\[\s\S]|\$(?!\{)|[^`\\$])*(?:`|\$\{)/y
/** Behind these a slash begins an expression; behind anything else it divides. */
const BEGINS = /^(?:|return|case|typeof|[^\w$)\]}'"`])$/

/** Expressions, strings and chunks of templates in a TypeScript source, as written; comments are left out. */
export function piecesOf(source: string): readonly string[] {
  const pieces: string[] = []
  const open: string[] = []
  let before = ''
  for (let at = 0; at < source.length; ) {
    const inTemplate = open.at(-1) === '`'
    const pattern = inTemplate ? CHUNK : BEGINS.test(before) ? TOKEN_OR_EXPRESSION : TOKEN
    pattern.lastIndex = at
    const token = pattern.exec(source)?.[0] ?? source.slice(at)
    at += token.length
    if (inTemplate || /^(?:['"]|\/[^/*])/.test(token)) pieces.push(token)
    if (inTemplate && token.endsWith('`')) open.pop()
    else if (inTemplate || token === '{' || token === '`') open.push(token.at(-1) ?? '')
    else if (token === '}') open.pop()
    if (!/^(?:\s|\/\/|\/\*)/.test(token)) before = inTemplate ? (token.at(-1) ?? '') : token
  }
  return pieces
}

/** The alternatives of each group of an expression; a group within another is `()` in it. */
function groupsIn(piece: string): readonly (readonly string[])[] {
  const done: string[] = []
  const flat = piece.replace(/\\./g, '.').replace(/\[[^\]]*\]/g, '.')
  const inner = (text: string): string => {
    const outer = text.replace(/\((?:\?(?:[:=!]|<[=!]|<\w+>))?([^()]*)\)/g, (_, group: string) => {
      done.push(group)
      return '.'
    })
    return outer === text ? text : inner(outer)
  }
  return [inner(flat), ...done].map(group => group.split('|'))
}

/** The longest list of Chinese words that are each other's alternatives in one expression of a source. */
export const longestWordList = (source: string): number =>
  Math.max(
    0,
    ...piecesOf(source)
      .filter(piece => piece.includes('|'))
      .flatMap(groupsIn)
      .map(alternatives => alternatives.filter(one => /^[/'"`]?\p{Script=Han}+[/'"`]?$/u.test(one)).length),
  )
