import type { PDFDocumentProxy } from 'pdfjs-dist/legacy/build/pdf.mjs'
import { Unreadable } from '../unreadable.ts'
import type { PdfPage } from './page.ts'
import { lettersOf } from './scanned-pages.ts'

/** A form in XFA has a page for readers that don't know it, with hardly more text than this. */
const NOTICE_CHARACTERS = 800

/** What is said of a PDF besides its pages. */
type Info = { readonly isPortfolio: boolean; readonly isXfa: boolean; readonly isLocked: boolean }

/** What stands in the catalogue of such a PDF, unless that is in a stream of objects. */
const SIGNS = ['/Collection', '/XFA', '/ObjStm']

export async function infoOf(pdf: PDFDocumentProxy, bytes: Buffer): Promise<Info> {
  if (!SIGNS.some(sign => bytes.includes(sign))) return { isPortfolio: false, isXfa: false, isLocked: false }
  const { info } = await pdf.getMetadata()
  const says = (name: string): boolean => Reflect.get(info, name) === true
  return {
    isPortfolio: says('IsCollectionPresent'),
    isXfa: says('IsXFAPresent'),
    // Rights management wraps the document in a portfolio with a notice as its page.
    isLocked: says('IsCollectionPresent') && bytes.includes('/EncryptedPayload'),
  }
}

/** A portfolio holds its documents as files, and its page says only that. Throws Unreadable. */
export function refusePortfolio({ isPortfolio, isLocked }: Info): void {
  if (isPortfolio) throw new Unreadable(isLocked ? 'encrypted' : 'undecodable')
}

/** A form in XFA without a field on its pages shows only the notice that it can't be shown. Throws Unreadable. */
export function refuseNotice({ isXfa }: Info, pages: readonly PdfPage[]): void {
  const characters = pages.reduce((sum, page) => sum + lettersOf(page).length, 0)
  if (isXfa && characters < NOTICE_CHARACTERS && !pages.some(page => page.hasFields))
    throw new Unreadable('undecodable')
}
