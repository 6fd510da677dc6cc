import type { Fields } from '../fields.ts'
import { newTally, type Tally } from '../looks.ts'
import type { Numbering } from './numbering.ts'
import type { ParagraphStyle, Styles } from './styles.ts'
import type { Element, Node } from './xml.ts'

/** What is known while a document's body is read from its beginning to its end. */
export type Reading = {
  readonly styles: Styles
  readonly number: Numbering
  readonly fields: Fields
  /** The text of the paragraph that is being read, and how it looks. */
  line: { text: string; readonly tally: Tally }
  /** What paragraphs look like by the style of the one that is being read. */
  style: ParagraphStyle
  /** What stands behind the paragraph: text boxes that hang on it, marks of what floats over it. */
  behind: (Element | string)[]
  /** What stood in paragraphs whose mark a tracked change deletes: it begins the next one. */
  deleted: Node[]
  /** A check box that the next character stands for; '' if none. */
  box: string
  /** Within a control that shows what asks to be written over. */
  isPlaceholder: boolean
}

export const newReading = (known: Pick<Reading, 'styles' | 'number' | 'fields'>): Reading => ({
  ...known,
  line: { text: '', tally: newTally() },
  style: known.styles.paragraph(undefined),
  behind: [],
  deleted: [],
  box: '',
  isPlaceholder: false,
})
