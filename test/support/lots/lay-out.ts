import { bodyPieces, bodyRows, stretched } from './lay-out-body.ts'
import { numberText } from './numbers.ts'
import { cell, type Line, line, type PageCell, type Piece, table } from './page.ts'
import type { Entry, Grid, Opinions, Part, Place, Section, Sheet } from './sheet.ts'

/** Columns of the one big table. */
const BIG = 12
const LABEL = 2

/** Lays a form out on paper: everything is decided, nothing is drawn here. */
export function layOut(sheet: Sheet): Piece[] {
  const numbers = headingNumbers(sheet)
  const pieces: Piece[] = [...frontPage(sheet)]
  let big: PageCell[][] = []
  const closeBig = () => {
    if (big.length > 0) pieces.push(table(big))
    big = []
  }
  for (const [index, part] of sheet.parts.entries()) {
    const chapter = sheet.chapters.find(({ before }) => before === index)
    const head = headingOf(part, numbers[index] ?? 0, sheet)
    const rows = bigRows(part, head, sheet)
    if (rows !== null) {
      big.push(...rows)
      continue
    }
    closeBig()
    if (chapter !== undefined) pieces.push(line(chapter.heading, 'large'))
    pieces.push(...partPieces(part, head, sheet))
  }
  closeBig()
  return pieces
}

function frontPage({ title, cover, instructions, colon, spacing }: Sheet): Piece[] {
  const entries = cover === null ? [] : coverPieces(cover.entries, cover.shape, { colon, spacing })
  return [...title.map(text => line(text, 'title')), ...entries, ...instructions.map(text => line(text))]
}

type Marks = Pick<Sheet, 'colon' | 'spacing'>

function coverPieces(entries: readonly Entry[], shape: 'lines' | 'ruled' | 'borderless', marks: Marks): Piece[] {
  if (shape === 'borderless')
    return [
      table(
        entries.map(({ label, value }) => [cell(`${spaced(label, marks)}${marks.colon}`), cell(value)]),
        true,
      ),
    ]
  return entries.map(entry => entryLine(entry, marks, shape === 'ruled'))
}

/** A line needs something between label and value. */
function entryLine({ label, value }: Entry, { colon, spacing }: Marks, isRuled: boolean): Line {
  const text = `${spaced(label, { spacing })}${colon || '：'}`
  return isRuled ? { kind: 'line', text, ruled: value } : line(`${text}${value}`)
}

/** «姓  名»: short labels are drawn apart. */
const spaced = (label: string, { spacing }: Pick<Sheet, 'spacing'>): string =>
  /^\p{Script=Han}{2,3}$/u.test(label) ? [...label].join(spacing) : label

type Heading = { readonly text: string; readonly typed: string; readonly auto: NonNullable<Line['auto']> | null }

/** A heading with its number: as it is typed, and as Word counts it. */
function headingOf(part: Part, number: number, { numbering }: Sheet): Heading | null {
  if (part.heading === null) return null
  const typed = `${numberText(numbering, number)}${part.heading}`
  if (!numbering.startsWith('word')) return { text: part.heading, typed, auto: null }
  return { text: part.heading, typed, auto: { style: numbering === 'word 1.' ? '1.' : '一、', ordinal: number } }
}

/** Those left of their text bear no number; in a new chapter they begin anew. */
function headingNumbers({ parts, chapters }: Sheet): number[] {
  let number = 0
  return parts.map((part, index) => {
    if (chapters.some(({ before }) => before === index)) number = 0
    if (isNumbered(part)) number += 1
    return number
  })
}

const isNumbered = (part: Part): boolean =>
  part.heading !== null && !(part.kind === 'section' && (part.holder === 'big-left' || part.holder === 'beside'))

function headingLine({ text, typed, auto }: Heading, { look }: Sheet): Line {
  const drawn = look === 'plain' ? line(auto === null ? typed : text) : line(auto === null ? typed : text, look)
  return auto === null ? drawn : { ...drawn, auto }
}

function partPieces(part: Part, head: Heading | null, sheet: Sheet): Piece[] {
  const heading = head === null ? [] : [headingLine(head, sheet)]
  switch (part.kind) {
    case 'grid':
      return [...heading, table(gridRows(part, sheet))]
    case 'lines':
      return [...heading, ...part.entries.map(entry => entryLine(entry, sheet, false))]
    case 'opinions':
      return [...heading, table(opinionRows(part))]
    case 'section':
      return part.holder === 'beside' ? besideHeading(part, sheet) : [...heading, ...sectionPieces(part)]
    default:
      return part satisfies never
  }
}

/** The text under its heading: as paragraphs or in a box; a table stands for itself. */
function sectionPieces(section: Section): Piece[] {
  const text = bodyPieces(section)
  if (section.holder === 'paragraphs' || section.body.some(({ kind }) => kind !== 'lines')) return text
  return [table([[cell(text)]])]
}

function besideHeading(section: Section, sheet: Sheet): Piece[] {
  const rows = bodyRows(section, BIG - LABEL)
  const label = cell(sectionLabel(section, sheet), LABEL, rows.length)
  return [table(rows.map((row, index) => (index === 0 ? [label, ...row] : row)))]
}

const sectionLabel = ({ heading, isDown }: Section, { spacing }: Sheet): string =>
  isDown ? [...heading].join('\n') : spaced(heading, { spacing })

/** What a part adds to the one big table; null where it stands for itself. */
function bigRows(part: Part, head: Heading | null, sheet: Sheet): PageCell[][] | null {
  if (part.kind === 'grid') return part.isBig ? [...over(head), ...stretched(gridRows(part, sheet), BIG)] : null
  if (part.kind === 'opinions')
    return part.shape === 'big' ? [...over(head), ...stretched(opinionRows(part), BIG)] : null
  if (part.kind !== 'section') return null
  if (part.holder === 'big-together') return [[cell([line(head?.typed ?? ''), ...bodyPieces(part)], BIG)]]
  if (part.holder === 'big-over') return [...over(head), ...bodyRows(part, BIG)]
  if (part.holder !== 'big-left') return null
  const rows = bodyRows(part, BIG - LABEL)
  return rows.map((row, index) => (index === 0 ? [cell(sectionLabel(part, sheet), LABEL, rows.length), ...row] : row))
}

const over = (head: Heading | null): PageCell[][] => (head === null ? [] : [[cell(head.typed, BIG)]])

const gridRows = ({ rows }: Grid, sheet: Sheet): PageCell[][] =>
  rows.map(row => row.map(place => placeCell(place, sheet)))

function placeCell({ role, text, wide = 1, high = 1, isDown }: Place, { colon, spacing }: Sheet): PageCell {
  const shown = isDown === true ? [...text].join('\n') : role === 'label' ? spaced(text, { spacing }) : text
  return cell(role === 'label' && colon === ':' ? `${shown}${colon}` : shown, wide, high)
}

function opinionRows({ boxes, shape }: Opinions): PageCell[][] {
  if (shape !== 'columns') return boxes.map(([label, text]) => [cell(label, 1), cell(text, 3)])
  return [boxes.map(([label]) => cell(label)), boxes.map(([, text]) => cell(text))]
}
