import type { Picture } from './picture.ts'

/** Darker than this is ink. */
const INK = 150
/** No sheet lies more askew than this on a scanner or under a phone that is held over it, in degrees. */
const MOST = 10
/** Steps of the first and the second search, in degrees. */
const [COARSE, FINE] = [0.5, 0.1]
/** Edges are counted by bands so wide, in pixels: by single rows, the steps of a leaning stroke's edge would tell that it doesn't lean. */
const BAND = 4
/** Fewer edges than these are no page of text. */
const FEWEST_EDGES = 400

type Edges = { readonly across: Int32Array; readonly along: Int32Array; readonly count: number }

/**
 * By how much a page is turned, in degrees, to the right where positive, as its lines of text and its ruled lines tell: seen along them, ink
 * and paper part most clearly. 0 where there is too little on the page.
 */
export function skewOf(picture: Picture): number {
  const edges = upperEdges(picture)
  if (edges.count < FEWEST_EDGES) return 0
  const clearest = (around: number, reach: number, step: number): number => {
    let best = { angle: around, score: -1 }
    for (let angle = around - reach; angle <= around + reach + step / 2; angle += step) {
      const score = clearness(edges, angle, picture)
      if (score > best.score) best = { angle, score }
    }
    return best.angle
  }
  return clearest(clearest(0, MOST, COARSE), COARSE, FINE)
}

/** Where paper turns to ink from above: a dark desk beside the paper has few such places, a line of text many. Every second column. */
function upperEdges({ width, height, grey }: Picture): Edges {
  const most = Math.ceil(width / 2) * height
  const [across, along] = [new Int32Array(most), new Int32Array(most)]
  let count = 0
  for (let y = 1; y < height; y++)
    for (let x = 0; x < width; x += 2) {
      const at = y * width + x
      if ((grey[at] ?? 255) >= INK || (grey[at - width] ?? 255) < INK) continue
      across[count] = x
      along[count] = y
      count += 1
    }
  return { across, along, count }
}

/** The squares of how many edges lie on each line of the page, across and down, were it turned by so much. */
function clearness({ across, along, count }: Edges, angle: number, { width, height }: Picture): number {
  const slope = Math.tan((angle * Math.PI) / 180)
  const reach = Math.ceil(Math.abs(slope) * Math.max(width, height))
  const [rows, columns] = [new Uint32Array(height + 2 * reach + 2), new Uint32Array(width + 2 * reach + 2)]
  for (let at = 0; at < count; at++) {
    const [x, y] = [across[at] ?? 0, along[at] ?? 0]
    const [row, column] = [Math.round((y - x * slope) / BAND) + reach, Math.round((x + y * slope) / BAND) + reach]
    rows[row] = (rows[row] ?? 0) + 1
    columns[column] = (columns[column] ?? 0) + 1
  }
  const squares = (counts: Uint32Array) => counts.reduce((sum, one) => sum + one * one, 0)
  return squares(rows) + squares(columns)
}
