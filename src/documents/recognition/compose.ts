import type { DocumentContent } from '../../core/document/document.ts'
import { joinPages } from '../pdf/across-pages.ts'
import { blocksOf } from '../pdf/blocks.ts'
import { layOut } from '../pdf/layout.ts'
import type { Page } from '../pdf/page.ts'

/** Recognised pages go the way of typed ones: tables from their ruled lines, paragraphs from their lines of text. */
export const contentOf = (pages: readonly Page[]): DocumentContent => ({
  blocks: blocksOf(joinPages(pages.map(layOut))),
})
