import { PDFParse } from 'pdf-parse'
import { decodePicture, type Picture } from './picture.ts'

/** What a page is drawn at: pages of 68 dpi are read well, and more than 144 dpi is no better read. */
const DOTS_PER_POINT = 2
/** Of pages of unusual size the longer side is drawn so long at most. */
const LONGEST_DRAWN = 2400

/** A page of a PDF (counted from 1) as a picture, and how many there are. Throws where pdf.js can't draw it. */
export async function drawPage(
  pdf: Uint8Array,
  number: number,
  longest: number,
): Promise<{ picture: Picture; pages: number }> {
  const parser = new PDFParse({ data: new Uint8Array(pdf), verbosity: 0 })
  try {
    const { pages: sizes, total } = await parser.getInfo({ partial: [number], parsePageInfo: true })
    const [size] = sizes
    const side = Math.max(size?.width ?? 842, size?.height ?? 842)
    const scale = Math.min(DOTS_PER_POINT, LONGEST_DRAWN / side)
    const { pages } = await parser.getScreenshot({ partial: [number], scale, imageDataUrl: false })
    const [page] = pages
    if (page === undefined) throw new Error(`page ${number} could not be drawn`)
    return { picture: await decodePicture(page.data, longest), pages: total }
  } finally {
    await parser.destroy()
  }
}
