import { quote } from '../../text/quote.ts'
import type { Form } from '../form.ts'

const MOST = 8

/** Under which headings something stands that has no owner, as staff read it; a form read before there was such a list has none. */
export function unplacedHeadings(form: Form | null): readonly string[] {
  const headings = [
    ...new Set((form?.unplaced ?? []).map(({ heading, text }) => quote(heading === '' ? text : heading, 30))),
  ]
  return headings.length > MOST ? [...headings.slice(0, MOST), `等${headings.length}处`] : headings
}
