import { makePdf, stream } from './make-pdf.ts'

/** Places are in points from the page's upper left corner; text stands on its baseline. */
export type Drawing = {
  readonly texts?: readonly (readonly [x: number, y: number, text: string, style?: TextStyle])[]
  /** Letters in the font Wingdings 2. */
  readonly symbols?: readonly (readonly [x: number, y: number, letters: string])[]
  readonly lines?: readonly (readonly [x1: number, y1: number, x2: number, y2: number])[]
  /** Fields filled in on the page: the raw entries of their annotation. */
  readonly widgets?: readonly string[]
  /** Other annotations, in the same way. */
  readonly annotations?: readonly string[]
  /** Operators behind all others, as they stand in a page's content. */
  readonly operators?: readonly string[]
  /** What else stands in the page's dictionary. */
  readonly entries?: string
}

export type PdfStyle = {
  /** Word draws lines as thin areas, LibreOffice strokes them. */
  readonly areLinesAreas?: boolean
  /** A Chinese font that is not embedded. */
  readonly font?: string
  /** The pages' box, upright A4 else. */
  readonly box?: string
  /** What else stands in the catalogue, and in its form. */
  readonly catalogue?: string
  readonly form?: string
}

const [WIDTH, HEIGHT, SIZE] = [595, 842, 10.5]

/** The objects that all pages share, in the order of their numbers. */
const SHARED = {
  ...{ catalogue: 1, pages: 2, font: 3, descendant: 4, descriptor: 5, symbols: 6 },
  ...{ vertical: 7, bold: 8, picture: 9, layer: 10, faint: 11, boldDescendant: 12, boldDescriptor: 13, firstPage: 14 },
} as const

/** Pages with text at places and lines, as a table is in a PDF. */
export function drawPdf(pages: readonly Drawing[], style: PdfStyle = {}): Buffer {
  const annotationsAt = SHARED.firstPage + 2 * pages.length
  const all = pages.map(page => [
    ...(page.widgets ?? []).map(entries => `<< /Type /Annot /Subtype /Widget ${entries} >>`),
    ...(page.annotations ?? []).map(entries => `<< /Type /Annot ${entries} >>`),
  ])
  const numbers = all.map((one, index) =>
    one.map((_, place) => `${annotationsAt + all.slice(0, index).flat().length + place} 0 R`).join(' '),
  )
  const fields = numbers.flatMap(
    (_, index) => numbers[index]?.split(' ').slice(0, pages[index]?.widgets?.length ?? 0) ?? [],
  )
  return makePdf([
    ...sharedObjects(pages.length, { ...style, fields: fields.join(' ') }),
    ...pages.flatMap((page, index) => [
      pageObject(SHARED.firstPage + 2 * index + 1, { annotations: numbers[index] ?? '', entries: page.entries ?? '' }),
      stream(contentOf(page, style)),
    ]),
    ...all.flat(),
  ])
}

/** Of the resources: the font, its symbols, for vertical writing, bold; a picture; a layer that is switched off; ink half seen through. */
const RESOURCES = `/Font << /F1 ${SHARED.font} 0 R /F2 ${SHARED.symbols} 0 R /F3 ${SHARED.vertical} 0 R /F4 ${SHARED.bold} 0 R >>
  /XObject << /Im1 ${SHARED.picture} 0 R >> /Properties << /Off ${SHARED.layer} 0 R >> /ExtGState << /Faint ${SHARED.faint} 0 R >>`

function sharedObjects(count: number, style: PdfStyle & { readonly fields: string }): string[] {
  const { font = 'FangSong_GB2312', fields, catalogue = '', form = '', box = `0 0 ${WIDTH} ${HEIGHT}` } = style
  const kids = Array.from({ length: count }, (_, index) => `${SHARED.firstPage + 2 * index} 0 R`).join(' ')
  return [
    `<< /Type /Catalog /Pages ${SHARED.pages} 0 R /AcroForm << /Fields [${fields}] ${form} >> /OCProperties << /OCGs [${SHARED.layer} 0 R] /D << /OFF [${SHARED.layer} 0 R] >> >> ${catalogue} >>`,
    `<< /Type /Pages /Kids [${kids}] /Count ${count} /MediaBox [${box}] /Resources << ${RESOURCES} >> >>`,
    chineseFont(font, 'UniGB-UCS2-H', SHARED.descendant),
    descendant(font, SHARED.descriptor),
    descriptor(font),
    '<< /Type /Font /Subtype /TrueType /BaseFont /BCDEEE+Wingdings2 /Encoding /WinAnsiEncoding >>',
    chineseFont(font, 'UniGB-UCS2-V', SHARED.descendant),
    chineseFont(`${font},Bold`, 'UniGB-UCS2-H', SHARED.boldDescendant),
    `<< /Type /XObject /Subtype /Image /Width 4 /Height 4 /ColorSpace /DeviceGray /BitsPerComponent 8 /Length 16 >>\nstream\n${'0'.repeat(16)}\nendstream`,
    '<< /Type /OCG /Name (draft) >>',
    '<< /Type /ExtGState /ca 0.3 >>',
    descendant(`${font},Bold`, SHARED.boldDescriptor),
    descriptor(`${font},Bold`),
  ]
}

const chineseFont = (name: string, map: string, of: number): string =>
  `<< /Type /Font /Subtype /Type0 /BaseFont /${name} /Encoding /${map} /DescendantFonts [${of} 0 R] >>`

const descendant = (name: string, described: number): string =>
  `<< /Type /Font /Subtype /CIDFontType2 /BaseFont /${name} /CIDSystemInfo << /Registry (Adobe) /Ordering (GB1) /Supplement 2 >> /FontDescriptor ${described} 0 R /DW 1000 >>`

const descriptor = (name: string): string =>
  `<< /Type /FontDescriptor /FontName /${name} /Flags 6 /FontBBox [-25 -254 1000 880] /ItalicAngle 0 /Ascent 880 /Descent -120 /CapHeight 880 /StemV 93 >>`

const pageObject = (contents: number, { annotations, entries }: { annotations: string; entries: string }): string =>
  `<< /Type /Page /Parent ${SHARED.pages} 0 R /Contents ${contents} 0 R /Annots [${annotations}] ${entries} >>`

function contentOf(page: Drawing, { areLinesAreas = false }: PdfStyle): string {
  const { texts = [], symbols = [], lines = [], operators = [] } = page
  return [
    ...lines.map(line => (areLinesAreas ? area(line) : stroke(line))),
    ...texts.map(at => show(...at)),
    ...symbols.map(
      ([x, y, letters]) =>
        `BT /F2 ${SIZE} Tf 1 0 0 1 ${x} ${HEIGHT - y} Tm <${Buffer.from(letters, 'latin1').toString('hex')}> Tj ET`,
    ),
    ...operators,
  ].join('\n')
}

export type TextStyle = {
  readonly size?: number
  /** F1 lies across, F3 goes down the page, F4 is bold. */
  readonly font?: 'F1' | 'F3' | 'F4'
  /** Degrees, counter-clockwise. */
  readonly turned?: number
  /** Operators that come before it: a colour, a text rendering mode. */
  readonly before?: string
}

export const hexOf = (text: string): string => Buffer.from(text, 'utf16le').swap16().toString('hex')

/** The operators that show a text. */
export function show(x: number, y: number, text: string, style: TextStyle = {}): string {
  const { size = SIZE, font = 'F1', turned = 0, before = '' } = style
  const [cos, sin] = [Math.cos((turned * Math.PI) / 180).toFixed(4), Math.sin((turned * Math.PI) / 180).toFixed(4)]
  const matrix = `${cos} ${sin} ${-Number(sin)} ${cos} ${x} ${HEIGHT - y}`
  return `q ${before} BT /${font} ${size} Tf ${matrix} Tm <${hexOf(text)}> Tj ET Q`
}

/** The operators that paint a picture; its content is no matter. */
export const paint = (x: number, y: number, { wide, high }: { wide: number; high: number }): string =>
  `q ${wide} 0 0 ${high} ${x} ${HEIGHT - y - high} cm /Im1 Do Q`

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
