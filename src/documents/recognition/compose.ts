import { type DocumentContent, type Lack, SCANNED_PAGE } from '../../core/document/document.ts'
import { joinPages } from '../pdf/across-pages.ts'
import { blocksOf } from '../pdf/blocks.ts'
import { layOut } from '../pdf/layout.ts'
import type { Page } from '../pdf/page.ts'

/**
 * Recognised pages go the way of typed ones: tables from their ruled lines, paragraphs from their lines of text. In the place of a page
 * that could not be recognised (null) stands a mark.
 */
export function contentOf(pages: readonly (Page | null)[]): DocumentContent {
  const missing = pages.flatMap((page, index) => (page === null ? [index + 1] : []))
  const read = blocksOf(joinPages(pages.flatMap(page => (page === null ? [] : [layOut(page)]))))
  const blocks = missing.length === 0 ? read : [...read, { kind: 'paragraph', text: SCANNED_PAGE } as const]
  const lacks: readonly Lack[] = missing.length === 0 ? [] : [{ kind: 'scanned-pages', pages: missing }]
  return { blocks, lacks }
}
