import type { Picture } from './picture.ts'

/** Side of the squares of which each is taken to be lit alike, in pixels. */
const SQUARE = 32
/** This share of a square's pixels is darker than its paper. */
const INK = 0.85

/** As if the paper were white everywhere: a photo's shadows and a scan's grey go, the ink stays. */
export function evenlyLit(picture: Picture): Picture {
  const { width, height, grey } = picture
  const paper = paperOf(picture)
  const lit = new Uint8Array(grey.length)
  for (let y = 0; y < height; y++)
    for (let x = 0; x < width; x++) {
      const at = y * width + x
      lit[at] = Math.min(255, ((grey[at] ?? 255) * 250) / Math.max(48, paper(x, y)))
    }
  return { width, height, grey: lit }
}

/** How light the paper is at a place, between the middles of the squares around it. */
function paperOf(picture: Picture): (x: number, y: number) => number {
  const [columns, rows] = [Math.ceil(picture.width / SQUARE), Math.ceil(picture.height / SQUARE)]
  const own = Array.from({ length: columns * rows }, (_, at) =>
    paperIn(picture, at % columns, Math.floor(at / columns)),
  )
  const square = (column: number, row: number): number =>
    own[Math.min(rows - 1, Math.max(0, row)) * columns + Math.min(columns - 1, Math.max(0, column))] ?? 255
  // A square that is all ink takes its neighbours' paper.
  const smooth = own.map((_, at) => {
    const [column, row] = [at % columns, Math.floor(at / columns)]
    const around = [-1, 0, 1].flatMap(dy => [-1, 0, 1].map(dx => square(column + dx, row + dy)))
    return around.sort((one, other) => one - other)[6] ?? 255
  })
  const at = (column: number, row: number): number =>
    smooth[Math.min(rows - 1, Math.max(0, row)) * columns + Math.min(columns - 1, Math.max(0, column))] ?? 255
  return (x, y) => {
    const [u, v] = [x / SQUARE - 0.5, y / SQUARE - 0.5]
    const [column, row] = [Math.floor(u), Math.floor(v)]
    const [du, dv] = [u - column, v - row]
    const above = at(column, row) * (1 - du) + at(column + 1, row) * du
    const below = at(column, row + 1) * (1 - du) + at(column + 1, row + 1) * du
    return above * (1 - dv) + below * dv
  }
}

function paperIn({ width, height, grey }: Picture, column: number, row: number): number {
  const counts = new Uint32Array(256)
  let pixels = 0
  for (let y = row * SQUARE; y < Math.min(height, (row + 1) * SQUARE); y++)
    for (let x = column * SQUARE; x < Math.min(width, (column + 1) * SQUARE); x++) {
      const value = grey[y * width + x] ?? 255
      counts[value] = (counts[value] ?? 0) + 1
      pixels += 1
    }
  let darker = 0
  for (let value = 0; value < 256; value++) {
    darker += counts[value] ?? 0
    if (darker >= pixels * INK) return value
  }
  return 255
}
