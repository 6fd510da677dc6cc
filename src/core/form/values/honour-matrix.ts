import { readYear } from '../../dates/date-point.ts'
import type { Table } from '../../document/document.ts'
import type { Honour } from '../form.ts'
import { cellText, type Grid, gridOf, textIn, turned } from '../outline/grid.ts'
import type { HonourContext } from './honour-context.ts'
import { whoseRow } from './honour-rows.ts'
import { readHonourSentence } from './honour-sentence.ts'

const YEAR = /^\s*((?:19|20)\d\d|[二〇○零一三四五六七八九]{4})\s?年?度?\s*$/
const MONTH = /(?<![\d年])\d{1,2}月/
const PIECE = /[\n；;。]+/

/** Years over the columns and whose honours before the rows, or the other way round; null for any other table. */
export const readHonourMatrix = (table: Table, context: HonourContext): Honour[] | null =>
  matrixIn(gridOf(table), context) ?? matrixIn(gridOf(turned(table)), context)

function matrixIn(grid: Grid, context: HonourContext): Honour[] | null {
  const [, ...heads] = grid.covering(0)
  const years = heads.map(cell => readYear(YEAR.exec(cellText(cell))?.[1]))
  if (years.length < 2 || years.some(year => year === null)) return null
  const rows = Array.from({ length: grid.rows - 1 }, (_, index) => grid.covering(index + 1))
  const told = rows.map(([label]) => (label === undefined ? null : whoseRow(cellText(label))))
  if (told.every(kind => kind === null)) return null
  return rows.flatMap((_, row) =>
    heads.flatMap(({ column }, at) =>
      (told[row] === null ? '' : textIn(grid, row + 1, column))
        .split(PIECE)
        .flatMap(piece => readPiece(piece, { year: years[at] ?? 0, labelled: told[row] ?? null, context })),
    ),
  )
}

type Around = {
  readonly year: number
  readonly labelled: Honour['recipientKind'] | null
  readonly context: HonourContext
}

/** «6月，校党委“先进基层党组织”» of its column's year. */
function readPiece(piece: string, { year, labelled, context }: Around): Honour[] {
  const dated = MONTH.test(piece) ? piece.replace(MONTH, month => `${year}年${month}`) : `${year}年，${piece}`
  return readHonourSentence(dated, labelled, context).map(honour => ({ ...honour, quote: piece.trim() }))
}
