import type { PDFPageProxy } from 'pdfjs-dist/legacy/build/pdf.mjs'
import { type PageText, textOf } from './page-text.ts'
import { type Rules, rulesOf } from './rules.ts'
import { textOfWidgets } from './widgets.ts'

/** What a page shows: all lengths in points, from its upper left corner. */
export type Page = { readonly width: number; readonly pieces: readonly PageText[]; readonly rules: Rules }

export async function readPage(page: PDFPageProxy): Promise<Page> {
  const viewport = page.getViewport({ scale: 1 })
  const content = await page.getTextContent()
  const pieces = [...textOf(content, viewport), ...textOfWidgets(await page.getAnnotations(), viewport)]
  const rules = pieces.length === 0 ? NO_RULES : rulesOf(await page.getOperatorList(), viewport.transform)
  page.cleanup()
  return { width: viewport.width, pieces, rules }
}

const NO_RULES: Rules = { horizontal: [], vertical: [] }
