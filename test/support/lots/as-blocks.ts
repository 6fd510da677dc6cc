import type { Block, Cell, DocumentContent, Look, Paragraph } from '../../../src/core/document/document.ts'
import { numberText } from './numbers.ts'
import type { Line, PageTable, Piece } from './page.ts'

/** What a reader of Word documents gives of a laid out form, without the detour over a file. */
export const asBlocks = (pieces: readonly Piece[]): DocumentContent => ({ blocks: pieces.flatMap(blocksOf) })

function blocksOf(piece: Piece): Block[] {
  if (piece.kind === 'table') return [tableOf(piece)]
  const paragraph = paragraphOf(piece)
  return paragraph.text.trim() === '' ? [] : [paragraph]
}

const LOOKS: Readonly<Record<NonNullable<Line['look']>, Look>> = {
  style: { outline: 1, bold: true, size: 14 },
  bold: { bold: true },
  large: { bold: true, size: 15 },
  title: { size: 22, bold: true, centred: true },
}

function paragraphOf({ text, ruled = '', look, auto }: Line): Paragraph {
  const written = `${auto === undefined ? '' : numberText(auto.style, auto.ordinal)}${text}${ruled}`
  const list = auto === undefined ? {} : { list: { id: 'headings', level: 0, ordinal: auto.ordinal } }
  const looks = { ...(look === undefined ? {} : LOOKS[look]), ...list }
  const paragraph = { kind: 'paragraph', text: written.trimEnd() } as const
  return Object.keys(looks).length === 0 ? paragraph : { ...paragraph, look: looks }
}

function tableOf({ rows }: PageTable): Block {
  const cells: Cell[] = []
  const taken: number[] = []
  for (const [row, contents] of rows.entries()) {
    let column = 0
    for (const { of, wide, high } of contents) {
      while ((taken[column] ?? 0) > row) column++
      const blocks = typeof of === 'string' ? linesOf(of) : of.flatMap(blocksOf)
      cells.push({ row, column, rowSpan: high, columnSpan: wide, blocks })
      for (let at = column; at < column + wide; at++) taken[at] = row + high
      column += wide
    }
  }
  return { kind: 'table', cells }
}

const linesOf = (text: string): Block[] =>
  text
    .split('\n')
    .filter(one => one.trim() !== '')
    .map(one => ({ kind: 'paragraph', text: one.trimEnd() }))
