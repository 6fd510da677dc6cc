import type { PageViewport } from 'pdfjs-dist/legacy/build/pdf.mjs'
import type { PageText } from './page-text.ts'

/** What is read of a field that is filled in on the page (ISO 32000 §12.5.6.19); anything may be missing. */
type Widget = {
  readonly rect?: readonly number[]
  readonly fieldType?: string
  readonly fieldValue?: unknown
  readonly checkBox?: boolean
  readonly hidden?: boolean
}

const SIZE = 10

/** What was filled into the fields of a form, as text in their places: it is no part of the page's own text. */
export const textOfWidgets = (annotations: readonly Widget[], viewport: PageViewport): PageText[] =>
  annotations.flatMap(widget => {
    const text = widget.hidden === true ? '' : textOf(widget)
    const [left = 0, bottom = 0, right = 0, top = 0] = widget.rect ?? []
    return text.split('\n').flatMap((line, index) => {
      const [x = 0, y = 0] = viewport.convertToViewportPoint(left, Math.max(bottom + 2, top - SIZE * (index + 1)))
      return line.trim() === '' ? [] : [{ text: line, left: x, right: x + right - left, baseline: y, size: SIZE }]
    })
  })

function textOf({ fieldType, fieldValue, checkBox }: Widget): string {
  if (fieldType === 'Btn') return checkBox !== true ? '' : fieldValue === 'Off' || fieldValue === '' ? '□' : '☑'
  return typeof fieldValue === 'string' && (fieldType === 'Tx' || fieldType === 'Ch') ? fieldValue : ''
}
