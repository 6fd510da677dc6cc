import { PICTURE } from '../../core/document/document.ts'
import type { Box, Word } from '../layout/page.ts'

/** What is read of an annotation (ISO 32000 §12.5.6); anything may be missing. */
type Annotation = {
  readonly id?: string
  readonly subtype?: string
  readonly rect?: readonly number[]
  readonly annotationFlags?: number
  readonly contentsObj?: { readonly str?: string }
  readonly defaultAppearanceData?: { readonly fontSize?: number }
  readonly fieldType?: string
  readonly fieldValue?: unknown
  readonly checkBox?: boolean
  readonly radioButton?: boolean
  readonly exportValue?: string
  readonly buttonValue?: string | null
  readonly options?: readonly { readonly exportValue?: string; readonly displayValue?: string }[]
}

/** What a page's annotations say, and how it came to stand there. */
type Answers = {
  readonly boxOf: (rect: readonly number[]) => Box
  /** The words that annotations draw by themselves, by the annotation's id. */
  readonly drawn: ReadonlyMap<string, readonly Word[]>
  /** The page's own words, in which fields may have been printed already. */
  readonly printed: readonly Word[]
}

/** ISO 32000 table 167: hidden, and not to be shown on a screen. */
const UNSEEN = 0x02 | 0x20
const USUAL_SIZE = 10

/** The answers that people typed, chose or drew into annotations, in their places; notes, marks and links are none. */
export const wordsOfAnnotations = (annotations: readonly Annotation[], answers: Answers): Word[] =>
  annotations.flatMap(annotation => {
    const isSeen = ((annotation.annotationFlags ?? 0) & UNSEEN) === 0 && annotation.rect !== undefined
    return isSeen ? wordsOf(annotation, answers.boxOf(annotation.rect ?? []), answers) : []
  })

function wordsOf(annotation: Annotation, box: Box, { drawn, printed }: Answers): Word[] {
  const { subtype, fieldType } = annotation
  const size = sizeIn(annotation, box)
  if (subtype === 'Ink' || subtype === 'Stamp' || fieldType === 'Sig')
    return fieldType === 'Sig' && annotation.fieldValue == null ? [] : [markIn(box)]
  if (fieldType === 'Btn')
    return linesIn(box, { text: tickOf(annotation), size }).map(tick => ({ ...tick, right: box.right }))
  if (subtype !== 'FreeText' && subtype !== 'Widget') return []
  const own = drawn.get(annotation.id ?? '') ?? []
  const text = givenIn(annotation)
  if (text === '' || (own.length > 0 && letters(textOf(own)) === letters(text))) return [...own]
  return isPrinted(text, box, printed) ? [] : linesIn(box, { text, size })
}

const textOf = (words: readonly Word[]): string => words.map(({ text }) => text).join('')

const letters = (text: string): string => text.replace(/\s/g, '')

const markIn = ({ left, top, right, bottom }: Box): Word => ({
  text: PICTURE,
  left,
  right,
  size: USUAL_SIZE,
  baseline: (top + bottom) / 2 + USUAL_SIZE / 3,
})

function tickOf({ checkBox, radioButton, fieldValue, exportValue, buttonValue }: Annotation): string {
  if (checkBox !== true && radioButton !== true) return ''
  const own = checkBox === true ? exportValue : buttonValue
  const isOn = typeof fieldValue === 'string' && fieldValue !== '' && fieldValue !== 'Off'
  return isOn && (checkBox === true ? own == null || own === fieldValue || own === '' : own === fieldValue) ? '☑' : '□'
}

function givenIn({ subtype, fieldType, fieldValue, contentsObj, options = [] }: Annotation): string {
  if (subtype === 'FreeText') return contentsObj?.str?.trim() ?? ''
  const values = (Array.isArray(fieldValue) ? fieldValue : [fieldValue]).filter(value => typeof value === 'string')
  if (fieldType !== 'Ch') return fieldType === 'Tx' ? values.join('\n').trim() : ''
  return values
    .map(value => options.find(({ exportValue }) => exportValue === value)?.displayValue ?? value)
    .join('、')
    .trim()
}

/** Programs that fill in forms may print a value and leave it in its field, too. */
const isPrinted = (text: string, box: Box, printed: readonly Word[]): boolean => {
  const inside = printed.filter(({ left, baseline, size }) => {
    const y = baseline - size / 3
    return box.left - 2 <= left && left <= box.right && box.top <= y && y <= box.bottom
  })
  return letters(textOf(inside)).includes(letters(text))
}

function sizeIn({ defaultAppearanceData }: Annotation, { top, bottom }: Box): number {
  const stated = defaultAppearanceData?.fontSize ?? 0
  return stated > 0 ? stated : Math.max(6, Math.min(USUAL_SIZE, (bottom - top) * 0.8))
}

/** One line lies in the middle of a low box, several begin at its top. */
function linesIn(box: Box, { text, size }: { readonly text: string; readonly size: number }): Word[] {
  const high = box.bottom - box.top
  const first = high < 2 * size ? box.top + high / 2 + size * 0.36 : box.top + size + 1
  return text.split(/\r\n?|\n/).flatMap((line, index) => {
    const baseline = Math.min(box.bottom, first + 1.2 * size * index)
    if (line.trim() === '') return []
    const right = Math.min(box.right, box.left + size * line.trim().length)
    return [{ text: line.trim(), left: box.left, right, baseline, size }]
  })
}
