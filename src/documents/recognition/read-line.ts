import type { TextBox } from './find-text.ts'
import { type Models, run } from './models.ts'
import { greyAt, type Picture } from './picture.ts'

/** A character as it was read: where its middle lies, in pixels of the picture, and how likely it is, from 0 to 1. */
export type ReadCharacter = { readonly text: string; readonly x: number; readonly likely: number }

const HEIGHT = 48
/** What is longer is read narrower than it is. */
const WIDEST = 2400

/** The characters of one line of text, from left to right. */
export async function readLine(picture: Picture, box: TextBox, { read, characters }: Models): Promise<ReadCharacter[]> {
  const [wide, high] = [box.right - box.left, box.bottom - box.top]
  const scale = HEIGHT / high
  const width = Math.min(WIDEST, Math.max(16, Math.ceil((wide * scale) / 8) * 8))
  const stretch = Math.max(1 / scale, wide / width)
  const values = new Float32Array(3 * HEIGHT * width)
  for (let y = 0; y < HEIGHT; y++)
    for (let x = 0; x < width; x++) {
      const [u, v] = [box.left + (x + 0.5) * stretch - 0.5, box.top + (y + 0.5) / scale - 0.5]
      const value = (u < box.right ? averageAt(picture, { u, v, step: 1 / scale }) : 255) / 127.5 - 1
      for (let channel = 0; channel < 3; channel++) values[(channel * HEIGHT + y) * width + x] = value
    }
  const { data, dims } = await run(read, values, [HEIGHT, width])
  const steps = Number(dims[1])
  return decoded(data as Float32Array, { steps, characters }).map(({ step, ...one }) => ({
    ...one,
    x: box.left + ((step + 0.5) / steps) * width * stretch,
  }))
}

/** Where the picture is made smaller, several of its pixels make one. */
function averageAt(picture: Picture, { u, v, step }: { u: number; v: number; step: number }): number {
  if (step <= 1.3) return greyAt(picture, u, v)
  const quarter = step / 4
  const four = [-quarter, quarter].flatMap(dx => [-quarter, quarter].map(dy => greyAt(picture, u + dx, v + dy)))
  return four.reduce((sum, value) => sum + value, 0) / 4
}

type Steps = { readonly steps: number; readonly characters: readonly string[] }

/** At each step the likeliest character counts; the same one in neighbouring steps is one (connectionist temporal classification). */
function decoded(likely: Float32Array, { steps, characters }: Steps) {
  const found: { text: string; step: number; likely: number }[] = []
  const classes = characters.length
  let before = 0
  for (let step = 0; step < steps; step++) {
    let best = 0
    for (let index = 1; index < classes; index++)
      if ((likely[step * classes + index] ?? 0) > (likely[step * classes + best] ?? 0)) best = index
    const last = found.at(-1)
    if (best !== 0 && best !== before)
      found.push({ text: characters[best] ?? '', step, likely: likely[step * classes + best] ?? 0 })
    else if (best !== 0 && last !== undefined) last.step += 0.5
    before = best
  }
  return found
}
