type Token = { readonly type: 'ATOM' | 'STRING' | 'LITERAL'; readonly value: string | Buffer }

/** A token of an answer, or a list of them, in the shape in which imapflow hands them about; null is NIL. */
export type Node = null | Token | Node[]

/** Where the list begins, and the octets of the literals that stand in it. */
type List = { readonly from: number; readonly literals: readonly Buffer[] }

/** Deeper ones are left to who counts them. */
const DEEPEST = 20

/** An atom with its section, a quoted string, the announcement of a literal, a bracket (RFC 9051 §9). */
const TOKEN =
  / ?(?:([()])|(?:"((?:[^"\\\r\n]|\\["\\])*)"|\{(\d{1,10})\}\r\n|([^\s(){}"%*\\[\]~]+(?:\[[^\]"{}\r\n]*\])?))(?=[ )]))/y

/** The tokens of the list that begins there and is the last thing of the line; null where a token isn't plain to see. */
export function readNodes(line: string, { from, literals }: List): Node[] | null {
  const open: Node[][] = [[]]
  let literal = 0
  TOKEN.lastIndex = from
  for (let at = from; at < line.length; at = TOKEN.lastIndex) {
    const [, bracket, quoted, announced, atom] = TOKEN.exec(line) ?? []
    const list = open.at(-1)
    if (list === undefined) return null
    if (bracket === '(') {
      const inner: Node[] = []
      list.push(inner)
      open.push(inner)
      if (open.length > DEEPEST) return null
    } else if (bracket === ')') {
      open.pop()
      if (open.length === 1) return TOKEN.lastIndex === line.length && literal === literals.length ? list : null
    } else if (announced !== undefined) {
      const value = literals[literal++]
      if (value?.length !== Number(announced)) return null
      list.push({ type: 'LITERAL', value })
    } else if (quoted !== undefined)
      list.push({ type: 'STRING', value: quoted.includes('\\') ? quoted.replace(/\\(.)/g, '$1') : quoted })
    else if (atom !== undefined) list.push(atom.toUpperCase() === 'NIL' ? null : { type: 'ATOM', value: atom })
    else return null
  }
  return null
}
