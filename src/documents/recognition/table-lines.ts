import type { Picture } from './picture.ts'
import { isLong, joins, type Lines, levelOf, type RuledLine, ruledLines, swapped, TOUCHING } from './ruled-lines.ts'

/** Darker than this is ink of a line that was seen badly. */
const FAINT = 214
/** So much of a cell's side must be ink, not farther than so many pixels beside the line's level. */
const SHARE = 0.9
const BESIDE = 2
/** Beside the side of a cell is paper: so much may be ink, so many pixels away. Beside a stroke are the others of its character. */
const CLEAR = { share: 0.15, at: 5 }

type Grey = (at: number, along: number) => number
type Side = { readonly at: number; readonly begin: number; readonly end: number }

/**
 * The lines of a straight picture, also those that are too faint or too broken to be told from strokes of characters by themselves: they
 * join two lines that cross them; or they stand at the level of another line, as the side of a cell between two lines that cross there.
 */
export function tableLines(picture: Picture): Lines {
  const { grey, width } = picture
  const sure = ruledLines(picture)
  const isStraight = isLong(picture)
  const faint = ruledLines(picture, FAINT)
  const [acrossToo, downToo] = [faint.horizontal.filter(isStraight), faint.vertical.map(swapped).filter(isStraight)]
  // Each may be what the other one needs to join.
  const down = withJoining(sure.vertical.map(swapped), downToo, sure.horizontal)
  const across = withJoining(sure.horizontal, acrossToo, down)
  const deep = withJoining(down, downToo, across)
  const rows: Grey = (at, along) => grey[at * width + along] ?? 255
  const columns: Grey = (at, along) => grey[along * width + at] ?? 255
  const sides = missing(across, deep, side => isInk(side, rows))
  // Lines of text stand close to what is ruled above and below them, and never to what is ruled down beside them.
  const sidesDown = missing(deep, across, side => isInk(side, columns) && isAlone(side, columns))
  return { horizontal: [...across, ...sides], vertical: [...deep, ...sidesDown].map(swapped) }
}

/** All lines are given as if they ran across, `crossing` too. */
const withJoining = (
  lines: readonly RuledLine[],
  faint: readonly RuledLine[],
  crossing: readonly RuledLine[],
): readonly RuledLine[] => [...lines, ...faint.filter(line => isNew(line, lines) && joins(line, crossing))]

const missing = (
  lines: readonly RuledLine[],
  crossing: readonly RuledLine[],
  isRuled: (side: Side) => boolean,
): RuledLine[] =>
  levelsOf(lines).flatMap(at =>
    sidesAt(at, crossing)
      .filter(side => !isCovered(side, lines) && isRuled(side))
      .map(lineAt),
  )

const isNew = ({ from, to }: RuledLine, lines: readonly RuledLine[]): boolean =>
  !isCovered({ at: (from.y + to.y) / 2, begin: from.x, end: to.x }, lines)

/** The levels of the lines, from above; lines beside each other are one. */
function levelsOf(lines: readonly RuledLine[]): number[] {
  const all = lines.map(({ from, to }) => Math.round((from.y + to.y) / 2)).sort((one, other) => one - other)
  return all.filter((at, index) => at - (all[index - 1] ?? Number.NEGATIVE_INFINITY) > TOUCHING)
}

function sidesAt(at: number, crossing: readonly RuledLine[]): Side[] {
  const corners = crossing
    .filter(({ from, to }) => from.x - TOUCHING <= at && at <= to.x + TOUCHING)
    .map(line => Math.round(levelOf(line, at)))
    .sort((one, other) => one - other)
  return corners.slice(1).flatMap((end, index) => {
    const begin = corners[index] ?? end
    return end - begin > 3 * TOUCHING ? [{ at, begin, end }] : []
  })
}

function isCovered({ at, begin, end }: Side, lines: readonly RuledLine[]): boolean {
  const over = lines
    .filter(line => Math.abs(levelOf(line, (begin + end) / 2) - at) <= TOUCHING)
    .map(({ from, to }) => Math.min(end, to.x) - Math.max(begin, from.x))
  return Math.max(0, ...over) >= end - begin - 2 * TOUCHING
}

const isInk = (side: Side, grey: Grey): boolean =>
  inkOf(
    side,
    grey,
    Array.from({ length: 2 * BESIDE + 1 }, (_, index) => index - BESIDE),
  ) >= SHARE

const isAlone = (side: Side, grey: Grey): boolean =>
  [-CLEAR.at, CLEAR.at].every(away => inkOf(side, grey, [away]) <= CLEAR.share)

/** The share of a side where one of the rows so far from it is dark. */
function inkOf({ at, begin, end }: Side, grey: Grey, away: readonly number[]): number {
  const [from, to] = [begin + BESIDE, end - BESIDE]
  let dark = 0
  for (let along = from; along < to; along++) if (away.some(row => grey(at + row, along) < FAINT)) dark += 1
  return dark / Math.max(1, to - from)
}

const lineAt = ({ at, begin, end }: Side): RuledLine => ({
  from: { x: begin, y: at },
  to: { x: end, y: at },
  ink: [at - 1, at + 1].map(row => ({ at: row, begin, end })),
})
