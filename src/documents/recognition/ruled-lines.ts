import type { Picture } from './picture.ts'

/** A ruled line of a picture, in pixels: it need not lie quite straight across or down. */
export type RuledLine = {
  readonly from: Point
  readonly to: Point
  /** The pixels of its ink, as places in the picture. */
  readonly ink: readonly Run[]
}
export type Point = { readonly x: number; readonly y: number }

/** Dark pixels side by side along the line's direction: from `begin` up to `end`, in the row (or column) `at`. */
type Run = { readonly at: number; readonly begin: number; readonly end: number }

/** Darker than this is ink. */
const INK = 176
/** Shorter runs and lines are strokes of a character, in shares of the picture's longer side. */
const SHORTEST_RUN = 0.009
const SHORTEST_LINE = 0.05
/** A shorter one is a line where it joins two lines that cross it, as the side of a low cell does. */
const SHORTEST_JOINT = 0.014
/** Lines so near to each other, in pixels, meet. */
export const TOUCHING = 5
const THICKEST = 0.006
/** A line's ink may be broken for so many pixels. */
const BREAK = 2

export type Lines = { readonly horizontal: readonly RuledLine[]; readonly vertical: readonly RuledLine[] }

/**
 * The ruled lines across (`horizontal`) and down (`vertical`) a picture, each put together from runs of ink, which is darker than `ink`,
 * in neighbouring rows.
 */
export function ruledLines(picture: Picture, ink = INK): Lines {
  const { width, height } = picture
  const across = linesAcross(picture, (at, along) => at * width + along, { rows: height, length: width, ink })
  const down = linesAcross(picture, (at, along) => along * width + at, { rows: width, length: height, ink })
  const long = isLong(picture)
  const [longAcross, longDown] = [across.filter(long), down.filter(long)]
  return {
    horizontal: across.filter(line => long(line) || joins(line, longDown)),
    vertical: down.filter(line => long(line) || joins(line, longAcross)).map(swapped),
  }
}

/** Longer than any stroke of a character: of lines that are given as if they ran across. */
export const isLong =
  ({ width, height }: Picture) =>
  ({ from, to }: RuledLine): boolean =>
    to.x - from.x >= Math.max(width, height) * SHORTEST_LINE

/** Whether both ends of a line lie on crossing ones, which are given as if they ran across. */
export const joins = ({ from, to }: RuledLine, crossing: readonly RuledLine[]): boolean =>
  [from, to].every(end =>
    crossing.some(
      other =>
        Math.abs(levelOf(other, end.y) - end.x) <= TOUCHING &&
        other.from.x - TOUCHING <= end.y &&
        end.y <= other.to.x + TOUCHING,
    ),
  )

/** Where a line that runs across stands at a place along it. */
export const levelOf = ({ from, to }: RuledLine, along: number): number =>
  from.y + ((to.y - from.y) * (along - from.x)) / (to.x - from.x || 1)

/** Rows for columns: a line down as if it ran across, and back. */
export const swapped = ({ from, to, ink }: RuledLine): RuledLine => ({
  from: { x: from.y, y: from.x },
  to: { x: to.y, y: to.x },
  ink,
})

type Place = (at: number, along: number) => number

function linesAcross(
  { grey, width, height }: Picture,
  place: Place,
  { rows, length, ink: darker }: { readonly rows: number; readonly length: number; readonly ink: number },
): RuledLine[] {
  const side = Math.max(width, height)
  const isInk = (at: number, along: number) => (grey[place(at, along)] ?? 255) < darker
  const groups = joined(runsIn({ rows, length, shortest: side * SHORTEST_RUN }, isInk))
  return groups.map(lineOf).filter(({ from, to, ink }) => {
    const long = to.x - from.x
    const area = ink.reduce((sum, { begin, end }) => sum + end - begin, 0)
    return long >= side * SHORTEST_JOINT && area / long <= Math.max(3, side * THICKEST)
  })
}

type Raster = { readonly rows: number; readonly length: number; readonly shortest: number }

function runsIn({ rows, length, shortest }: Raster, isInk: (at: number, along: number) => boolean): Run[] {
  const runs: Run[] = []
  for (let at = 0; at < rows; at++) {
    let [begin, last] = [-1, -1]
    for (let along = 0; along <= length; along++) {
      if (along < length && isInk(at, along)) {
        if (begin < 0) begin = along
        last = along
      } else if (begin >= 0 && (along - last > BREAK || along === length)) {
        if (last + 1 - begin >= shortest) runs.push({ at, begin, end: last + 1 })
        begin = -1
      }
    }
  }
  return runs
}

/** Runs that touch in neighbouring rows belong to one line. */
function joined(runs: readonly Run[]): Run[][] {
  const group = runs.map((_, index) => index)
  const find = (index: number): number => {
    let root = index
    while (group[root] !== root) root = group[root] ?? root
    group[index] = root
    return root
  }
  let first = 0
  for (const [index, run] of runs.entries()) {
    while ((runs[first]?.at ?? run.at) < run.at - 2) first += 1
    for (let other = first; other < index; other++) {
      const above = runs[other]
      if (above !== undefined && above.at < run.at && above.begin <= run.end + 2 && run.begin <= above.end + 2)
        group[find(other)] = find(index)
    }
  }
  return [...Map.groupBy(runs.entries(), ([index]) => find(index)).values()].map(some => some.map(([, run]) => run))
}

/** The straight line through the ink, by least squares. */
function lineOf(ink: readonly Run[]): RuledLine {
  let [weight, sumX, sumY, sumXX, sumXY] = [0, 0, 0, 0, 0]
  for (const { at, begin, end } of ink) {
    const [long, middle] = [end - begin, (begin + end - 1) / 2]
    weight += long
    sumX += long * middle
    sumY += long * at
    sumXX += long * (middle * middle + (long * long) / 12)
    sumXY += long * middle * at
  }
  const spread = weight * sumXX - sumX * sumX
  const slope = spread === 0 ? 0 : (weight * sumXY - sumX * sumY) / spread
  const offset = (sumY - slope * sumX) / weight
  const [begin, end] = [Math.min(...ink.map(run => run.begin)), Math.max(...ink.map(run => run.end)) - 1]
  return { from: { x: begin, y: offset + slope * begin }, to: { x: end, y: offset + slope * end }, ink }
}

/** The picture without its ruled lines, which would be read as strokes. */
export function withoutLines(picture: Picture, lines: Lines): Picture {
  const grey = picture.grey.slice()
  const { width, height } = picture
  const clear = (x: number, y: number) => {
    if (x >= 0 && y >= 0 && x < width && y < height) grey[y * width + x] = 255
  }
  for (const { ink } of lines.horizontal)
    for (const { at, begin, end } of ink)
      for (let x = begin; x < end; x++) for (const y of [at - 1, at, at + 1]) clear(x, y)
  for (const { ink } of lines.vertical)
    for (const { at, begin, end } of ink)
      for (let y = begin; y < end; y++) for (const x of [at - 1, at, at + 1]) clear(x, y)
  return { ...picture, grey }
}
