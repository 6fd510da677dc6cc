import { type Models, run } from './models.ts'
import { greyAt, type Picture } from './picture.ts'

/** Where a line of text stands, in pixels of the picture. */
export type TextBox = { readonly left: number; readonly top: number; readonly right: number; readonly bottom: number }

/** The model sees the picture at most this large: larger costs memory (some 700 MB at 1600), smaller loses small type. */
const LONGEST = 1440
/** Likelier than this is text; a box whose pixels aren't on the whole likelier than this is none. */
const LIKELY = 0.3
const SURE = 0.55
/** The model marks the heart of a line; the whole of it is wider by this share of its area over its outline. */
const GROWTH = 1.5

const MEAN = [0.485, 0.456, 0.406] as const
const SPREAD = [0.229, 0.224, 0.225] as const

/** The lines of text in a straightened picture, from top to bottom. */
export async function findText(picture: Picture, { detect }: Models, longest = LONGEST): Promise<TextBox[]> {
  const scale = Math.min(1, longest / Math.max(picture.width, picture.height))
  const [width, height] = [picture.width, picture.height].map(size =>
    Math.max(32, Math.round((size * scale) / 32) * 32),
  )
  if (width === undefined || height === undefined) return []
  const [sx, sy] = [picture.width / width, picture.height / height]
  const values = new Float32Array(3 * width * height)
  for (let y = 0; y < height; y++)
    for (let x = 0; x < width; x++) {
      const grey = greyAt(picture, (x + 0.5) * sx - 0.5, (y + 0.5) * sy - 0.5) / 255
      for (const channel of [0, 1, 2] as const)
        values[(channel * height + y) * width + x] = (grey - MEAN[channel]) / SPREAD[channel]
    }
  const likely = (await run(detect, values, [height, width])).data as Float32Array
  return boxesIn({ likely, width, height })
    .map(({ left, top, right, bottom }) => ({ left: left * sx, top: top * sy, right: right * sx, bottom: bottom * sy }))
    .sort((one, other) => one.top - other.top)
}

type Map2D = { readonly likely: Float32Array; readonly width: number; readonly height: number }

function boxesIn(map: Map2D): TextBox[] {
  const seen = new Uint8Array(map.likely.length)
  const boxes: TextBox[] = []
  for (let at = 0; at < map.likely.length; at++) {
    if (seen[at] === 1 || (map.likely[at] ?? 0) <= LIKELY) continue
    const box = grown(patchAt(at, seen, map), map)
    if (box !== null) boxes.push(box)
  }
  return boxes
}

type Patch = TextBox & { readonly pixels: number; readonly sum: number }

/** The pixels that hang together with that one. */
function patchAt(start: number, seen: Uint8Array, { likely, width, height }: Map2D): Patch {
  const todo = [start]
  seen[start] = 1
  let [left, top, right, bottom, pixels, sum] = [width, height, 0, 0, 0, 0]
  for (let at = todo.pop(); at !== undefined; at = todo.pop()) {
    const [x, y] = [at % width, Math.floor(at / width)]
    left = Math.min(left, x)
    right = Math.max(right, x + 1)
    top = Math.min(top, y)
    bottom = Math.max(bottom, y + 1)
    pixels += 1
    sum += likely[at] ?? 0
    for (let dy = -1; dy <= 1; dy++)
      for (let dx = -1; dx <= 1; dx++) {
        const [u, v] = [x + dx, y + dy]
        const next = v * width + u
        if (u < 0 || v < 0 || u >= width || v >= height || seen[next] === 1 || (likely[next] ?? 0) <= LIKELY) continue
        seen[next] = 1
        todo.push(next)
      }
  }
  return { left, top, right, bottom, pixels, sum }
}

function grown({ left, top, right, bottom, pixels, sum }: Patch, { width, height }: Map2D): TextBox | null {
  const [wide, high] = [right - left, bottom - top]
  if (Math.min(wide, high) < 3 || sum / pixels < SURE) return null
  const more = (wide * high * GROWTH) / (2 * (wide + high))
  return {
    left: Math.max(0, left - more),
    top: Math.max(0, top - more),
    right: Math.min(width, right + more),
    bottom: Math.min(height, bottom + more),
  }
}
