import type { Box } from '../layout/page.ts'
import { type Matrix, type Point, place } from './matrix.ts'

/** From one point of the page to another: x, y, x, y. */
export type Segment = readonly [number, number, number, number]

/** What a path draws: straight lines, areas between lines across and down, and whether anything else. */
type Shape = { readonly segments: readonly Segment[]; readonly areas: readonly Box[]; readonly isOther: boolean }

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

type Drawn = { readonly matrix: Matrix; readonly isStroked: boolean; readonly isFilled: boolean }

/** The straight segments of a stroked path; of a filled one the middle lines of its thin parts, and the others as areas. */
export function shapeOf(path: unknown, { matrix, isStroked, isFilled }: Drawn): Shape {
  if (!(path instanceof Float32Array) && !Array.isArray(path)) return { segments: [], areas: [], isOther: false }
  const parts = partsOf(path).map(({ points, isCurved }) => ({ points: points.map(at => place(at, matrix)), isCurved }))
  const thick = isFilled ? parts.filter(({ points }) => !isThin(boxOf(points))) : []
  const filled = thick.filter(one => isRectangle(one.points) && !one.isCurved).map(({ points }) => boxOf(points))
  return {
    segments: parts.flatMap(({ points }) => [
      ...(isStroked ? edges(points) : []),
      ...(isFilled && !isStroked ? middleLines(boxOf(points)) : []),
    ]),
    areas: filled,
    isOther: filled.length < thick.length || (isStroked && parts.some(({ isCurved }) => isCurved)),
  }
}

type Part = { readonly points: Point[]; isCurved: boolean }

/** The corners of each part; a curve only leads to its end. */
function partsOf(path: ArrayLike<number>): Part[] {
  const parts: Part[] = []
  for (let at = 0; at < path.length; ) {
    const step = path[at] ?? 0
    const count = COORDINATES[step] ?? 0
    const end: Point = [path[at + count - 1] ?? 0, path[at + count] ?? 0]
    const last = parts.at(-1)
    if (step === STEP.move) parts.push({ points: [end], isCurved: false })
    else if (step === STEP.close) last?.points.push(...last.points.slice(0, 1))
    else last?.points.push(end)
    if (last !== undefined && (step === STEP.curve || step === STEP.quadratic)) last.isCurved = true
    at += 1 + count
  }
  return parts
}

const edges = (points: readonly Point[]): Segment[] =>
  points.slice(1).map(([x, y], index) => [points[index]?.[0] ?? x, points[index]?.[1] ?? y, x, y])

export function boxOf(points: readonly Point[]): Box {
  const [xs, ys] = [points.map(([x]) => x), points.map(([, y]) => y)]
  return { left: Math.min(...xs), top: Math.min(...ys), right: Math.max(...xs), bottom: Math.max(...ys) }
}

const isThin = ({ left, top, right, bottom }: Box): boolean => Math.min(right - left, bottom - top) <= THIN

/** Every corner lies at the box's left or right, and at its top or bottom. */
function isRectangle(points: readonly Point[]): boolean {
  const { left, top, right, bottom } = boxOf(points)
  const isAt = (value: number, ...ends: number[]) => ends.some(end => Math.abs(value - end) < 0.5)
  return points.length <= 6 && points.every(([x, y]) => isAt(x, left, right) && isAt(y, top, bottom))
}

/** A dot may be one of a line across or of one down. */
function middleLines(box: Box): Segment[] {
  if (!isThin(box)) return []
  const [wide, high] = [box.right - box.left, box.bottom - box.top]
  const [x, y] = [(box.left + box.right) / 2, (box.top + box.bottom) / 2]
  const across: Segment = [box.left, y, box.right, y]
  const down: Segment = [x, box.top, x, box.bottom]
  if (Math.max(wide, high) <= THIN) return [across, down]
  return [wide > high ? across : down]
}
