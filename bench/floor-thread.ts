import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { parentPort } from 'node:worker_threads'
import mammoth from 'mammoth'
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs'

const PDFJS = dirname(createRequire(import.meta.url).resolve('pdfjs-dist/package.json'))

parentPort?.on('message', (bytes: Uint8Array) => {
  read(bytes).then(
    () => parentPort?.postMessage(null),
    (error: unknown) => parentPort?.postMessage(String(error)),
  )
})

async function read(bytes: Uint8Array): Promise<void> {
  if (bytes[0] === 0x25) await readPdf(bytes)
  else await mammoth.convertToHtml({ buffer: Buffer.from(bytes) })
}

async function readPdf(data: Uint8Array): Promise<void> {
  const loading = getDocument({
    ...{ data, verbosity: 0, cMapUrl: join(PDFJS, 'cmaps/'), cMapPacked: true },
    standardFontDataUrl: join(PDFJS, 'standard_fonts/'),
  })
  const pdf = await loading.promise
  for (let number = 1; number <= pdf.numPages; number++) await (await pdf.getPage(number)).getTextContent()
  await loading.destroy()
}
