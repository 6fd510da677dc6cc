import { alignedTable, wordsIn } from './aligned-table.ts'
import type { Laid, LaidTable } from './laid.ts'
import { type Area, type Line, lineOf, linesIn, uprightIn } from './lines.ts'
import { holds, isIn, middleOf, type Page, part, type Word } from './page.ts'
import { type Region, regionsOf } from './regions.ts'
import { rowsOf } from './rows.ts'
import { type RuledCell, type RuledTable, ruledTables } from './ruled-tables.ts'
import { textColumns } from './text-columns.ts'

/** Between a cell's border and its text, in points: what writers leave by default. */
const PADDING = 5.4

/** A page in reading order: its tables, with the text in their cells, and the lines between them. */
export function layOutPage({ width, words, rules }: Page): Laid[] {
  const margin = words.reduce((least, { left }) => Math.min(least, left), width / 2)
  const area = { left: margin, top: 0, right: width - margin, bottom: Number.POSITIVE_INFINITY, isCell: false }
  return layOutColumns(words, ruledTables(rules), area)
}

/** Text in two columns goes down the left one first; what stands above and below it comes before and after. */
function layOutColumns(words: readonly Word[], tables: readonly RuledTable[], area: Area): Laid[] {
  const found = textColumns(
    words,
    tables.map(({ box }) => box),
  )
  if (found === null) return layOutArea(words, tables, area)
  const { top, bottom, left, right } = found
  const gap = (left.to + right.from) / 2
  const placeOf = ([x, y]: readonly [number, number]): number => (y < top ? 0 : y > bottom ? 3 : x < gap ? 1 : 2)
  const [above, first, second, below] = [0, 1, 2, 3].map(place => ({
    words: words.filter(word => placeOf(middleOf(word)) === place),
    tables: tables.filter(({ box }) => placeOf([(box.left + box.right) / 2, (box.top + box.bottom) / 2]) === place),
  }))
  return [
    ...layOutColumns(above?.words ?? [], above?.tables ?? [], area),
    ...layOutArea(first?.words ?? [], first?.tables ?? [], { ...area, left: left.from, right: left.to }),
    ...layOutArea(second?.words ?? [], second?.tables ?? [], { ...area, left: right.from, right: right.to }),
    ...layOutColumns(below?.words ?? [], below?.tables ?? [], area),
  ]
}

function layOutArea(pieces: readonly Word[], tables: readonly RuledTable[], area: Area): Laid[] {
  const outermost = tables.filter(table => !tables.some(other => other !== table && holds(other.box, table.box)))
  const rest: Word[] = []
  const cells = new Map<RuledCell, Word[]>()
  for (const piece of pieces) {
    const table = outermost.find(({ box }) => isIn(piece, box) || isIn(part(piece, 0, 1), box))
    if (table === undefined) rest.push(piece)
    else for (const [cell, text] of partsIn(piece, table)) cells.set(cell, [...(cells.get(cell) ?? []), text])
  }
  const inner = tables.filter(table => !outermost.includes(table))
  const laid = outermost.map(table => ({ top: table.box.top, block: layOutTable(table, cells, inner) }))
  const lines = area.isCell ? linesIn(rest, area).map(placed) : between(rest, { area, tables: outermost })
  return [...laid, ...lines].sort((one, other) => one.top - other.top).map(({ block }) => block)
}

type Placed = { readonly top: number; readonly block: Laid }

const placed = (line: Line): Placed => ({ top: line.baseline, block: line })

/** What stands between the ruled tables of a page: tables without lines, text in columns, lines. */
function between(words: readonly Word[], { area, tables }: { area: Area; tables: readonly RuledTable[] }): Placed[] {
  const above = (baseline: number): number => tables.filter(({ box }) => box.top < baseline).length
  const stretches = Map.groupBy(rowsOf(uprightIn(words, area)), ([first]) => above(first?.baseline ?? 0))
  return [...stretches.values()].flatMap(rows => regionsOf(rows).flatMap(region => layOutRegion(region, area)))
}

function layOutRegion(region: Region, area: Area): Placed[] {
  const top = region.rows[0]?.baseline ?? 0
  if (region.kind === 'table') return [{ top, block: alignedTable(region) }]
  if (region.kind === 'lines')
    return region.rows.map(({ chunks }) =>
      placed(
        lineOf(
          chunks.flatMap(({ words }) => words),
          area,
        ),
      ),
    )
  return region.columns.flatMap(({ from, to }, index) => {
    const words = region.rows.flatMap(row => wordsIn(row, region.columns, index))
    return linesIn(words, { ...area, left: from, right: to }).map(line => ({ top, block: line }))
  })
}

function layOutTable(
  { columns, cells, open }: RuledTable,
  pieces: ReadonlyMap<RuledCell, readonly Word[]>,
  inner: readonly RuledTable[],
): LaidTable {
  return {
    kind: 'table',
    columns,
    open,
    cells: cells.map(cell => {
      const { box, ...place } = cell
      const within = inner.filter(table => holds(box, table.box))
      const area = { ...box, left: box.left + PADDING, right: box.right - PADDING, isCell: true }
      return { ...place, content: layOutArea(pieces.get(cell) ?? [], within, area) }
    }),
  }
}

/** A piece in the cell it lies in; one that runs over a border is cut there. What runs out of the table belongs to its last cell. */
function partsIn(piece: Word, { cells, box: { left, right } }: RuledTable): (readonly [RuledCell, Word])[] {
  const whole = cells.find(({ box }) => isIn(piece, box) && box.left - 1 <= piece.left && piece.right <= box.right + 1)
  if (whole !== undefined) return [[whole, piece]]
  const cellAt = (begin: number, end: number) => {
    const letter = part(piece, begin, end)
    const [x] = middleOf(letter)
    const moved = Math.min(Math.max(x, left + 1), right - 1) - x
    return cells.find(({ box }) => isIn({ ...letter, left: letter.left + moved, right: letter.right + moved }, box))
  }
  const parts: [RuledCell, Word][] = []
  let begin = 0
  for (let end = 1; end <= piece.text.length; end++) {
    const cell = cellAt(end - 1, end)
    if (end < piece.text.length && cellAt(end, end + 1) === cell) continue
    if (cell !== undefined) parts.push([cell, part(piece, begin, end)])
    begin = end
  }
  return parts
}
