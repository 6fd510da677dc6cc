import type { Form } from '../../../src/core/form/form.ts'
import { readForm } from '../../../src/core/form/read-form.ts'
import { joinPages } from '../../../src/documents/pdf/across-pages.ts'
import { blocksOf } from '../../../src/documents/pdf/blocks.ts'
import { layOut } from '../../../src/documents/pdf/layout.ts'
import { readPdf } from '../../../src/documents/pdf/pdf.ts'
import { loadModels } from '../../../src/documents/recognition/models.ts'
import { decodePicture } from '../../../src/documents/recognition/picture.ts'
import { recognisePage } from '../../../src/documents/recognition/recognise-page.ts'
import { shippedCall } from '../shipped-call.ts'

let models: Awaited<ReturnType<typeof loadModels>> | null = null

export async function recogniseForMeasure(
  pdf: Buffer,
  scans: readonly Buffer[],
): Promise<{ typed: Form | null; scanned: Form | null }> {
  models ??= await loadModels()
  const pages = []
  for (const scan of scans) pages.push((await recognisePage(await decodePicture(scan, 2200), models)).page)
  const blocks = blocksOf(joinPages(pages.map(layOut)))
  const formOf = (reading: ReturnType<typeof readForm>) => (reading.kind === 'filled' ? reading.form : null)
  return {
    typed: formOf(readForm(await readPdf(pdf), shippedCall)),
    scanned: formOf(readForm({ blocks }, shippedCall)),
  }
}
