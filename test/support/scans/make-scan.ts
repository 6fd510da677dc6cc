import { type Canvas, createCanvas, type Image, loadImage, type SKRSContext2D } from '@napi-rs/canvas'
import { PDFParse } from 'pdf-parse'

/** How a page came to be a picture. `turn` in degrees; `lean`: a photo held askew, as a share of the width. */
export type Scanning = {
  readonly dpi: number
  readonly grey?: boolean
  /** JPEG quality, 1 to 100. */
  readonly quality?: number
  readonly turn?: number
  readonly seal?: boolean
  readonly lean?: number
  readonly shadow?: boolean
}

/** The pages of a typed PDF as JPEG files, as a scanner or a phone would make them. */
export async function scanPages(pdf: Uint8Array, scanning: Scanning): Promise<Buffer[]> {
  const parser = new PDFParse({ data: new Uint8Array(pdf), verbosity: 0 })
  const { pages } = await parser.getScreenshot({ scale: scanning.dpi / 72, imageDataUrl: false })
  await parser.destroy()
  const scans: Buffer[] = []
  for (const { data } of pages) scans.push(scan(await loadImage(Buffer.from(data)), scanning))
  return scans
}

function scan(
  page: Image,
  { grey = false, quality = 75, turn = 0, seal = false, lean = 0, shadow = false }: Scanning,
): Buffer {
  const { width, height } = page
  const paper = createCanvas(width, height)
  const context = paper.getContext('2d')
  context.fillStyle = 'white'
  context.fillRect(0, 0, width, height)
  context.drawImage(page, 0, 0)
  if (seal) stamp(context, width, height)
  const canvas = createCanvas(width, height)
  const turned = canvas.getContext('2d')
  turned.fillStyle = lean > 0 ? '#8a8578' : 'white'
  turned.fillRect(0, 0, width, height)
  turned.translate(width / 2, height / 2)
  turned.rotate((turn * Math.PI) / 180)
  turned.translate(-width / 2, -height / 2)
  if (lean === 0) turned.drawImage(paper, 0, 0)
  else leaning(turned, paper, lean)
  if (shadow) darken(turned, width, height)
  if (grey) wash(turned, width, height)
  return canvas.toBuffer('image/jpeg', quality)
}

type Context = SKRSContext2D

/** A round red seal with its star over the lower middle of the page, and one over its upper part. */
function stamp(context: Context, width: number, height: number): void {
  for (const [x, y] of [
    [0.62, 0.3],
    [0.5, 0.75],
  ] as const) {
    const radius = width * 0.09
    context.strokeStyle = 'rgba(214, 30, 36, 0.8)'
    context.fillStyle = 'rgba(214, 30, 36, 0.8)'
    context.lineWidth = radius / 14
    context.beginPath()
    context.arc(x * width, y * height, radius, 0, 2 * Math.PI)
    context.stroke()
    context.beginPath()
    for (let point = 0; point < 10; point++) {
      const [angle, long] = [(point * Math.PI) / 5 - Math.PI / 2, point % 2 === 0 ? radius * 0.38 : radius * 0.15]
      context.lineTo(x * width + Math.cos(angle) * long, y * height + Math.sin(angle) * long)
    }
    context.fill()
    context.font = `${Math.round(radius / 4)}px "Noto Sans CJK SC", sans-serif`
    for (const [index, letter] of [...'中共机械工程学院委员会'].entries()) {
      context.save()
      context.translate(x * width, y * height)
      context.rotate(((index - 5) * Math.PI) / 7)
      context.fillText(letter, -radius / 8, -radius * 0.68)
      context.restore()
    }
  }
}

/** As a camera sees paper that it isn't held straight over: each row a little narrower than the one below it. */
function leaning(context: Context, paper: Canvas, lean: number): void {
  const { width, height } = paper
  for (let y = 0; y < height; y++) {
    // Depth grows towards the top; the row of the paper at this height of the picture follows from it.
    const near = 1 - lean * (1 - y / height)
    const row = (y / height) * (near / 1) * height
    const wide = width * near
    context.drawImage(paper, 0, row, width, 1.2, (width - wide) / 2, y, wide, 1.4)
  }
}

function darken(context: Context, width: number, height: number): void {
  const shade = context.createLinearGradient(0, 0, width, height)
  shade.addColorStop(0, 'rgba(40, 30, 20, 0.05)')
  shade.addColorStop(1, 'rgba(40, 30, 20, 0.45)')
  context.fillStyle = shade
  context.fillRect(0, 0, width, height)
}

function wash(context: Context, width: number, height: number): void {
  const picture = context.getImageData(0, 0, width, height)
  for (let at = 0; at < picture.data.length; at += 4) {
    const [red = 0, green = 0, blue = 0] = picture.data.subarray(at, at + 3)
    const light = 0.3 * red + 0.59 * green + 0.11 * blue
    picture.data.fill(light, at, at + 3)
  }
  context.putImageData(picture, 0, 0)
}
