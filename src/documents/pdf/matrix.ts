/** [a b c d e f] of ISO 32000 §8.3.3: x' = ax + cy + e, y' = bx + dy + f. */
export type Matrix = readonly [number, number, number, number, number, number]

export type Point = readonly [x: number, y: number]

export const IDENTITY: Matrix = [1, 0, 0, 1, 0, 0]

export const place = ([x, y]: Point, [a, b, c, d, e, f]: Matrix): Point => [a * x + c * y + e, b * x + d * y + f]

/** What first goes through `inner`, then through `outer`. */
export const within = ([a, b, c, d, e, f]: Matrix, inner: Matrix): Matrix => [
  a * inner[0] + c * inner[1],
  b * inner[0] + d * inner[1],
  a * inner[2] + c * inner[3],
  b * inner[2] + d * inner[3],
  a * inner[4] + c * inner[5] + e,
  b * inner[4] + d * inner[5] + f,
]

/** A matrix among pdf.js's arguments, which may be missing. */
export function matrixOf(value: unknown): Matrix {
  if (!(value instanceof Float32Array) && !Array.isArray(value)) return IDENTITY
  const [a, b, c, d, e, f] = value
  return [Number(a ?? 1), Number(b ?? 0), Number(c ?? 0), Number(d ?? 1), Number(e ?? 0), Number(f ?? 0)]
}
