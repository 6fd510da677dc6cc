export type PdfObjects = readonly string[]

const TRAILER_ROOT = 1

/** A PDF by hand: objects 1, 2, 3 … as given, object 1 being the catalogue; `trailer` takes further entries. */
export function makePdf(objects: PdfObjects, trailer = ''): Buffer {
  let text = '%PDF-1.5\n'
  const offsets = objects.map((object, index) => {
    const offset = text.length
    text += `${index + 1} 0 obj\n${object}\nendobj\n`
    return `${String(offset).padStart(10, '0')} 00000 n \n`
  })
  const table = `xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${offsets.join('')}`
  const end = `trailer\n<< /Size ${objects.length + 1} /Root ${TRAILER_ROOT} 0 R ${trailer} >>\nstartxref\n${text.length}\n%%EOF\n`
  return Buffer.from(text + table + end, 'latin1')
}

export const stream = (content: string): string => `<< /Length ${content.length} >>\nstream\n${content}\nendstream`

const page = (content: string, font: string): PdfObjects => [
  '<< /Type /Catalog /Pages 2 0 R >>',
  '<< /Type /Pages /Kids [3 0 R] /Count 1 >>',
  '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R /Resources << /Font << /F1 5 0 R >> >> >>',
  stream(content),
  font,
]

/** One line each, as hexadecimal strings in the font F1. */
const lines = (texts: readonly string[]): string =>
  `BT /F1 12 Tf 72 760 Td 20 TL ${texts.map(hex => `<${hex}> Tj T*`).join(' ')} ET`

/** Lines in a Chinese font that is not embedded, as UCS-2 under the map UniGB-UCS2-H. */
export const chinesePdf = (texts: readonly string[]): Buffer =>
  makePdf([
    ...page(
      lines(texts.map(text => Buffer.from(text, 'utf16le').swap16().toString('hex'))),
      '<< /Type /Font /Subtype /Type0 /BaseFont /STSong-Light /Encoding /UniGB-UCS2-H /DescendantFonts [6 0 R] >>',
    ),
    '<< /Type /Font /Subtype /CIDFontType0 /BaseFont /STSong-Light /CIDSystemInfo << /Registry (Adobe) /Ordering (GB1) /Supplement 2 >> /FontDescriptor 7 0 R /DW 1000 >>',
    '<< /Type /FontDescriptor /FontName /STSong-Light /Flags 6 /FontBBox [-25 -254 1000 880] /ItalicAngle 0 /Ascent 880 /Descent -120 /CapHeight 880 /StemV 93 >>',
  ])

/** Bytes of GBK under the map GBK-EUC-H, in the font of official papers. */
export const gbkPdf = (texts: readonly Buffer[]): Buffer =>
  makePdf([
    ...page(
      lines(texts.map(bytes => bytes.toString('hex'))),
      '<< /Type /Font /Subtype /Type0 /BaseFont /FangSong_GB2312 /Encoding /GBK-EUC-H /DescendantFonts [6 0 R] >>',
    ),
    '<< /Type /Font /Subtype /CIDFontType2 /BaseFont /FangSong_GB2312 /CIDSystemInfo << /Registry (Adobe) /Ordering (GB1) /Supplement 2 >> /FontDescriptor 7 0 R /DW 1000 >>',
    '<< /Type /FontDescriptor /FontName /FangSong_GB2312 /Flags 6 /FontBBox [-25 -254 1000 880] /ItalicAngle 0 /Ascent 880 /Descent -120 /CapHeight 880 /StemV 93 >>',
  ])

/** A page that is one picture. */
export const scannedPdf = (): Buffer =>
  makePdf([
    '<< /Type /Catalog /Pages 2 0 R >>',
    '<< /Type /Pages /Kids [3 0 R] /Count 1 >>',
    '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R /Resources << /XObject << /Im1 5 0 R >> >> >>',
    stream('q 595 0 0 842 0 0 cm /Im1 Do Q'),
    '<< /Type /XObject /Subtype /Image /Width 1 /Height 1 /ColorSpace /DeviceGray /BitsPerComponent 8 /Length 1 >>\nstream\n0\nendstream',
  ])

/** Locked with a password nobody gave: the standard handler's check of the empty one fails on these keys. */
export const lockedPdf = (): Buffer =>
  makePdf(
    [...page(lines(['414243']), '<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>'), LOCK],
    `/Encrypt 6 0 R /ID [<${'00'.repeat(16)}> <${'00'.repeat(16)}>]`,
  )

/** Locked for those who have a certificate's key, which pdf.js knows nothing of. */
export const certifiedPdf = (): Buffer =>
  makePdf(
    [
      ...page(lines(['414243']), '<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>'),
      '<< /Filter /Adobe.PubSec /SubFilter /adbe.pkcs7.s5 /V 4 /R 4 >>',
    ],
    `/Encrypt 6 0 R /ID [<${'00'.repeat(16)}> <${'00'.repeat(16)}>]`,
  )

const LOCK = `<< /Filter /Standard /V 1 /R 2 /O <${'11'.repeat(32)}> /U <${'22'.repeat(32)}> /P -4 >>`
