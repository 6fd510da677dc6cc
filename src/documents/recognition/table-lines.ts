import type { Picture } from './picture.ts'
import { joins, type Lines, levelOf, type RuledLine, ruledLines, swapped, TOUCHING } from './ruled-lines.ts'

/** Darker than this is ink of a line that was seen badly. */
const FAINT = 214
/** So much of a cell's side must be ink, not farther than so many pixels beside the line's level. */
const SHARE = 0.9
const BESIDE = 2

type Grey = (at: number, along: number) => number
type Side = { readonly at: number; readonly begin: number; readonly end: number }

/**
 * The lines of a straight picture, also those that are too faint or too broken to be told from strokes of characters by themselves: they
 * join two lines that cross them; or they stand at the level of another line, as the side of a cell between two lines that cross there.
 */
export function tableLines(picture: Picture): Lines {
  const { grey, width } = picture
  const sure = ruledLines(picture)
  const faint = ruledLines(picture, FAINT)
  const downToo = faint.vertical.map(swapped)
  // Each may be what the other one needs to join.
  const down = withJoining(sure.vertical.map(swapped), downToo, sure.horizontal)
  const across = withJoining(sure.horizontal, faint.horizontal, down)
  const deep = withJoining(down, downToo, across)
  const acrossToo = missing(across, deep, (at, along) => grey[at * width + along] ?? 255)
  const deepToo = missing(deep, across, (at, along) => grey[along * width + at] ?? 255)
  return { horizontal: [...across, ...acrossToo], vertical: [...deep, ...deepToo].map(swapped) }
}

/** All lines are given as if they ran across, `crossing` too. */
const withJoining = (
  lines: readonly RuledLine[],
  faint: readonly RuledLine[],
  crossing: readonly RuledLine[],
): readonly RuledLine[] => [...lines, ...faint.filter(line => isNew(line, lines) && joins(line, crossing))]

const missing = (lines: readonly RuledLine[], crossing: readonly RuledLine[], grey: Grey): RuledLine[] =>
  levelsOf(lines).flatMap(at =>
    sidesAt(at, crossing)
      .filter(side => !isCovered(side, lines) && isInk(side, grey))
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

function isInk({ at, begin, end }: Side, grey: Grey): boolean {
  const inner = { from: begin + BESIDE, to: end - BESIDE }
  const isDark = (along: number) =>
    Array.from({ length: 2 * BESIDE + 1 }, (_, index) => at - BESIDE + index).some(row => grey(row, along) < FAINT)
  let dark = 0
  for (let along = inner.from; along < inner.to; along++) if (isDark(along)) dark += 1
  return dark >= SHARE * (inner.to - inner.from)
}

const lineAt = ({ at, begin, end }: Side): RuledLine => ({
  from: { x: begin, y: at },
  to: { x: end, y: at },
  ink: [at - 1, at + 1].map(row => ({ at: row, begin, end })),
})
