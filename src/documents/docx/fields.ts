import { overlaidText } from '../overlay.ts'
import { childElements, childOf, contentOf, type Element, type Node, settingOf, textElement, topmost } from './xml.ts'

/** A paragraph whose fields show what Word shows where no result is stored: «eq \o\ac(□,√)» is ☑. */
export function withFieldTexts(paragraph: Element): Element {
  const open: string[] = []
  for (const run of topmost('w:r', paragraph))
    for (const part of childElements(run)) {
      const last = open.length - 1
      const type = part.name === 'w:fldChar' ? part.attribs['w:fldCharType'] : undefined
      if (type === 'begin') open.push('')
      else if (type === 'end') insert(run, overlaidText(open.pop() ?? ''))
      else if (part.name === 'w:instrText' && last >= 0) open[last] = (open[last] ?? '') + contentOf(part)
    }
  return paragraph
}

function insert(run: Element, text: string | null): void {
  if (text !== null) run.children.push(...textElement(text))
}

/** A simple field: its stored result, or what its instruction shows. */
export function simpleField(field: Element): Node[] {
  const text = overlaidText(field.attribs['w:instr'] ?? '')
  return text === null ? field.children : [runOf(text, field)]
}

/** The run is made of the field itself, so that it stands in its place. */
function runOf(text: string, field: Element): Element {
  field.name = 'w:r'
  field.attribs = {}
  field.children = textElement(text)
  return field
}

/** A legacy drop-down list (ECMA-376 §17.16.9) stores which entry is chosen, and no text. */
export function withChosenEntry(fieldCharacter: Element): Node[] {
  const list = childOf(childOf(fieldCharacter, 'w:ffData'), 'w:ddList')
  if (list === undefined) return [fieldCharacter]
  const chosen = Number(settingOf(list, 'w:result') ?? settingOf(list, 'w:default') ?? 0)
  const entry = childElements(list).filter(({ name }) => name === 'w:listEntry')[chosen]
  return [fieldCharacter, ...textElement(entry?.attribs['w:val'] ?? '')]
}
