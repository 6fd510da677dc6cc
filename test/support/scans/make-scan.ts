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
  /** Only this share of the page from its top. */
  readonly top?: number
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
  { grey = false, quality = 75, turn = 0, seal = false, lean = 0, shadow = false, top = 1 }: Scanning,
): Buffer {
  const [width, height] = [page.width, Math.round(page.height * top)]
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
  turned.drawImage(lean === 0 ? paper : leaningAway(paper, lean), 0, 0)
  if (shadow) darken(turned, width, height)
  // Pixels that are put back would be turned once more.
  turned.resetTransform()
  if (grey) wash(turned, width, height)
  return canvas.toBuffer('image/jpeg', quality)
}

type Context = SKRSContext2D

/** A round red seal with its star over the lower middle of the page, and one over its upper part. */
function stamp(context: Context, width: number, height: number): void {
  // Ink on ink: what is printed under a seal stays black.
  context.globalCompositeOperation = 'multiply'
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

/** As a camera sees paper that it isn't held straight over: what is farther off is smaller. */
function leaningAway(paper: Canvas, lean: number): Canvas {
  const { width, height } = paper
  const seen = createCanvas(width, height)
  const context = seen.getContext('2d')
  context.fillStyle = '#8a8578'
  context.fillRect(0, 0, width, height)
  const from = paper.getContext('2d').getImageData(0, 0, width, height)
  const to = context.getImageData(0, 0, width, height)
  for (let y = 0; y < height; y++) {
    const up = 1 - y / height
    const depth = up / (1 - up * lean)
    const row = Math.round((1 - depth) * height)
    if (row < 0 || row >= height) continue
    for (let x = 0; x < width; x++) {
      const column = Math.round((x / width - 0.5) * (1 + lean * depth) * width + width / 2)
      if (column < 0 || column >= width) continue
      const at = (row * width + column) * 4
      to.data.set(from.data.subarray(at, at + 4), (y * width + x) * 4)
    }
  }
  context.putImageData(to, 0, 0)
  return seen
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
