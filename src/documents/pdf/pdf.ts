import type { PDFDocumentProxy } from 'pdfjs-dist/legacy/build/pdf.mjs'
import type { DocumentContent } from '../../core/document/document.ts'
import { judgeText } from '../legible.ts'
import { Unreadable } from '../unreadable.ts'
import { joinPages } from './across-pages.ts'
import { blocksOf } from './blocks.ts'
import { layOut } from './layout.ts'
import { type Page, readPage } from './page.ts'
import { withPdf } from './pdf-file.ts'

/** A page with less text than this holds a scanner app's mark or a page number, not a page of the form. */
const PAGE_CHARACTERS = 24

/**
 * Reads a PDF with pdf.js: tables are put together from the lines that are drawn and the text between them; elsewhere a paragraph
 * is put together from its lines, and a wide gap in one is a tab. Throws Unreadable.
 */
export const readPdf = async (bytes: Buffer): Promise<DocumentContent> => {
  const pages = await withPdf(bytes, readPages)
  const texts = pages.map(({ pieces }) => pieces.map(({ text }) => text).join(''))
  if (!texts.some(text => text.replace(/\s/g, '').length >= PAGE_CHARACTERS)) throw new Unreadable('scanned')
  if (judgeText(texts.join('')) === 'garbled') throw new Unreadable('undecodable')
  return { blocks: blocksOf(joinPages(pages.map(layOut))) }
}

async function readPages(pdf: PDFDocumentProxy): Promise<Page[]> {
  const pages: Page[] = []
  for (let number = 1; number <= pdf.numPages; number++) pages.push(await readPage(await pdf.getPage(number)))
  return pages
}
