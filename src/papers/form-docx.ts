import type { Block, Cell, DocumentContent, Paragraph, Table } from '../core/document/document.ts'
import { gridOf } from '../core/form/outline/grid.ts'
import { writeZip } from './write-zip.ts'

/** No time of its own: the same form is the same bytes. */
const EPOCH = new Date('1980-01-01T12:00:00Z')

/** A document as docx, as plain as the readers give it: paragraphs, tables with merged cells, bold, centred, outline levels. */
export const writeFormDocx = ({ blocks }: DocumentContent): Uint8Array =>
  writeZip(
    [
      { path: ['[Content_Types].xml'], bytes: xml(TYPES) },
      { path: ['_rels', '.rels'], bytes: xml(RELATIONS) },
      {
        path: ['word', 'document.xml'],
        bytes: xml(`<w:document xmlns:w="${W}"><w:body>${blocksXml(blocks)}<w:sectPr/></w:body></w:document>`),
      },
    ],
    EPOCH,
  )

const W = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main'
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006'
const TYPES =
  `<Types xmlns="${PACKAGE}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>` +
  '<Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>'
const RELATIONS = `<Relationships xmlns="${PACKAGE}/relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="word/document.xml"/></Relationships>`

const xml = (body: string): Uint8Array =>
  Buffer.from(`<?xml version="1.0" encoding="UTF-8" standalone="yes"?>${body}`, 'utf8')

const blocksXml = (blocks: readonly Block[]): string =>
  blocks.map(block => (block.kind === 'paragraph' ? paragraphXml(block) : tableXml(block))).join('')

function paragraphXml({ text, look }: Paragraph): string {
  const properties = [
    look?.centred === true ? '<w:jc w:val="center"/>' : '',
    look?.outline === undefined ? '' : `<w:outlineLvl w:val="${look.outline - 1}"/>`,
  ].join('')
  const bold = look?.bold === true ? '<w:rPr><w:b/></w:rPr>' : ''
  const runs = text
    .split('\n')
    .map(line => `<w:t xml:space="preserve">${escaped(line)}</w:t>`)
    .join('<w:br/>')
  return `<w:p><w:pPr>${properties}</w:pPr><w:r>${bold}${runs}</w:r></w:p>`
}

function tableXml(table: Table): string {
  const grid = gridOf(table)
  const width = Math.max(1, ...table.cells.map(({ column, columnSpan }) => column + columnSpan))
  const rows = Array.from({ length: grid.rows }, (_, row) => rowXml(grid.covering(row), row))
  return `<w:tbl><w:tblPr/><w:tblGrid>${'<w:gridCol/>'.repeat(width)}</w:tblGrid>${rows.join('')}</w:tbl><w:p/>`
}

/** A cell that began above goes on, empty, as Word has it. */
const rowXml = (cells: readonly Cell[], row: number): string =>
  `<w:tr>${cells.map(cell => cellXml(cell, cell.row === row)).join('')}</w:tr>`

function cellXml({ rowSpan, columnSpan, blocks }: Cell, isTop: boolean): string {
  const merge = rowSpan < 2 ? '' : isTop ? '<w:vMerge w:val="restart"/>' : '<w:vMerge/>'
  const span = columnSpan < 2 ? '' : `<w:gridSpan w:val="${columnSpan}"/>`
  const inside = isTop && blocks.length > 0 ? blocksXml(blocks) : '<w:p/>'
  return `<w:tc><w:tcPr>${span}${merge}</w:tcPr>${inside}</w:tc>`
}

const escaped = (text: string): string =>
  text
    .replace(/[\p{Cc}]/gu, letter => (letter === '\t' ? letter : ''))
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
