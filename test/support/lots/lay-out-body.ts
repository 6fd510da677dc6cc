import { cell, line, type PageCell, type Piece, table } from './page.ts'
import type { Body, BodyTable, Head, Section } from './sheet.ts'

/** What stands in a section, under one another. */
export const bodyPieces = (section: Section): Piece[] => [
  ...promptLines(section),
  ...section.body.flatMap(body => (body.kind === 'lines' ? body.lines.map(text => line(text)) : tables(body, section))),
]

const promptLines = ({ prompt }: Section): Piece[] => (prompt === null ? [] : [line(prompt)])

function tables(body: Exclude<Body, { kind: 'lines' }>, section: Section): Piece[] {
  if (body.kind === 'rows') return [table(body.rows.map(([label, text]) => [cell(label), cell(text, 3)]))]
  const caption = body.caption === null ? [] : [line(`${body.caption} ${section.heading}一览表`)]
  const cuts = [0, ...body.parts, body.rows.length]
  const pieces = cuts.slice(1).map((end, index) => {
    const rows = body.rows.slice(cuts[index], end)
    return table(tableRows({ ...body, rows, again: index === 0 ? body.again : null }, index === 0))
  })
  return [...caption, ...pieces]
}

/** What stands in a section, as rows of so many columns. */
export function bodyRows(section: Section, width: number): PageCell[][] {
  const texts = section.body.filter(({ kind }) => kind === 'lines')
  const others = section.body.filter(body => body.kind !== 'lines')
  if (others.length === 0) return [[cell(bodyPieces(section), width)]]
  const prompt = section.prompt === null ? [] : [[cell(section.prompt, width)]]
  const lines = texts.length === 0 ? [] : [[cell(bodyPieces({ ...section, prompt: null, body: texts }), width)]]
  return [...prompt, ...lines, ...others.flatMap(body => stretched(rowsOf(body), width))]
}

const rowsOf = (body: Exclude<Body, { kind: 'lines' }>): PageCell[][] =>
  body.kind === 'rows' ? body.rows.map(([label, text]) => [cell(label), cell(text, 3)]) : tableRows(body, true)

function tableRows(body: BodyTable, hasHeads: boolean): PageCell[][] {
  const heads = headRows(body.heads)
  const width = body.heads.reduce((sum, { under }) => sum + (under?.length ?? 1), 0)
  const rows = body.rows.map(row => (row.length === 1 ? [cell(row[0] ?? '', width)] : row.map(text => cell(text))))
  const again = body.again
  const told = again === null ? rows : [...rows.slice(0, again), ...heads, ...rows.slice(again)]
  return hasHeads ? [...heads, ...told] : told
}

/** One row of heads, or two where one is split. */
function headRows(heads: readonly Head[]): PageCell[][] {
  if (heads.every(({ under }) => under === undefined)) return [heads.map(({ text }) => cell(text))]
  const upper = heads.map(({ text, under }) => cell(text, under?.length ?? 1, under === undefined ? 2 : 1))
  return [upper, heads.flatMap(({ under = [] }) => under.map(({ text }) => cell(text)))]
}

/** Rows stretched to so many columns; each cell keeps its share, beside those that reach down from above. */
export function stretched(rows: readonly (readonly PageCell[])[], width: number): PageCell[][] {
  const columns = Math.max(...rows.map(row => row.reduce((sum, { wide }) => sum + wide, 0)))
  const edge = (column: number) => Math.round((column * width) / columns)
  const taken: number[] = []
  return rows.map((row, at) => {
    let column = 0
    return row.map(one => {
      while ((taken[column] ?? 0) > at) column++
      const [from, to] = [edge(column), edge(column + one.wide)]
      for (let index = column; index < column + one.wide; index++) taken[index] = at + one.high
      column += one.wide
      return { ...one, wide: to - from }
    })
  })
}
