import {
  AlignmentType,
  BorderStyle,
  Document,
  HeadingLevel,
  LevelFormat,
  Packer,
  Paragraph,
  Table,
  TableCell,
  TableRow,
  TextRun,
  WidthType,
} from 'docx'
import type { Line, PageCell, PageTable, Piece } from './page.ts'

const FONT = 'Noto Serif CJK SC'
/** Twentieths of a point between the margins of A4. */
const WIDTH = 9000

/** A laid out form as a Word document. */
export const asDocx = (pieces: readonly Piece[]): Promise<Buffer> =>
  Packer.toBuffer(
    new Document({
      creator: 'shenbao',
      styles: { default: { document: { run: { font: { eastAsia: FONT, ascii: FONT, hAnsi: FONT }, size: 21 } } } },
      numbering: {
        config: [list('一、', LevelFormat.CHINESE_COUNTING, '%1、'), list('1.', LevelFormat.DECIMAL, '%1. ')],
      },
      sections: [{ children: pieces.map(piece => part(piece, WIDTH)) }],
    }),
  )

const list = (reference: string, format: (typeof LevelFormat)[keyof typeof LevelFormat], text: string) => ({
  reference,
  levels: [{ level: 0, format, text, alignment: AlignmentType.START }],
})

const part = (piece: Piece, width: number): Paragraph | Table =>
  piece.kind === 'line' ? paragraph(piece) : tableOf(piece, width)

function paragraph({ text, ruled, look, auto }: Line): Paragraph {
  const run = new TextRun({ text, ...(look === undefined || look === 'style' ? {} : RUNS[look]) })
  const blank = ruled === undefined ? [] : [new TextRun({ text: ruled || '                ', underline: {} })]
  return new Paragraph({
    children: [run, ...blank],
    ...(look === 'style' && { heading: HeadingLevel.HEADING_1 }),
    ...(look === 'title' && { alignment: AlignmentType.CENTER }),
    ...(auto !== undefined && { numbering: { reference: auto.style, level: 0 } }),
  })
}

const RUNS = { bold: { bold: true }, large: { bold: true, size: 30 }, title: { bold: true, size: 44 } }

const RULE = { style: BorderStyle.SINGLE, size: 4, color: '000000' }
const NONE = { style: BorderStyle.NONE, size: 0, color: 'auto' }

function tableOf({ rows, isBorderless }: PageTable, width: number): Table {
  const rule = isBorderless ? NONE : RULE
  const columns = Math.max(...rows.map(row => row.reduce((sum, { wide }) => sum + wide, 0)))
  const unit = Math.floor(width / columns)
  return new Table({
    width: { size: unit * columns, type: WidthType.DXA },
    columnWidths: Array.from({ length: columns }, () => unit),
    borders: { top: rule, bottom: rule, left: rule, right: rule, insideHorizontal: rule, insideVertical: rule },
    rows: rows.map(row => new TableRow({ children: row.map(one => cellOf(one, unit)) })),
  })
}

function cellOf({ of, wide, high }: PageCell, unit: number): TableCell {
  const children =
    typeof of === 'string'
      ? of.split('\n').map(text => new Paragraph(text))
      : of.map(one => part(one, unit * wide - 300))
  // Word wants a paragraph at the end of each cell.
  if (children.at(-1) instanceof Table) children.push(new Paragraph(''))
  return new TableCell({
    columnSpan: wide,
    rowSpan: high,
    width: { size: unit * wide, type: WidthType.DXA },
    children,
  })
}
