import type { PDFDocumentProxy } from 'pdfjs-dist/legacy/build/pdf.mjs'
import { type Block, type DocumentContent, type Lack, plainText } from '../../core/document/document.ts'
import { layOut } from '../layout/layout.ts'
import { judgeText } from '../legible.ts'
import { Unreadable } from '../unreadable.ts'
import { infoOf, refuseNotice, refusePortfolio } from './containers.ts'
import { type PdfPage, readPage } from './page.ts'
import { withPdf } from './pdf-file.ts'
import { lettersOf, scannedPages, withScanMark } from './scanned-pages.ts'
import { lostOf, witnessOf } from './witness.ts'

/** Where a witness saw more than this which we don't, ours is no reading of the document. */
const MOST_LOST = 0.5

/**
 * Reads a PDF: pdf.js lists what its pages draw, `layout/` puts that together, and what pdf-parse reads of the same document
 * shows whether anything was lost in between. Throws Unreadable.
 */
export const readPdf = (bytes: Buffer): Promise<DocumentContent> =>
  withPdf(bytes, async pdf => {
    const info = await infoOf(pdf, bytes)
    refusePortfolio(info)
    const pages = await readPages(pdf)
    refuseNotice(info, pages)
    const scans = scannedPages(pages)
    if (scans.length === pages.length) throw new Unreadable('scanned')
    if (judgeText(pages.map(lettersOf).join('')) === 'garbled') throw new Unreadable('undecodable')
    const { blocks, dropped } = layOut(pages.map((page, index) => withScanMark(page, scans.includes(index + 1))))
    const unseen = pages.map(page => page.unseen).join('\n')
    const lacks = [...scansAmong(scans), ...(await lostFrom(pdf, [...blocks, ...dropped], unseen))]
    return { blocks, ...(lacks.length > 0 && { lacks }) }
  })

async function readPages(pdf: PDFDocumentProxy): Promise<PdfPage[]> {
  const layers = await pdf.getOptionalContentConfig()
  const pages: PdfPage[] = []
  for (let number = 1; number <= pdf.numPages; number++) pages.push(await readPage(await pdf.getPage(number), layers))
  return pages
}

const scansAmong = (pages: readonly number[]): Lack[] => (pages.length === 0 ? [] : [{ kind: 'scanned-pages', pages }])

async function lostFrom(pdf: PDFDocumentProxy, blocks: readonly Block[], unseen: string): Promise<Lack[]> {
  const { lines, share } = lostOf(await witnessOf(pdf), `${plainText(blocks)}\n${unseen}`)
  if (share > MOST_LOST) throw new Unreadable('undecodable')
  return lines.length === 0 ? [] : [{ kind: 'lost-text', lines }]
}
