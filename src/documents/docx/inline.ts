import { EMBEDDED } from '../../core/document/document.ts'
import { count } from '../looks.ts'
import { isSymbolFont, symbolText } from '../symbol-font.ts'
import { alternativeOf } from './alternatives.ts'
import { checkBoxOf, choiceOf, isPrompt, showsPlaceholder } from './controls.ts'
import { drawnIn } from './drawings.ts'
import { equationOf } from './equations.ts'
import type { Reading } from './reading.ts'
import { lookOfRun, NO_LOOK, type RunLook } from './styles.ts'
import { childElements, childOf, contentOf, type Element, isElement, type Node } from './xml.ts'

/** How a run looks, and its font where that shows symbols for letters. */
type Run = RunLook & { readonly font: string }

const PLAIN: Run = { ...NO_LOOK, font: '' }

/** Reads what stands within a paragraph into its line. */
export function readInline(reading: Reading, nodes: readonly Node[], run: Run = PLAIN): void {
  for (const node of nodes) if (isElement(node)) READERS.get(node.name)?.(reading, node, run)
}

type Read = (reading: Reading, element: Element, run: Run) => void

/** A character that is shown, unless it belongs to what a field is made of. */
function show(reading: Reading, text: string, run: Run): void {
  if (text === '' || run.hidden === true || reading.fields.takes(text)) return
  const shown = reading.box === '' ? text : reading.box + text.slice(1)
  reading.line.text += shown
  reading.box = ''
  count(reading.line.tally, shown, run)
}

const readChildren: Read = (reading, element, run) => readInline(reading, element.children, run)

const readRun: Read = (reading, element) => {
  if (reading.isPlaceholder && isPrompt(element, reading.styles)) return
  const properties = childOf(element, 'w:rPr')
  const fonts = childOf(properties, 'w:rFonts')?.attributes
  const font = fonts?.['w:ascii'] ?? fonts?.['w:hAnsi'] ?? ''
  const look = lookOfRun(reading.styles, properties, reading.style)
  readInline(reading, element.children, { ...look, font: isSymbolFont(font) ? font : '' })
}

const readText: Read = (reading, element, run) => {
  const text = contentOf(element)
  show(reading, run.font === '' ? text : [...text].map(letter => symbolOr(letter, run.font)).join(''), run)
}

/** Symbols stand at the plain letters or from U+F000 on; for anything else Word takes another font. */
function symbolOr(letter: string, font: string): string {
  const code = letter.codePointAt(0) ?? 0
  if (letter === ' ' || (code >= 0x100 && !isPrivate(code))) return letter
  return symbolText(font, code) || (isPrivate(code) ? '' : letter)
}

const isPrivate = (code: number): boolean => code >= 0xf000 && code < 0xf100

const readSymbol: Read = (reading, { attributes }, run) => {
  const code = Number.parseInt(attributes['w:char'] ?? attributes['w16se:char'] ?? '', 16)
  if (code > 0x20 && code < 0x110000)
    show(reading, symbolOr(String.fromCodePoint(code), attributes['w:font'] ?? ''), run)
}

const readFieldCharacter: Read = (reading, element, run) => {
  const { fields } = reading
  const type = element.attributes['w:fldCharType']
  if (type === 'separate') fields.separate()
  else if (type === 'end') show(reading, fields.end(), run)
  else if (type === 'begin') {
    fields.begin()
    fields.choose(choiceOf(element))
  }
}

const readSimpleField: Read = (reading, element, run) => {
  const { fields } = reading
  fields.begin()
  fields.takes(element.attributes['w:instr'] ?? '')
  fields.separate()
  readChildren(reading, element, run)
  show(reading, fields.end(), run)
}

const readControl: Read = (reading, control, run) => {
  const before = reading.isPlaceholder
  reading.isPlaceholder ||= showsPlaceholder(control)
  reading.box ||= checkBoxOf(control)
  readInline(reading, childOf(control, 'w:sdtContent')?.children ?? [], run)
  if (reading.box !== '') show(reading, ' ', run)
  reading.isPlaceholder = before
}

const readDrawing: Read = (reading, element, run) => {
  if (run.hidden === true) return
  const { boxes, mark, isFloating } = drawnIn(element)
  reading.behind.push(...boxes)
  if (isFloating && mark !== '') reading.behind.push(mark)
  else show(reading, mark, run)
}

const shown =
  (text: string): Read =>
  (reading, _, run) =>
    show(reading, text, run)

const readBase: Read = (reading, ruby, run) =>
  readInline(
    reading,
    childElements(ruby)
      .filter(({ name }) => name === 'w:rubyBase')
      .flatMap(base => base.children),
    run,
  )

/** By element; what isn't listed shows nothing: properties, deletions (`w:del`, `w:moveFrom`), notes, comments, bookmarks. */
const READERS: ReadonlyMap<string, Read> = new Map<string, Read>([
  ['w:r', readRun],
  ['w:t', readText],
  ['w:tab', shown('\t')],
  ['w:ptab', shown('\t')],
  ['w:cr', shown('\n')],
  [
    'w:br',
    (reading, { attributes }, run) => {
      if ((attributes['w:type'] ?? 'textWrapping') === 'textWrapping') show(reading, '\n', run)
    },
  ],
  ['w:noBreakHyphen', shown('\u2011')],
  ['w:sym', readSymbol],
  ['w16se:symEx', readSymbol],
  ['w:fldChar', readFieldCharacter],
  ['w:instrText', (reading, element) => void reading.fields.takes(contentOf(element))],
  ['w:fldSimple', readSimpleField],
  ['w:sdt', readControl],
  ['w:ruby', readBase],
  ['w:drawing', readDrawing],
  ['w:pict', readDrawing],
  ['w:object', readDrawing],
  ['w:contentPart', readDrawing],
  ['w:subDoc', shown(EMBEDDED)],
  ['mc:AlternateContent', (reading, element, run) => readInline(reading, alternativeOf(element), run)],
  ['m:oMath', (reading, element, run) => show(reading, equationOf(element), run)],
  ...['w:hyperlink', 'w:ins', 'w:moveTo', 'w:smartTag', 'w:customXml', 'w:bdo', 'w:dir', 'm:oMathPara'].map(
    name => [name, readChildren] as const,
  ),
])
