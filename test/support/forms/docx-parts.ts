import {
  BorderStyle,
  Document,
  HeadingLevel,
  Packer,
  Paragraph,
  Table,
  TableCell,
  TableRow,
  TextRun,
  WidthType,
} from 'docx'

export type Part = Paragraph | Table

/** Song is what officials write in; it is a free font of that kind which the generator's machine has. */
const FONT = 'Noto Serif CJK SC'

export const pack = (children: readonly Part[]): Promise<Buffer> =>
  Packer.toBuffer(
    new Document({
      creator: 'shenbao',
      styles: { default: { document: { run: { font: { eastAsia: FONT, ascii: FONT, hAnsi: FONT }, size: 21 } } } },
      sections: [{ children: [...children] }],
    }),
  )

export const line = (text: string): Paragraph => new Paragraph({ children: [new TextRun(text)] })

export const heading = (text: string): Paragraph => new Paragraph({ heading: HeadingLevel.HEADING_1, text })

/** A label of the cover and a blank to write on. */
export const blankLine = (label: string, value: string): Paragraph =>
  new Paragraph({
    children: [new TextRun(`${label}：`), new TextRun({ text: value || '                ', underline: {} })],
  })

export const grid = (rows: readonly (readonly string[])[]): Table =>
  tableOf(rows.map(row => row.map(text => cell(text))))

export const tableOf = (rows: readonly (readonly TableCell[])[]): Table =>
  new Table({
    width: { size: 100, type: WidthType.PERCENTAGE },
    borders: { top: LINE, bottom: LINE, left: LINE, right: LINE, insideHorizontal: LINE, insideVertical: LINE },
    rows: rows.map(children => new TableRow({ children: [...children] })),
  })

const LINE = { style: BorderStyle.SINGLE, size: 4, color: '000000' }

/** Each line of the text is a paragraph. */
export const cell = (text: string, columnSpan = 1, rowSpan = 1): TableCell =>
  new TableCell({ columnSpan, rowSpan, children: text.split('\n').map(line) })

/** A label written downwards, a character a line. */
export const downwards = (text: string, rowSpan = 1): TableCell => cell([...text].join('\n'), 1, rowSpan)

/** «☑教师 □学生» of these words, the chosen one ticked. */
export const ticked = (words: readonly string[], chosen: string): string =>
  words.map(word => `${word === chosen ? '☑' : '□'}${word}`).join(' ')
