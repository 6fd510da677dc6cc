import type { PDFDocumentProxy } from 'pdfjs-dist/legacy/build/pdf.mjs'
import type { DocumentContent } from '../../core/document/document.ts'
import { layOut } from '../layout/layout.ts'
import { judgeText } from '../legible.ts'
import { Unreadable } from '../unreadable.ts'
import { type PdfPage, readPage } from './page.ts'
import { withPdf } from './pdf-file.ts'

/** A page with less text than this holds a scanner app's mark or a page number, not a page of the form. */
const PAGE_CHARACTERS = 24

/** Reads a PDF: pdf.js lists what its pages draw, `layout/` puts that together. Throws Unreadable. */
export const readPdf = async (bytes: Buffer): Promise<DocumentContent> => {
  const pages = await withPdf(bytes, readPages)
  const texts = pages.map(({ page }) => page.words.map(({ text }) => text).join(''))
  if (!texts.some(text => text.replace(/\s/g, '').length >= PAGE_CHARACTERS)) throw new Unreadable('scanned')
  if (judgeText(texts.join('')) === 'garbled') throw new Unreadable('undecodable')
  return { blocks: layOut(pages.map(({ page }) => page)) }
}

async function readPages(pdf: PDFDocumentProxy): Promise<PdfPage[]> {
  const layers = await pdf.getOptionalContentConfig()
  const pages: PdfPage[] = []
  for (let number = 1; number <= pdf.numPages; number++) pages.push(await readPage(await pdf.getPage(number), layers))
  return pages
}
