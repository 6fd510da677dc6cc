import { type Interval, readIntervals } from '../../dates/dates.ts'
import type { Table } from '../../document/document.ts'
import { arePeople, withoutAward } from '../../honours/recipient.ts'
import { isNamed } from '../../honours/surnames.ts'
import type { ColumnKind } from '../../words/label-kinds.ts'
import { listed } from '../../words/listed.ts'
import { pattern, patternWith } from '../../words/pattern.ts'
import type { Honour, RecipientKind } from '../form.ts'
import { type Columns, columnsAt, columnsOf, isDate, shareOf, widthOf } from '../outline/columns.ts'
import { cellLine, type Grid, gridOf, isExample, rowQuote, saidAt } from '../outline/grid.ts'
import { AWARD } from './honour-clauses.ts'
import { type HonourContext, isBody, levelOf, recipientKindOf } from './honour-context.ts'
import { isHonourName, quotedNames, withoutLevel, withoutLevelBehind } from './honour-name.ts'
import { whoseRow } from './honour-rows.ts'
import { readHonourSentence } from './honour-sentence.ts'

type HonourColumn = 'date' | 'name' | 'recipient' | 'level' | 'grantedBy'
type HonourColumns = ReadonlyMap<HonourColumn, readonly number[]>

const HONOUR_COLUMNS: readonly HonourColumn[] = ['date', 'name', 'recipient', 'level', 'grantedBy']
/** What else a label may say: a column is read only where nothing of these is told more. */
const KINDS_BESIDE: readonly ColumnKind[] = ['ordinal', 'owner']

const LEVEL = patternWith('u')`^${listed('国家 省 省部 市 校 院 系 地厅')}级(?![\p{Script=Han}]{2})`
/** How a column looks whose label nobody knows. */
const BY_CONTENT: readonly (readonly [HonourColumn, (text: string) => boolean])[] = [
  ['date', isDate],
  ['level', text => LEVEL.test(text)],
  ['grantedBy', text => isBody(text) && !isHonourName(text)],
  // «支部获奖» is whose they are.
  ['name', text => (isHonourName(withoutLevelBehind(text)) && whoseRow(text) === null) || quotedNames(text).length > 0],
  ['recipient', text => isRecipient(text)],
]

/** «研究生党员马骁». */
const AS_WHAT = pattern`^${listed('支部 教工 教师 学生 本科生 研究生')}?${listed('党员 书记')}(?=.{2,3}$)`
/** «（本支部）», as lines with wide gaps have it. */
const unframed = (text: string): string => text.replace(/^[(（]([^()（）]*)[)）]$/, '$1')
const isRecipient = (text: string): boolean => {
  const plain = withoutAward(unframed(text)).replace(/\s/g, '').replace(AS_WHAT, '')
  return isNamed(plain) || /^(?:本|我)?党?支部(?:书记|集体)?$/.test(plain)
}

/** Column labels: a row of another width than theirs can't be read by them. */
export type HonourHead = {
  readonly columns: HonourColumns
  /** The column that says of rows whose they are: «支部荣誉», «成员荣誉». */
  readonly whose: number | null
  readonly width: number
  readonly body: number
}

/** The honours of a table with column labels; `head` are those of a table before it, which this one may go on. */
type HonourRows = { readonly honours: readonly Honour[]; readonly head: HonourHead | null }

/** The column labels of a list of honours: their names and one thing more; columns that nobody knows are told by what stands in them. */
export function honourHead(grid: Grid, row: number): HonourHead | null {
  const columns = columnsAt(grid, row)
  if (columns === null) return row === 0 ? strangeHead(grid) : null
  if (columnsOf(columns, 'due', ['date', 'name']).length > 0) return null
  const { body, width } = columns
  const known = HONOUR_COLUMNS.map(kind => [kind, strongest(columns, kind)] as const)
  const labelled = new Map(
    known
      .filter(([, places]) => places.length > 0)
      .map(([kind, places]) => [kind, alike(grid, body, { kind, places })]),
  )
  const found = byContent(grid, { from: body, columns: [...columns.kinds.keys()], found: labelled })
  const whose = whoseColumn(grid, { from: body, columns: [...columns.kinds.keys()], found })
  return found.has('name') && found.size > 1 ? { columns: found, whose, width, body } : null
}

/** One that holds nothing else. */
function whoseColumn(grid: Grid, { from, columns, found }: Known): number | null {
  const fits = (text: string) => whoseRow(text) !== null
  const used = [...found.values()].flat()
  return columns.find(column => !used.includes(column) && shareOf(grid, column, { from, fits }) > 0.5) ?? null
}

/** Of several columns that say the same («名称» of the honour, «名称» of who grants it), those in which such things stand. */
function alike(
  grid: Grid,
  from: number,
  { kind, places }: { kind: HonourColumn; places: readonly number[] },
): readonly number[] {
  const [, fits] = BY_CONTENT.find(([one]) => one === kind) ?? []
  if (places.length < 2 || fits === undefined) return places
  const like = places.filter(column => shareOf(grid, column, { from, fits }) > 0.5)
  return like.length > 0 ? like : places
}

/** Labels that nobody knows, or none at all: what stands in the rows must tell when, and what for. */
function strangeHead(grid: Grid): HonourHead | null {
  const cells = grid.covering(0)
  const body = cells.some(cell => isDate(cellLine(cell))) ? 0 : 1
  const found = byContent(grid, { from: body, columns: cells.map(({ column }) => column), found: new Map() })
  const isList = grid.rows > body && found.has('name') && found.has('date')
  return isList ? { columns: found, whose: null, width: widthOf(cells), body } : null
}

type Known = { readonly from: number; readonly columns: readonly number[]; readonly found: HonourColumns }

function byContent(grid: Grid, { from, columns, found }: Known): HonourColumns {
  const all = new Map(found)
  const isFree = (column: number) => ![...all.values()].some(places => places.includes(column))
  for (const [kind, fits] of BY_CONTENT) {
    const column = columns.find(one => !all.has(kind) && isFree(one) && shareOf(grid, one, { from, fits }) > 0.5)
    if (column !== undefined) all.set(kind, [column])
  }
  return all
}

/** Where several columns may hold a kind, those whose labels tell it more than anything else. */
function strongest(columns: Columns, kind: HonourColumn): number[] {
  const may = columnsOf(columns, kind, KINDS_BESIDE)
  const others = HONOUR_COLUMNS.filter(other => other !== kind)
  const best = columnsOf(columns, kind, [...KINDS_BESIDE, ...others])
  const told = (column: number) => columns.kinds.get(column)?.get(kind) ?? 0
  const most = Math.max(...(best.length > 0 ? best : may).map(told))
  return (best.length > 0 ? best : may).filter(column => told(column) === most)
}

export function readHonourTable(
  table: Table,
  before: { readonly head: HonourHead | null; readonly labelled: RecipientKind | null },
  context: HonourContext,
): HonourRows {
  const grid = gridOf(table)
  const honours: Honour[] = []
  let { head } = before
  for (let row = 0; row < grid.rows; row++) {
    const cells = grid.covering(row)
    const own = honourHead(grid, row)
    if (own !== null) head = own
    // A list without labels begins with its first row.
    if (own !== null && own.body > row) row = own.body - 1
    else if (head !== null && widthOf(cells) === head.width)
      honours.push(
        ...readRow(grid, row, {
          columns: head.columns,
          labelled: whoseAt(grid, row, head) ?? before.labelled,
          context,
        }),
      )
  }
  return { honours, head }
}

function whoseAt(grid: Grid, row: number, { whose }: HonourHead): RecipientKind | null {
  const cell = whose === null ? null : saidAt(grid, row, whose)
  return cell === null ? null : whoseRow(cellLine(cell))
}

/** Whether a column holds the honour and when, whose or from whom it is as well. */
const isShared = (columns: HonourColumns, column: number): boolean =>
  (['date', 'recipient', 'grantedBy'] as const).some(kind => columns.get(kind)?.includes(column))

type RowReading = {
  readonly columns: HonourColumns
  readonly labelled: RecipientKind | null
  readonly context: HonourContext
}

/** A row that dates an honour twice tells of two. */
function readRow(grid: Grid, row: number, { columns, labelled, context }: RowReading): Honour[] {
  const cell = (column: HonourColumn): string => {
    const places = (columns.get(column) ?? []).map(place => saidAt(grid, row, place))
    return [...new Set(places)]
      .map(one => (one === null ? '' : cellLine(one)))
      .join(' ')
      .trim()
  }
  const written = cell('name')
  const [bare, within] = namedWithin(written)
  const name = orNull(withoutLevel(withoutLevelBehind(bare)))
  const cells = grid.covering(row)
  if (name === null || isNothing(name) || isExample(cells)) return []
  const isTwo = (columns.get('name') ?? []).some(place => isShared(columns, place))
  if (AWARD.test(name) || isTwo || (!columns.has('date') && readIntervals(name).length > 0))
    return written.split(/[；;]/).flatMap(piece => {
      const row = cells.map(one => (cellLine(one) === written ? piece : cellLine(one)))
      return readHonourSentence(row.join('，'), labelled, context).map(honour => ({
        ...honour,
        quote: rowQuote(cells),
      }))
    })
  const grantedBy = orNull(bodiesIn(cell('grantedBy')))
  const recipient = orNull(unframed(cell('recipient'))) ?? within
  const honour = {
    name,
    recipient,
    recipientKind: recipientKindOf(recipient, labelled, { name, context }),
    level: levelOf(cell('level'), grantedBy, written),
    grantedBy,
    quote: rowQuote(cells),
  }
  return datesOf(cell('date'), context).map(date => ({ ...honour, date }))
}

/** Without its date or level: «2022年6月，校党委», «大连市委（市级）». */
function bodiesIn(written: string): string {
  const pieces = written.split(/[，,、；;（）()\s]+/).filter(piece => piece !== '')
  const bodies = pieces.filter(piece => readIntervals(piece).length === 0 && !LEVEL.test(piece))
  return bodies.length < pieces.length ? bodies.join('、') : written
}

/** «优秀共产党员（金铭）», «过硬党支部（支部）», «优秀教师-金铭»: whose it is, behind the name; «学校“优秀教师”»: who grants it, before. */
function namedWithin(written: string): readonly [name: string, recipient: string | null] {
  const [, body = '', quoted = ''] = BEHIND_BODY.exec(written) ?? []
  if (isBody(body)) return [quoted, null]
  const [, name = '', whose = '', person = whose] = BEFORE_PERSON.exec(written) ?? []
  const mayBeOne = isHonourName(name) && !OF_GROUP.test(name)
  const isOfOne = mayBeOne && arePeople(person) && !isBody(person) && !LEVEL_END.test(person)
  return isOfOne || isRecipient(whose) ? [name, person] : [written, null]
}

const BEHIND_BODY = /^([^“”"「」]{2,20})[“"「]([^“”"「」]{4,40})[”"」]$/
const BEFORE_PERSON = /^(.{4,40}?)(?:[(（]([^()（）]{2,24})[)）]|\s?[-—－]\s?(.{2,4}))$/u
/** «过硬党支部（教工一）» is no person's, whatever the bracket says. */
const OF_GROUP = pattern`${listed('支部 党组织 集体 团队 活动 案例')}$`
/** «（辽宁省）», «（校级）». */
const LEVEL_END = /[级省市校院]$/

function datesOf(text: string, { today }: HonourContext): (string | null)[] {
  const dates: readonly Interval[] = readIntervals(text.replace(WRAPPED, ''), today)
  return dates.length === 0 ? [null] : dates.map(({ date }) => date)
}

/** «2022-2023学 年», as a narrow column breaks it. */
const WRAPPED = /(?<=\p{Script=Han})\s+(?=\p{Script=Han})/gu

const isNothing = (name: string): boolean => /^(?:暂?无|没有|[/\\—-]{1,3})[。.]?$/.test(name)

const orNull = (text: string): string | null => (text === '' ? null : text)
