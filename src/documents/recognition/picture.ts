import { createCanvas, loadImage } from '@napi-rs/canvas'

/** Grey values, 0 black to 255 white, row by row from the upper left corner. */
export type Picture = { readonly width: number; readonly height: number; readonly grey: Uint8Array }

/**
 * A picture file as grey values, made smaller where its longer side has more than `longest` pixels. Of its colours the red channel
 * counts: a red seal is paper there, and what stands under it is read. Throws where it is no picture.
 */
export async function decodePicture(bytes: Uint8Array, longest: number): Promise<Picture> {
  const image = await loadImage(Buffer.from(bytes))
  const scale = Math.min(1, longest / Math.max(image.width, image.height))
  const [width, height] = [Math.max(1, Math.round(image.width * scale)), Math.max(1, Math.round(image.height * scale))]
  const context = createCanvas(width, height).getContext('2d')
  context.fillStyle = 'white'
  context.fillRect(0, 0, width, height)
  context.drawImage(image, 0, 0, width, height)
  return fromRgba(context.getImageData(0, 0, width, height))
}

type Rgba = { readonly width: number; readonly height: number; readonly data: Uint8ClampedArray }

function fromRgba({ width, height, data }: Rgba): Picture {
  const grey = new Uint8Array(width * height)
  for (let at = 0; at < grey.length; at++) {
    const [red = 255, green = 255, blue = 255] = [data[at * 4], data[at * 4 + 1], data[at * 4 + 2]]
    grey[at] = red > SEAL && red - Math.max(green, blue) > REDDER ? 255 : red
  }
  return { width, height, grey }
}

/** Red ink on paper is this bright in its own colour, and brighter by this than in the others; on black print it isn't. */
const SEAL = 140
const REDDER = 40

/** The grey value at a place that may lie between pixels; paper outside the picture. */
export function greyAt({ width, height, grey }: Picture, x: number, y: number): number {
  const [left, top] = [Math.floor(x), Math.floor(y)]
  if (left < 0 || top < 0 || left + 1 >= width || top + 1 >= height) return 255
  const [dx, dy, at] = [x - left, y - top, top * width + left]
  const above = (grey[at] ?? 255) * (1 - dx) + (grey[at + 1] ?? 255) * dx
  const below = (grey[at + width] ?? 255) * (1 - dx) + (grey[at + width + 1] ?? 255) * dx
  return above * (1 - dy) + below * dy
}

/** Turned by a quarter to the right, so often. */
export function turned(picture: Picture, quarters: number): Picture {
  if (quarters % 4 === 0) return picture
  const { width, height, grey } = picture
  const once = { width: height, height: width, grey: new Uint8Array(grey.length) }
  for (let y = 0; y < height; y++)
    for (let x = 0; x < width; x++) once.grey[x * height + (height - 1 - y)] = grey[y * width + x] ?? 255
  return turned(once, quarters - 1)
}
