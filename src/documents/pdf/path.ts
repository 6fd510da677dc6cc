/** From one point of the page to another: x, y, x, y. */
export type Segment = readonly [number, number, number, number]

/** How pdf.js stores a path: a number for the step, then its coordinates. */
const STEP = { move: 0, line: 1, curve: 2, quadratic: 3, close: 4 } as const
const COORDINATES: Readonly<Record<number, number>> = {
  [STEP.move]: 2,
  [STEP.line]: 2,
  [STEP.curve]: 6,
  [STEP.quadratic]: 4,
}

/** An area that is at most this thick (in points) is a line. */
const THIN = 3

export type Drawn = { readonly matrix: readonly number[]; readonly isFilled: boolean }

/** The straight segments of a stroked path; of a filled one the middle lines of its thin parts. */
export function segmentsOf(path: unknown, { matrix, isFilled }: Drawn): Segment[] {
  if (!(path instanceof Float32Array) && !Array.isArray(path)) return []
  const parts = partsOf(path).map(points => points.map(point => place(point, matrix)))
  return isFilled ? parts.flatMap(middleLine) : parts.flatMap(edges)
}

type Point = readonly [number, number]

/** The corners of each part; a curve only leads to its end. */
function partsOf(path: ArrayLike<number>): Point[][] {
  const parts: Point[][] = []
  for (let at = 0; at < path.length; ) {
    const step = path[at] ?? 0
    const count = COORDINATES[step] ?? 0
    const end: Point = [path[at + count - 1] ?? 0, path[at + count] ?? 0]
    const last = parts.at(-1)
    if (step === STEP.move) parts.push([end])
    else if (step === STEP.close) last?.push(...last.slice(0, 1))
    else last?.push(end)
    at += 1 + count
  }
  return parts
}

const place = ([x, y]: Point, [a = 1, b = 0, c = 0, d = 1, e = 0, f = 0]: readonly number[]): Point => [
  a * x + c * y + e,
  b * x + d * y + f,
]

const edges = (points: readonly Point[]): Segment[] =>
  points.slice(1).map(([x, y], index) => [points[index]?.[0] ?? x, points[index]?.[1] ?? y, x, y])

function middleLine(points: readonly Point[]): Segment[] {
  const [xs, ys] = [points.map(([x]) => x), points.map(([, y]) => y)]
  const [left, right] = [Math.min(...xs), Math.max(...xs)]
  const [top, bottom] = [Math.min(...ys), Math.max(...ys)]
  if (Math.min(right - left, bottom - top) > THIN) return []
  const [x, y] = [(left + right) / 2, (top + bottom) / 2]
  return right - left > bottom - top ? [[left, y, right, y]] : [[x, top, x, bottom]]
}
