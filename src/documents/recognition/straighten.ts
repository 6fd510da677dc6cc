import { greyAt, type Picture } from './picture.ts'
import { type Lines, type Point, type RuledLine, ruledLines } from './ruled-lines.ts'
import { skewOf } from './skew.ts'

type Vector = readonly [number, number, number]
type Matrix = readonly [Vector, Vector, Vector]

/** Turns and leanings below this need no straightening: 0.15 degrees. */
const STRAIGHT = 0.0026
/** Lines that are to tell how the paper was held, in shares of the picture's side. */
const LONG = 0.08

/**
 * The picture as if the paper lay flat and straight. Text and lines tell by how much it was turned; then ruled lines that were parallel on
 * the paper meet somewhere in a photo, and those two points tell how it was held.
 */
export function straightened(picture: Picture): Picture {
  const side = Math.max(picture.width, picture.height)
  const frame = { middle: { x: picture.width / 2, y: picture.height / 2 }, side }
  const turn = turning(-skewOf(picture))
  const held = isStraight(turn) ? UNTURNED : turn
  const rough =
    held === UNTURNED
      ? { picture, left: -frame.middle.x / side, top: -frame.middle.y / side }
      : warped(picture, held, frame)
  const flat = flatteningBy(ruledLines(rough.picture), { x: -rough.left * side, y: -rough.top * side }, side)
  if (flat === null || isStraight(flat)) return rough.picture
  return warped(picture, product(flat, held), frame).picture
}

const UNTURNED: Matrix = [
  [1, 0, 0],
  [0, 1, 0],
  [0, 0, 1],
]

function turning(degrees: number): Matrix {
  const [sin, cos] = [Math.sin((degrees * Math.PI) / 180), Math.cos((degrees * Math.PI) / 180)]
  return [
    [cos, -sin, 0],
    [sin, cos, 0],
    [0, 0, 1],
  ]
}

/** What lays flat a picture with such ruled lines; null where they are too few to tell, or make no sense. */
function flatteningBy(lines: Lines, middle: Point, side: number): Matrix | null {
  const long = (some: readonly RuledLine[]) => some.filter(({ from, to }) => distance(from, to) >= side * LONG)
  const [across, down] = [long(lines.horizontal), long(lines.vertical)]
  if (across.length < 3 || down.length < 3) return null
  const through = (some: readonly RuledLine[]) => some.map(line => lineThrough(line, { middle, side }))
  return flattening(meetingPoint(through(across)), meetingPoint(through(down)))
}

const distance = (one: Point, other: Point): number => Math.hypot(one.x - other.x, one.y - other.y)

type Frame = { readonly middle: Point; readonly side: number }

/** Homogeneous, in coordinates from -1 to 1 around the picture's middle, weighted by its length. */
function lineThrough({ from, to }: RuledLine, { middle, side }: Frame): Vector {
  const [a, b] = [from, to].map(({ x, y }) => [(x - middle.x) / side, (y - middle.y) / side, 1] as const)
  const line = cross(a ?? [0, 0, 1], b ?? [0, 0, 1])
  const norm = Math.hypot(line[0], line[1]) || 1
  const weight = distance(from, to) / side
  return [(line[0] / norm) * weight, (line[1] / norm) * weight, (line[2] / norm) * weight]
}

const cross = (a: Vector, b: Vector): Vector => [
  a[1] * b[2] - a[2] * b[1],
  a[2] * b[0] - a[0] * b[2],
  a[0] * b[1] - a[1] * b[0],
]
const dot = (a: Vector, b: Vector): number => a[0] * b[0] + a[1] * b[1] + a[2] * b[2]
const apply = (matrix: Matrix, v: Vector): Vector => [dot(matrix[0], v), dot(matrix[1], v), dot(matrix[2], v)]

/** The point nearest to all lines: the eigenvector of their scatter with the least eigenvalue, by inverse iteration. */
function meetingPoint(lines: readonly Vector[]): Vector {
  const sum = (i: 0 | 1 | 2, j: 0 | 1 | 2) => lines.reduce((total, line) => total + line[i] * line[j], 0)
  const little = 1e-9
  const scatter: Matrix = [
    [sum(0, 0) + little, sum(0, 1), sum(0, 2)],
    [sum(1, 0), sum(1, 1) + little, sum(1, 2)],
    [sum(2, 0), sum(2, 1), sum(2, 2) + little],
  ]
  const inverse = inverted(scatter)
  let point: Vector = [0.6, 0.5, 0.1]
  for (let turn = 0; inverse !== null && turn < 30; turn++) point = unit(apply(inverse, point))
  return point
}

function unit(v: Vector): Vector {
  const norm = Math.hypot(...v) || 1
  return [v[0] / norm, v[1] / norm, v[2] / norm]
}

/** What takes both meeting points to infinity, across and down; null where they make no sense. */
function flattening(far: Vector, deep: Vector): Matrix | null {
  const horizon = cross(far, deep)
  if (Math.abs(horizon[2]) < 1e-6) return null
  const tilt: Matrix = [
    [1, 0, 0],
    [0, 1, 0],
    [horizon[0] / horizon[2], horizon[1] / horizon[2], 1],
  ]
  // Steeper than any paper is held to be read.
  if (Math.hypot(tilt[2][0], tilt[2][1]) > 1) return null
  const [across, down] = [apply(tilt, far), apply(tilt, deep)]
  const [ax, ay] = upright(across, 0)
  const [bx, by] = upright(down, 1)
  const area = ax * by - bx * ay
  if (Math.abs(area) < 0.5) return null
  const turn: Matrix = [
    [by / area, -bx / area, 0],
    [-ay / area, ax / area, 0],
    [0, 0, 1],
  ]
  return product(turn, tilt)
}

function upright([x, y]: Vector, axis: 0 | 1): readonly [number, number] {
  const norm = Math.hypot(x, y) * ((axis === 0 ? x : y) < 0 ? -1 : 1) || 1
  return [x / norm, y / norm]
}

const product = (a: Matrix, b: Matrix): Matrix => {
  const column = (j: 0 | 1 | 2): Vector => [b[0][j], b[1][j], b[2][j]]
  const row = (v: Vector): Vector => [dot(v, column(0)), dot(v, column(1)), dot(v, column(2))]
  return [row(a[0]), row(a[1]), row(a[2])]
}

function inverted([a, b, c]: Matrix): Matrix | null {
  const [x, y, z] = [cross(b, c), cross(c, a), cross(a, b)]
  const determinant = dot(a, x)
  if (Math.abs(determinant) < 1e-30) return null
  const d = (value: number) => value / determinant
  return [
    [d(x[0]), d(y[0]), d(z[0])],
    [d(x[1]), d(y[1]), d(z[1])],
    [d(x[2]), d(y[2]), d(z[2])],
  ]
}

const isStraight = ([a, b, c]: Matrix): boolean => [a[1], b[0], c[0], c[1]].every(value => Math.abs(value) < STRAIGHT)

/** A picture, and where its upper left corner is in the frame of the one that it was made of. */
type Warped = { readonly picture: Picture; readonly left: number; readonly top: number }

/** Each pixel of the new picture fetched from where it was; the whole of the old one stays in view. */
function warped(picture: Picture, flat: Matrix, { middle, side }: Frame): Warped {
  const corners = [-1, 1].flatMap(x => [-1, 1].map(y => [(x * middle.x) / side, (y * middle.y) / side, 1] as const))
  const flatCorners = corners.map(corner => apply(flat, corner)).map(([x, y, w]) => [x / w, y / w] as const)
  const [xs, ys] = [flatCorners.map(([x]) => x), flatCorners.map(([, y]) => y)]
  const [left, top] = [Math.min(...xs), Math.min(...ys)]
  const [width, height] = [Math.max(...xs) - left, Math.max(...ys) - top].map(size => Math.min(1.6, size))
  const back = inverted(flat)
  if (back === null || width === undefined || height === undefined)
    return { picture, left: -middle.x / side, top: -middle.y / side }
  const size = { width: Math.round(width * side), height: Math.round(height * side) }
  const grey = new Uint8Array(size.width * size.height)
  for (let y = 0; y < size.height; y++)
    for (let x = 0; x < size.width; x++) {
      const [u, v, w] = apply(back, [x / side + left, y / side + top, 1])
      grey[y * size.width + x] = greyAt(picture, (u / w) * side + middle.x, (v / w) * side + middle.y)
    }
  return { picture: { ...size, grey }, left, top }
}
