import { PDFParse } from 'pdf-parse'
import { decodePicture, type Picture } from './picture.ts'

/** What a page is drawn at: pages of 68 dpi are read well, and more than 144 dpi is no better read. */
const DOTS_PER_POINT = 2

/** A page of a PDF (counted from 1) as a picture, its longer side at most `longest` pixels. Throws where pdf.js can't draw it. */
export async function renderPage(pdf: Uint8Array, number: number, longest: number): Promise<Picture> {
  const parser = new PDFParse({ data: new Uint8Array(pdf), verbosity: 0 })
  try {
    const { pages } = await parser.getScreenshot({ partial: [number], scale: DOTS_PER_POINT, imageDataUrl: false })
    const [page] = pages
    if (page === undefined) throw new Error(`page ${number} could not be drawn`)
    return await decodePicture(page.data, longest)
  } finally {
    await parser.destroy()
  }
}
