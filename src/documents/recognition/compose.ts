import { type DocumentContent, type Lack, SCANNED_PAGE } from '../../core/document/document.ts'
import { layOut } from '../layout/layout.ts'
import type { Page } from '../layout/page.ts'

/**
 * Recognised pages go the way of typed ones: tables from their ruled lines, paragraphs from their lines of text. In the place of a page
 * that could not be recognised (null) stands a mark.
 */
export function contentOf(pages: readonly (Page | null)[]): DocumentContent {
  const missing = pages.flatMap((page, index) => (page === null ? [index + 1] : []))
  const read = layOut(pages.filter(page => page !== null)).blocks
  const blocks = missing.length === 0 ? read : [...read, { kind: 'paragraph', text: SCANNED_PAGE } as const]
  const lacks: readonly Lack[] = missing.length === 0 ? [] : [{ kind: 'scanned-pages', pages: missing }]
  return { blocks, lacks }
}
