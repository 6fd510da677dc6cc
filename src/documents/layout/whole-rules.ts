import type { Rule, Rules } from './page.ts'

/** Lines that lie closer (in points) than this are drawn along one another. */
const ALONG = 0.75
/** Pieces whose ends are further apart are two lines. */
const APART = 1.5

/** Each line whole: browsers draw a border as a piece for each column, whether or not anything crosses it there. */
export const wholeRules = ({ horizontal, vertical }: Rules): Rules => ({
  horizontal: whole(horizontal),
  vertical: whole(vertical),
})

function whole(rules: readonly Rule[]): readonly Rule[] {
  const lines: Rule[][] = []
  for (const rule of rules.toSorted((one, other) => one.at - other.at)) {
    const line = lines.at(-1)
    if (line?.[0] !== undefined && rule.at - line[0].at <= ALONG) line.push(rule)
    else lines.push([rule])
  }
  return lines.flatMap(piecesJoined)
}

function piecesJoined(line: readonly Rule[]): readonly Rule[] {
  const joined: Rule[] = []
  for (const piece of line.toSorted((one, other) => one.from - other.from)) {
    const last = joined.at(-1)
    if (last !== undefined && piece.from <= last.to + APART)
      joined.splice(-1, 1, { ...last, to: Math.max(last.to, piece.to) })
    else joined.push(piece)
  }
  return joined
}
