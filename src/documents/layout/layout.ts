import type { Block } from '../../core/document/document.ts'
import { joinPages } from './across-pages.ts'
import { layOutPage } from './areas.ts'
import { blocksOf } from './blocks.ts'
import type { Page } from './page.ts'

/** Pages of words and ruled lines, typed or recognised, as blocks in reading order: the one path for both. */
export const layOut = (pages: readonly Page[]): Block[] => blocksOf(joinPages(pages.map(layOutPage)))
