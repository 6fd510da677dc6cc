import type { Block } from '../../core/document/document.ts'
import { joinPages } from './across-pages.ts'
import { layOutPage } from './areas.ts'
import { blocksOf } from './blocks.ts'
import { pagesOn } from './halves.ts'
import type { Page } from './page.ts'

/** Blocks in reading order, and apart from them what runs along at the heads and feet of pages. */
type Layout = { readonly blocks: readonly Block[]; readonly dropped: readonly Block[] }

/** Pages of words and ruled lines, typed or recognised, as blocks: the one path for both. */
export function layOut(pages: readonly Page[]): Layout {
  const { laid, dropped } = joinPages(
    pages.flatMap(pagesOn).map(page => ({ height: page.height, laid: layOutPage(page) })),
  )
  return { blocks: blocksOf(laid), dropped: blocksOf(dropped) }
}
