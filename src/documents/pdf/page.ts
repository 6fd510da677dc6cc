import type { PDFPageProxy } from 'pdfjs-dist/legacy/build/pdf.mjs'
import { type PageText, textOf } from './page-text.ts'
import { type Rules, rulesOf } from './rules.ts'
import { textOfWidgets } from './widgets.ts'

/** What a page shows: all lengths in points, from its upper left corner. */
export type Page = { readonly width: number; readonly pieces: readonly PageText[]; readonly rules: Rules }

export async function readPage(page: PDFPageProxy): Promise<Page> {
  const viewport = page.getViewport({ scale: 1 })
  const content = await page.getTextContent()
  const filledIn = textOfWidgets(await page.getAnnotations(), viewport)
  const isEmpty = content.items.length === 0 && filledIn.length === 0
  const rules = isEmpty ? NO_RULES : rulesOf(await page.getOperatorList(), viewport.transform)
  const pieces = [...textOf(content, { viewport, fontOf: fontsOf(page) }), ...filledIn]
  page.cleanup()
  return { width: viewport.width, pieces, rules }
}

/** A font's name; known once the page's operators have been read. */
const fontsOf =
  ({ commonObjs }: PDFPageProxy) =>
  (id: string): string => {
    const font: unknown = commonObjs.has(id) ? commonObjs.get(id) : null
    return typeof font === 'object' && font !== null && 'name' in font ? String(font.name) : ''
  }

const NO_RULES: Rules = { horizontal: [], vertical: [] }
