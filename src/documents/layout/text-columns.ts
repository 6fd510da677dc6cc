import { type Box, isIn, type Word } from './page.ts'
import { rowsOf } from './rows.ts'

/** Where a page's text runs in two columns: between which heights, and where the gap between them lies. */
type TextColumns = { readonly top: number; readonly bottom: number; readonly left: Edge; readonly right: Edge }
type Edge = { readonly from: number; readonly to: number }

/** The gap lies about the middle of what is written: between these shares of its width, tried in steps of so many points. */
const [EARLIEST, LATEST, STEP] = [0.4, 0.6, 3]
/** Columns are so many characters wide, about as wide as each other, parted by so much (in heights of their font), and so many rows long. */
const [NARROWEST, UNLIKE, GAP, ROWS] = [12, 0.75, 0.8, 6]
/** One is prose: so many lines at least, most of which reach its edge. */
const [LINES, FULL_SHARE, REST] = [4, 0.6, 2.1]

/** The longest stretch of a page on which text runs in two columns, tables within a column included; null where none does. */
export function textColumns(words: readonly Word[], tables: readonly Box[]): TextColumns | null {
  if (words.length === 0) return null
  const things = [...words.map(boxOf), ...tables]
  const from = Math.min(...things.map(({ left }) => left))
  const to = Math.max(...things.map(({ right }) => right))
  const size = median(words.map(word => word.size))
  let longest: TextColumns | null = null
  for (let x = from + (to - from) * EARLIEST; x <= from + (to - from) * LATEST; x += STEP) {
    const band = freeBand(things, x)
    const least = longest === null ? ROWS * size : longest.bottom - longest.top
    if (band === null || band.bottom - band.top <= least) continue
    longest = columnsIn(words, { ...band, tables, x, size }) ?? longest
  }
  return longest
}

const median = (values: readonly number[]): number =>
  values.toSorted((one, other) => one - other)[Math.floor(values.length / 2)] ?? 0

const boxOf = ({ left, right, baseline, size, down }: Word): Box => ({
  ...{ left, right },
  top: down?.top ?? baseline - size,
  bottom: down?.bottom ?? baseline,
})

/** The highest stretch in which nothing lies across the place. */
function freeBand(things: readonly Box[], x: number): { top: number; bottom: number } | null {
  const across = things.filter(({ left, right }) => left < x && x < right).toSorted((a, b) => a.top - b.top)
  const lowest = Math.max(...things.map(({ bottom }) => bottom))
  let band: { top: number; bottom: number } | null = null
  let top = Math.min(...things.map(thing => thing.top))
  for (const next of [...across, { top: lowest, bottom: lowest }]) {
    if (next.top - top > (band === null ? 0 : band.bottom - band.top)) band = { top, bottom: next.top }
    top = Math.max(top, next.bottom)
  }
  return band
}

type Band = {
  readonly top: number
  readonly bottom: number
  readonly x: number
  readonly size: number
  readonly tables: readonly Box[]
}

function columnsIn(words: readonly Word[], { top, bottom, x, size, tables }: Band): TextColumns | null {
  const band = { top, bottom, left: Number.NEGATIVE_INFINITY, right: Number.POSITIVE_INFINITY }
  const within = words.filter(word => word.down === undefined && isIn(word, band))
  const [left, right] = [within.filter(word => word.right <= x), within.filter(word => word.left >= x)].map(side =>
    sideOf(side, tables),
  )
  if (left === undefined || right === undefined || !areAlike(left, right, size)) return null
  return isProse(left) || isProse(right) ? { top, bottom, left: left.edge, right: right.edge } : null
}

/** What stands on one side of the gap; `lines` are those outside its tables. */
type Side = { readonly edge: Edge; readonly rows: number; readonly lines: readonly (readonly Word[])[] }

function sideOf(words: readonly Word[], tables: readonly Box[]): Side {
  const own = tables.filter(table => words.some(word => isIn(word, table)))
  const things = [...words, ...own]
  const edge = {
    from: Math.min(...things.map(({ left }) => left)),
    to: Math.max(...things.map(({ right }) => right)),
  }
  const free = words.filter(word => !own.some(table => isIn(word, table)))
  return { edge, rows: rowsOf(words).length, lines: rowsOf(free) }
}

function areAlike(left: Side, right: Side, size: number): boolean {
  const widths = [left, right].map(({ edge }) => edge.to - edge.from)
  const [narrow, wide] = [Math.min(...widths), Math.max(...widths)]
  const isParted = right.edge.from - left.edge.to >= GAP * size
  const isLong = Math.max(left.rows, right.rows) >= ROWS && Math.min(left.rows, right.rows) >= ROWS / 2
  return isParted && isLong && narrow >= NARROWEST * size && narrow >= UNLIKE * wide
}

function isProse({ edge, lines }: Side): boolean {
  const full = lines.filter(line => {
    const [first, last] = [line[0], line.at(-1)]
    if (first === undefined || last === undefined) return false
    const rest = REST * last.size
    return last.right > edge.to - rest && first.left < edge.from + 2 * rest
  })
  return lines.length >= LINES && full.length > FULL_SHARE * lines.length
}
