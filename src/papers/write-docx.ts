import {
  AlignmentType,
  Bookmark,
  Document,
  Footer,
  HeadingLevel,
  InternalHyperlink,
  type ISectionOptions,
  Packer,
  PageNumber,
  PageReference,
  Paragraph,
  Table,
  TableCell,
  TableLayoutType,
  TableRow,
  TextRun,
  VerticalAlign,
  WidthType,
} from 'docx'
import type { PaperBlock, PaperPage, PapersDocument } from '../core/papers/papers.ts'

const SONG = { ascii: 'Times New Roman', hAnsi: 'Times New Roman', eastAsia: '宋体', cs: 'Times New Roman' }
const HEI = { ascii: 'Arial', hAnsi: 'Arial', eastAsia: '黑体', cs: 'Arial' }
/** In twentieths of a point: A4 without its margins. */
const PAGE = { width: 11_906, height: 16_838, margin: 1134 }
const TEXT_WIDTH = PAGE.width - 2 * PAGE.margin
const BODY = 21
const CELL = 19

/** The meeting's papers as a docx: every text is a text, whatever it says. */
export async function writeDocx(papers: PapersDocument): Promise<Uint8Array> {
  const document = new Document({
    creator: 'shenbao',
    title: papers.title,
    styles: {
      default: {
        document: { run: { font: SONG, size: BODY } },
        heading1: { run: { font: HEI, size: 32 }, paragraph: { spacing: { after: 160 } } },
        heading2: { run: { font: HEI, size: 24 }, paragraph: { spacing: { before: 200, after: 80 } } },
      },
    },
    sections: [sectionOf(papers)],
  })
  return new Uint8Array(await Packer.toBuffer(document))
}

const sectionOf = (papers: PapersDocument): ISectionOptions => ({
  properties: {
    page: {
      size: { width: PAGE.width, height: PAGE.height },
      margin: { top: PAGE.margin, bottom: PAGE.margin, left: PAGE.margin, right: PAGE.margin },
    },
  },
  footers: {
    default: new Footer({
      children: [
        new Paragraph({
          alignment: AlignmentType.CENTER,
          children: [
            new TextRun({ size: 18, children: ['第', PageNumber.CURRENT, '页　共', PageNumber.TOTAL_PAGES, '页'] }),
          ],
        }),
      ],
    }),
  },
  children: [...cover(papers), ...papers.pages.flatMap((page, index) => pageOf(page, index))],
})

/** Title and table of contents. */
const cover = ({ title, subtitle, contents, pages }: PapersDocument) => [
  new Paragraph({
    alignment: AlignmentType.CENTER,
    spacing: { before: 200, after: 200 },
    children: [new TextRun({ text: title, font: HEI, size: 36 })],
  }),
  ...subtitle.map(
    line => new Paragraph({ alignment: AlignmentType.CENTER, children: [new TextRun({ text: line, size: BODY })] }),
  ),
  new Paragraph({
    alignment: AlignmentType.CENTER,
    spacing: { before: 240, after: 120 },
    children: [new TextRun({ text: '目　录', font: HEI, size: 28 })],
  }),
  tableOf(
    [2, 10, 8, 3, 2],
    [
      rowOf(
        contents.map(one => headCell(one)),
        true,
      ),
      ...pages.map(({ brief }, index) => rowOf([...brief.map(one => contentsCell(one, index)), pageNumberCell(index)])),
    ],
  ),
]

const anchor = (index: number): string => `page${index + 1}`

const contentsCell = (text: string, index: number) => [
  new Paragraph({
    children: [new InternalHyperlink({ anchor: anchor(index), children: [new TextRun({ text, size: CELL })] })],
  }),
]

const pageNumberCell = (index: number) => [
  new Paragraph({ alignment: AlignmentType.CENTER, children: [new PageReference(anchor(index))] }),
]

const pageOf = ({ title, blocks }: PaperPage, index: number) => [
  new Paragraph({
    heading: HeadingLevel.HEADING_1,
    pageBreakBefore: true,
    children: [new Bookmark({ id: anchor(index), children: [new TextRun(title)] })],
  }),
  ...blocks.flatMap(blockOf),
]

function blockOf(block: PaperBlock): (Paragraph | Table)[] {
  switch (block.kind) {
    case 'heading':
      return [new Paragraph({ heading: HeadingLevel.HEADING_2, keepNext: true, children: [new TextRun(block.text)] })]
    case 'text':
      return block.lines.map(
        text =>
          new Paragraph({
            spacing: { line: 320, after: 40 },
            indent: { firstLine: 420 },
            children: [new TextRun(text)],
          }),
      )
    case 'facts':
      return [
        tableOf(
          [3, 10],
          block.rows.map(([label, value]) => rowOf([headCell(label), textCell(value)])),
        ),
      ]
    case 'table':
      return [
        tableOf(block.widths, [
          rowOf(block.head.map(headCell), true),
          ...block.rows.map(cells => rowOf(cells.map(textCell))),
        ]),
      ]
    default:
      return block satisfies never
  }
}

type Cell = readonly Paragraph[]

const headCell = (text: string): Cell => [new Paragraph({ children: [new TextRun({ text, font: HEI, size: CELL })] })]

const textCell = (text: string): Cell =>
  text.split('\n').map(line => new Paragraph({ children: [new TextRun({ text: line, size: CELL })] }))

type Row = { readonly cells: readonly Cell[]; readonly isHead: boolean }

const rowOf = (cells: readonly Cell[], isHead = false): Row => ({ cells, isHead })

/** Fixed widths, so that a text without a space can't push a column off the page. */
function tableOf(parts: readonly number[], rows: readonly Row[]): Table {
  const whole = parts.reduce((sum, part) => sum + part, 0)
  const widths = parts.map(part => Math.floor((TEXT_WIDTH * part) / whole))
  return new Table({
    layout: TableLayoutType.FIXED,
    width: { size: TEXT_WIDTH, type: WidthType.DXA },
    columnWidths: widths,
    rows: rows.map(
      ({ cells, isHead }) =>
        new TableRow({
          tableHeader: isHead,
          cantSplit: isHead,
          children: cells.map(
            (cell, column) =>
              new TableCell({
                width: { size: widths[column] ?? 0, type: WidthType.DXA },
                verticalAlign: VerticalAlign.CENTER,
                margins: { top: 40, bottom: 40, left: 80, right: 80 },
                children: [...cell],
              }),
          ),
        }),
    ),
  })
}
