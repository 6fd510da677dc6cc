import { SCANNED_PAGE } from '../../core/document/document.ts'
import type { Page } from '../layout/page.ts'
import type { PdfPage } from './page.ts'

/** A page with less text than this holds a scanner app's mark or a page number, not a page of the form. */
const PAGE_CHARACTERS = 24
/** What was typed on the picture of a page: its labels are in the picture. */
const FULL_PAGE_CHARACTERS = 200
/** A picture that takes so much of a page may be the page. */
const [HALF, MOST] = [0.3, 0.6]

/** The text of a page, without spaces. */
export const lettersOf = ({ page }: PdfPage): string =>
  page.words
    .map(({ text }) => text)
    .join('')
    .replace(/\s/g, '')

/**
 * The pages, counted from 1, that are pictures, whatever little is typed on them. All, where there is not one page of text. A picture
 * that lies behind the text of full pages, too, is a ground.
 */
export function scannedPages(pages: readonly PdfPage[]): number[] {
  const sizes = pages.map(page => lettersOf(page).length)
  const isGround = pages.some(({ pictured }, index) => pictured > MOST && (sizes[index] ?? 0) >= FULL_PAGE_CHARACTERS)
  const isScan = ({ pictured }: PdfPage, size: number): boolean =>
    size < PAGE_CHARACTERS ? pictured > HALF : !isGround && pictured > MOST && size < FULL_PAGE_CHARACTERS
  const scans = pages.flatMap((page, index) => (isScan(page, sizes[index] ?? 0) ? [index + 1] : []))
  const typed = sizes.filter((_, index) => !scans.includes(index + 1))
  const hasText = typed.reduce((sum, size) => sum + size, 0) >= PAGE_CHARACTERS
  return hasText ? scans : pages.map((_, index) => index + 1)
}

/** A page that says of itself that it is a picture, beside what is typed on it. */
export function withScanMark({ page }: PdfPage, isScan: boolean): Page {
  if (!isScan) return page
  const mark = {
    text: SCANNED_PAGE,
    left: page.width / 4,
    right: (page.width * 3) / 4,
    baseline: page.height / 2,
    size: 10,
  }
  return { ...page, words: [...page.words, mark], rules: { horizontal: [], vertical: [] } }
}
