import { simpleField, withChosenEntry, withFieldTexts } from './fields.ts'
import { forMammoth } from './for-mammoth.ts'
import type { Numbering } from './numbering.ts'
import { withSymbols } from './symbols.ts'
import { chooseTextBox, withTextBox } from './text-boxes.ts'
import { childOf, type Element, isElement, isOn, type Node, parse, replaceInside, topmost } from './xml.ts'

/** What an element becomes before mammoth sees it; its inside has been through the rules already. */
type Rule = (element: Element) => Node[]

/** Rewrites a part of WordprocessingML: what mammoth drops or mistakes is said in words that it reads. */
export function resolveBody(xml: string, number: Numbering): string {
  const rules = new Map([...RULES, ['w:p', (one: Element) => [number(withFieldTexts(one))]] as const])
  const resolve: (node: Node) => Node[] = node => {
    if (!isElement(node)) return [node]
    const element = replaceInside(node, resolve)
    return rules.get(node.name)?.(element) ?? [element]
  }
  return forMammoth(parse(xml).filter(isElement).flatMap(resolve))
}

const RULES = new Map<string, Rule>([
  ['w:r', run => (isHidden(run) ? [] : [withSymbols(run)])],
  ['w:sdt', control => [isPlaceholder(control) ? withoutRuns(control) : control]],
  ['w:tr', row => (isDeleted(row) ? [] : [withGridBefore(row)])],
  ['w:fldSimple', simpleField],
  ['w:fldChar', withChosenEntry],
  ['w:bdo', direction => direction.children],
  ['w:dir', direction => direction.children],
  ['w:customXml', custom => custom.children],
  ['w:ruby', ruby => topmost('w:rubyBase', ruby).flatMap(base => base.children)],
  ['w:cr', () => parse('<w:br/>')],
  ['w:ptab', () => parse('<w:tab/>')],
  ['w:drawing', withTextBox],
  ['mc:AlternateContent', chooseTextBox],
])

const isHidden = (run: Element): boolean => isOn(childOf(childOf(run, 'w:rPr'), 'w:vanish'))

/** What stands in the control is Word's «click here to enter text», not an answer. */
const isPlaceholder = (control: Element): boolean => isOn(childOf(childOf(control, 'w:sdtPr'), 'w:showingPlcHdr'))

/** A row that a tracked change takes out. */
const isDeleted = (row: Element): boolean => childOf(childOf(row, 'w:trPr'), 'w:del') !== undefined

/** The cells and paragraphs stay, or the table's grid would shift. */
const withoutRuns = (element: Element): Element =>
  replaceInside(element, node => {
    if (!isElement(node)) return [node]
    return node.name === 'w:r' ? [] : [withoutRuns(node)]
  })

/** A row that begins further right gets the cell it leaves out, or every cell behind it stands in the wrong column. */
function withGridBefore(row: Element): Element {
  const before = childOf(childOf(row, 'w:trPr'), 'w:gridBefore')?.attribs['w:val'] ?? ''
  const first = childOf(row, 'w:tc')
  if (!/^[1-9]\d?$/.test(before) || first === undefined) return row
  const filler = parse(`<w:tc><w:tcPr><w:gridSpan w:val="${before}"/></w:tcPr><w:p/></w:tc>`)
  return replaceInside(row, node => (node === first ? [...filler, node] : [node]))
}
