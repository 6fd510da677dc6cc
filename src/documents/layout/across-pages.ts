import { joinTables, SAME_EDGE } from './joined-tables.ts'
import type { Laid, LaidTable } from './laid.ts'
import type { Line } from './lines.ts'
import { type LaidPage, withoutRunningLines } from './running-lines.ts'

type Joined = { readonly laid: readonly Laid[]; readonly dropped: readonly Line[] }

/** Pages after one another: their heads and feet left out, a table that goes on over the page put together again. */
export function joinPages(pages: readonly LaidPage[]): Joined {
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
