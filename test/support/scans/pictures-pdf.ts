import { loadImage } from '@napi-rs/canvas'

/** A PDF whose pages are JPEG pictures and nothing else, as scanners write them. */
export async function picturesPdf(pictures: readonly Buffer[]): Promise<Buffer> {
  const chunks: Buffer[] = [Buffer.from('%PDF-1.5\n')]
  const offsets: number[] = []
  const length = () => chunks.reduce((sum, { length: one }) => sum + one, 0)
  const add = (...parts: (string | Buffer)[]) => {
    offsets.push(length())
    chunks.push(
      Buffer.from(`${offsets.length} 0 obj\n`),
      ...parts.map(part => Buffer.from(part)),
      Buffer.from('\nendobj\n'),
    )
  }
  const kids = pictures.map((_, index) => `${3 + index * 3} 0 R`).join(' ')
  add('<< /Type /Catalog /Pages 2 0 R >>')
  add(`<< /Type /Pages /Kids [${kids}] /Count ${pictures.length} >>`)
  for (const [index, picture] of pictures.entries()) {
    const { width, height } = await loadImage(picture)
    const [content, image] = [4, 5].map(first => first + index * 3)
    const [wide, high] = [595, Math.round((595 * height) / width)]
    const draw = `q ${wide} 0 0 ${high} 0 0 cm /Im Do Q`
    add(
      `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 ${wide} ${high}] /Contents ${content} 0 R /Resources << /XObject << /Im ${image} 0 R >> >> >>`,
    )
    add(`<< /Length ${draw.length} >>\nstream\n${draw}\nendstream`)
    add(
      `<< /Type /XObject /Subtype /Image /Width ${width} /Height ${height} /ColorSpace /DeviceRGB /BitsPerComponent 8 /Filter /DCTDecode /Length ${picture.length} >>\nstream\n`,
      picture,
      '\nendstream',
    )
  }
  const start = length()
  const table = offsets.map(offset => `${String(offset).padStart(10, '0')} 00000 n \n`).join('')
  chunks.push(
    Buffer.from(
      `xref\n0 ${offsets.length + 1}\n0000000000 65535 f \n${table}trailer\n<< /Size ${offsets.length + 1} /Root 1 0 R >>\nstartxref\n${start}\n%%EOF\n`,
    ),
  )
  return Buffer.concat(chunks)
}
