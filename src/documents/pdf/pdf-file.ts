import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { getDocument, type PDFDocumentProxy } from 'pdfjs-dist/legacy/build/pdf.mjs'
import { Unreadable } from '../unreadable.ts'
import { NO_DOCUMENT } from './stand-ins.ts'

/** pdf.js brings the character maps, without which text in Chinese fonts that are not embedded is lost. */
const PDFJS = dirname(createRequire(import.meta.url).resolve('pdfjs-dist/package.json'))

/** Opens a PDF, hands it to `read` and closes it. Throws Unreadable. */
export async function withPdf<Result>(
  bytes: Buffer,
  read: (pdf: PDFDocumentProxy) => Promise<Result>,
): Promise<Result> {
  const loading = getDocument({
    data: new Uint8Array(bytes),
    cMapUrl: join(PDFJS, 'cmaps/'),
    cMapPacked: true,
    standardFontDataUrl: join(PDFJS, 'standard_fonts/'),
    verbosity: 0,
    disableFontFace: false,
    useSystemFonts: false,
    ownerDocument: NO_DOCUMENT,
    // Pictures are never looked at, so none is decoded.
    maxImageSize: 1,
  })
  try {
    return await read(await loading.promise)
  } catch (error) {
    if (error instanceof Unreadable) throw error
    // Of other locks than a password's, by a certificate or a program, pdf.js only says that it doesn't know them.
    const isLocked = (error instanceof Error && error.name === 'PasswordException') || bytes.includes('/Encrypt')
    throw new Unreadable(isLocked ? 'encrypted' : 'corrupt', { cause: error })
  } finally {
    await loading.destroy()
  }
}
