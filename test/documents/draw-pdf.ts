import { makePdf, stream } from './make-pdf.ts'

/** Places are in points from the page's upper left corner; text stands on its baseline. */
export type Drawing = {
  readonly texts?: readonly (readonly [x: number, y: number, text: string])[]
  /** Letters in the font Wingdings 2. */
  readonly symbols?: readonly (readonly [x: number, y: number, letters: string])[]
  readonly lines?: readonly (readonly [x1: number, y1: number, x2: number, y2: number])[]
  /** Fields filled in on the page: the raw entries of their annotation. */
  readonly widgets?: readonly string[]
}

export type PdfStyle = {
  /** Word draws lines as thin areas, LibreOffice strokes them. */
  readonly areLinesAreas?: boolean
  /** A Chinese font that is not embedded. */
  readonly font?: string
}

const [WIDTH, HEIGHT, SIZE] = [595, 842, 10.5]
const [CATALOG, PAGES, FONT, DESCENDANT, DESCRIPTOR, SYMBOLS, FIRST_PAGE] = [1, 2, 3, 4, 5, 6, 7]

/** Pages with text at places and lines, as a table is in a PDF. */
export function drawPdf(pages: readonly Drawing[], style: PdfStyle = {}): Buffer {
  const { font = 'FangSong_GB2312' } = style
  const widgetsAt = FIRST_PAGE + 2 * pages.length
  let widget = widgetsAt
  const kids = pages.map((_, index) => `${FIRST_PAGE + 2 * index} 0 R`)
  const pageObjects = pages.flatMap(page => {
    const annotations = (page.widgets ?? []).map(() => `${widget++} 0 R`).join(' ')
    return [pageObject(FIRST_PAGE + 2 * pages.indexOf(page) + 1, annotations), stream(contentOf(page, style))]
  })
  const widgets = pages.flatMap(page => page.widgets ?? [])
  const fields = widgets.map((_, index) => `${widgetsAt + index} 0 R`).join(' ')
  const objects = new Map([
    [CATALOG, `<< /Type /Catalog /Pages ${PAGES} 0 R /AcroForm << /Fields [${fields}] >> >>`],
    [PAGES, `<< /Type /Pages /Kids [${kids.join(' ')}] /Count ${pages.length} >>`],
    [
      FONT,
      `<< /Type /Font /Subtype /Type0 /BaseFont /${font} /Encoding /UniGB-UCS2-H /DescendantFonts [${DESCENDANT} 0 R] >>`,
    ],
    [
      DESCENDANT,
      `<< /Type /Font /Subtype /CIDFontType2 /BaseFont /${font} /CIDSystemInfo << /Registry (Adobe) /Ordering (GB1) /Supplement 2 >> /FontDescriptor ${DESCRIPTOR} 0 R /DW 1000 >>`,
    ],
    [
      DESCRIPTOR,
      `<< /Type /FontDescriptor /FontName /${font} /Flags 6 /FontBBox [-25 -254 1000 880] /ItalicAngle 0 /Ascent 880 /Descent -120 /CapHeight 880 /StemV 93 >>`,
    ],
    [SYMBOLS, '<< /Type /Font /Subtype /TrueType /BaseFont /BCDEEE+Wingdings2 /Encoding /WinAnsiEncoding >>'],
  ])
  const heads = Array.from({ length: FIRST_PAGE - 1 }, (_, index) => objects.get(index + 1) ?? '')
  return makePdf([
    ...heads,
    ...pageObjects,
    ...widgets.map(entries => `<< /Type /Annot /Subtype /Widget ${entries} >>`),
  ])
}

const pageObject = (contents: number, annotations: string): string =>
  `<< /Type /Page /Parent ${PAGES} 0 R /MediaBox [0 0 ${WIDTH} ${HEIGHT}] /Contents ${contents} 0 R /Annots [${annotations}]
  /Resources << /Font << /F1 ${FONT} 0 R /F2 ${SYMBOLS} 0 R >> >> >>`

function contentOf({ texts = [], symbols = [], lines = [] }: Drawing, { areLinesAreas = false }: PdfStyle): string {
  const show = (font: string, x: number, y: number, hex: string) =>
    `BT /${font} ${SIZE} Tf 1 0 0 1 ${x} ${HEIGHT - y} Tm <${hex}> Tj ET`
  return [
    ...lines.map(line => (areLinesAreas ? area(line) : stroke(line))),
    ...texts.map(([x, y, text]) => show('F1', x, y, Buffer.from(text, 'utf16le').swap16().toString('hex'))),
    ...symbols.map(([x, y, letters]) => show('F2', x, y, Buffer.from(letters, 'latin1').toString('hex'))),
  ].join('\n')
}

type Line = readonly [number, number, number, number]

const stroke = ([x1, y1, x2, y2]: Line): string => `0.5 w ${x1} ${HEIGHT - y1} m ${x2} ${HEIGHT - y2} l S`

const area = ([x1, y1, x2, y2]: Line): string =>
  `${x1 - 0.25} ${HEIGHT - y2 - 0.25} ${x2 - x1 + 0.5} ${y2 - y1 + 0.5} re f`

export type Ruled = {
  readonly edges: readonly number[]
  readonly top: number
  readonly rows: readonly (readonly string[])[]
}

/** A table with a line between all cells, a row of 20 points for each; `\n` begins another line and makes its row higher. */
export function ruled({
  edges,
  top,
  rows,
}: Ruled): Required<Pick<Drawing, 'texts' | 'lines'>> & { readonly bottom: number } {
  const texts: [number, number, string][] = []
  const [left = 0, right = 0] = [edges[0], edges.at(-1)]
  const lines: Line[] = [[left, top, right, top]]
  let y = top
  for (const row of rows) {
    for (const [column, text] of row.entries())
      for (const [index, line] of text.split('\n').entries())
        if (line !== '') texts.push([(edges[column] ?? 0) + 5.4, y + 14 + 15 * index, line])
    const high = 5 + 15 * Math.max(...row.map(text => text.split('\n').length))
    for (const edge of edges) lines.push([edge, y, edge, y + high])
    y += high
    lines.push([left, y, right, y])
  }
  return { texts, lines, bottom: y }
}
