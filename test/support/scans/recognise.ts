import type { Form } from '../../../src/core/form/form.ts'
import { readForm } from '../../../src/core/form/read-form.ts'
import { readPdf } from '../../../src/documents/pdf/pdf.ts'
import { contentOf } from '../../../src/documents/recognition/compose.ts'
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
  const formOf = (reading: ReturnType<typeof readForm>) => (reading.kind === 'filled' ? reading.form : null)
  return {
    typed: formOf(readForm(await readPdf(pdf), shippedCall)),
    scanned: formOf(readForm(contentOf(pages), shippedCall)),
  }
}
