import {
  AlignmentType,
  BorderStyle,
  Document,
  Footer,
  HeadingLevel,
  ImageRun,
  Packer,
  PageNumber,
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

/** A form; `foot` stands at the foot of each page, before its number. */
export const pack = (children: readonly Part[], foot?: string): Promise<Buffer> =>
  Packer.toBuffer(
    new Document({
      creator: 'shenbao',
      styles: { default: { document: { run: { font: { eastAsia: FONT, ascii: FONT, hAnsi: FONT }, size: 21 } } } },
      sections: [{ children: [...children], ...(foot !== undefined && { footers: { default: footer(foot) } }) }],
    }),
  )

const footer = (words: string): Footer =>
  new Footer({
    children: [
      new Paragraph({
        alignment: AlignmentType.CENTER,
        children: [new TextRun({ children: [`${words}　第`, PageNumber.CURRENT, '页'] })],
      }),
    ],
  })

export const line = (text: string): Paragraph => new Paragraph({ children: [new TextRun(text)] })

/** Bold and centred, as titles are that no style makes. */
export const title = (text: string): Paragraph =>
  new Paragraph({ alignment: AlignmentType.CENTER, children: [new TextRun({ text, bold: true, size: 36 })] })

export const boldLine = (text: string): Paragraph => new Paragraph({ children: [new TextRun({ text, bold: true })] })

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

/** A black dot. */
export const PNG = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNkYPhfDwAChwGA60e6kgAAAABJRU5ErkJggg==',
  'base64',
)

/** A paragraph of a picture and nothing else. */
export const picture = (): Paragraph =>
  new Paragraph({ children: [new ImageRun({ type: 'png', data: PNG, transformation: { width: 200, height: 80 } })] })

/** A cell of anything. */
export const cellOf = (children: readonly Part[], columnSpan = 1): TableCell =>
  new TableCell({ columnSpan, children: [...children] })

/** The same without lines, as covers are laid out. */
export const borderless = (rows: readonly (readonly string[])[]): Table =>
  new Table({
    width: { size: 100, type: WidthType.PERCENTAGE },
    borders: { top: NONE, bottom: NONE, left: NONE, right: NONE, insideHorizontal: NONE, insideVertical: NONE },
    rows: rows.map(row => new TableRow({ children: row.map(text => cell(text)) })),
  })

const NONE = { style: BorderStyle.NONE, size: 0, color: 'FFFFFF' }

/** A label written downwards, a character a line. */
export const downwards = (text: string, rowSpan = 1): TableCell => cell([...text].join('\n'), 1, rowSpan)

/** «☑教师 □学生» of these words, the chosen one ticked. */
export const ticked = (words: readonly string[], chosen: string): string =>
  words.map(word => `${word === chosen ? '☑' : '□'}${word}`).join(' ')
