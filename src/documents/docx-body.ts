import { DomUtils, parseDocument } from 'htmlparser2'
import { childElements, type Element, isElement, type Node } from './markup.ts'

/** What an element becomes before mammoth sees it; its inside has been through the rules already. */
type Rule = (element: Element) => Node[]

/** Rewrites a part of WordprocessingML: what mammoth drops or mistakes is said in words that it reads. */
export const resolveBody = (xml: string): string => serialise(parse(xml).filter(isElement).flatMap(resolve))

function resolve(node: Node): Node[] {
  if (!isElement(node)) return [node]
  const element = replaceInside(node, resolve)
  return RULES.get(node.name)?.(element) ?? [element]
}

const RULES = new Map<string, Rule>([
  ['w:r', run => (isHidden(run) ? [] : [withSymbols(run)])],
  ['w:sdt', control => [isPlaceholder(control) ? withoutRuns(control) : control]],
  ['w:tr', row => [withGridBefore(row)]],
  ['w:fldSimple', field => field.children],
  ['w:bdo', direction => direction.children],
  ['w:dir', direction => direction.children],
  ['w:ruby', ruby => topmost('w:rubyBase', ruby).flatMap(base => base.children)],
  ['w:cr', () => parse('<w:br/>')],
  ['w:ptab', () => parse('<w:tab/>')],
  ['w:drawing', drawing => withTextBox(drawing)],
  ['mc:AlternateContent', alternatives => chooseTextBox(alternatives)],
])

const parse = (xml: string): Node[] => parseDocument(xml, { xmlMode: true }).children

const serialise = (nodes: Node[]): string => DomUtils.getOuterHTML(nodes, { xmlMode: true, encodeEntities: 'utf8' })

function replaceInside(element: Element, change: (node: Node) => Node[]): Element {
  element.children = element.children.flatMap(change)
  return element
}

const childOf = (element: Element | undefined, name: string): Element | undefined =>
  element && childElements(element).find(child => child.name === name)

/** The elements of that name at any depth, but not those inside another of them. */
const topmost = (name: string, element: Element): Element[] =>
  childElements(element).flatMap(child => (child.name === name ? [child] : topmost(name, child)))

/** ECMA-376 §17.17.4: a switch is on by being there, unless it says otherwise. */
const isOn = (element: Element | undefined): boolean =>
  element !== undefined && !['0', 'false', 'off'].includes(element.attribs['w:val'] ?? '')

const isHidden = (run: Element): boolean => isOn(childOf(childOf(run, 'w:rPr'), 'w:vanish'))

/** What stands in the control is Word's «click here to enter text», not an answer. */
const isPlaceholder = (control: Element): boolean => isOn(childOf(childOf(control, 'w:sdtPr'), 'w:showingPlcHdr'))

/** The cells and paragraphs stay, or the table's grid would shift. */
const withoutRuns = (element: Element): Element =>
  replaceInside(element, node => {
    if (!isElement(node)) return [node]
    return node.name === 'w:r' ? [] : [withoutRuns(node)]
  })

/** Letters in a symbol font become the symbol elements that Word writes as well: `R` in Wingdings 2 is ☑. */
function withSymbols(run: Element): Element {
  const fonts = childOf(childOf(run, 'w:rPr'), 'w:rFonts')
  const font = fonts?.attribs['w:ascii'] ?? fonts?.attribs['w:hAnsi'] ?? ''
  if (!/^(Wingdings( [23])?|Webdings)$/.test(font)) return run
  return replaceInside(run, node => {
    if (!isElement(node) || node.name !== 'w:t') return [node]
    return parse([...DomUtils.textContent(node)].map(letter => symbolOf(letter, font)).join(''))
  })
}

/** Symbols stand at the plain letters or from U+F000 on; for anything else Word takes another font. */
function symbolOf(letter: string, font: string): string {
  const code = letter.codePointAt(0) ?? 0
  const isSymbol = letter !== ' ' && (code < 0x100 || (code >= 0xf000 && code < 0xf100))
  if (!isSymbol) return `<w:t xml:space="preserve">${letter}</w:t>`
  return `<w:sym w:font="${font}" w:char="${(code & 0xff).toString(16).toUpperCase().padStart(2, '0')}"/>`
}

/** A row that begins further right gets the cell it leaves out, or every cell behind it stands in the wrong column. */
function withGridBefore(row: Element): Element {
  const before = childOf(childOf(row, 'w:trPr'), 'w:gridBefore')?.attribs['w:val'] ?? ''
  const first = childOf(row, 'w:tc')
  if (!/^[1-9]\d?$/.test(before) || first === undefined) return row
  const filler = parse(`<w:tc><w:tcPr><w:gridSpan w:val="${before}"/></w:tcPr><w:p/></w:tc>`)
  return replaceInside(row, node => (node === first ? [...filler, node] : [node]))
}

/** A text box drawn in DrawingML becomes one in VML, whose text mammoth puts behind the paragraph. */
function withTextBox(drawing: Element): Node[] {
  const boxes = topmost('w:txbxContent', drawing)
  return boxes.length > 0 ? parse(`<w:pict>${serialise(boxes)}</w:pict>`) : [drawing]
}

/** mammoth reads the fallback only: where just the choice has a text box (VML by now), the choice stays. */
function chooseTextBox(alternatives: Element): Node[] {
  const choice = childOf(alternatives, 'mc:Choice')
  const fallback = childOf(alternatives, 'mc:Fallback')
  const hasTextBox = (element: Element | undefined) =>
    element !== undefined && topmost('w:txbxContent', element).length > 0
  return choice !== undefined && hasTextBox(choice) && !hasTextBox(fallback) ? choice.children : [alternatives]
}
