import type { Block } from '../../core/document/document.ts'
import { layOutPage } from './areas.ts'
import { blocksOf } from './blocks.ts'
import { pagesOn } from './halves.ts'
import { joinTables, SAME_EDGE } from './joined-tables.ts'
import type { Laid, LaidTable } from './laid.ts'
import type { Line } from './lines.ts'
import type { Page } from './page.ts'
import { type LaidPage, withoutRunningLines } from './running-lines.ts'

/** Blocks in reading order, and apart from them what runs along at the heads and feet of pages. */
type Layout = { readonly blocks: readonly Block[]; readonly dropped: readonly Block[] }

/** Pages of words and ruled lines, typed or recognised, as blocks: the one path for both. */
export function layOut(pages: readonly Page[]): Layout {
  const { laid, dropped } = joinPages(
    pages.flatMap(pagesOn).map(page => ({ height: page.height, laid: layOutPage(page) })),
  )
  return { blocks: blocksOf(laid), dropped: blocksOf(dropped) }
}

type Joined = { readonly laid: readonly Laid[]; readonly dropped: readonly Line[] }

/** Pages after one another: their heads and feet left out, a table that goes on over the page put together again. */
function joinPages(pages: readonly LaidPage[]): Joined {
  const sorted = withoutRunningLines(pages)
  const joined: Laid[] = []
  for (const [first, ...rest] of sorted.pages) {
    const last = joined.at(-1)
    if (first?.kind === 'table' && last?.kind === 'table' && isSame(last, first))
      joined.splice(-1, 1, joinTables(last, first), ...rest)
    else if (first !== undefined) joined.push(first, ...rest)
  }
  return { laid: joined, dropped: sorted.running }
}

const isSame = (one: LaidTable, other: LaidTable): boolean =>
  [one.columns[0], one.columns.at(-1)].every((edge, index) => {
    const across = index === 0 ? other.columns[0] : other.columns.at(-1)
    return edge !== undefined && across !== undefined && Math.abs(edge - across) <= SAME_EDGE
  })
