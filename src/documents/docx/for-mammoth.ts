import { type Element, isElement, type Node, ownText } from './xml.ts'

/** What only dresses the text, or leads out of it to notes and comments that answer nothing. */
const LEFT_OUT = new Set([
  ...['sectPr', 'tblPr', 'tblPrEx', 'tblGrid', 'proofErr', 'lastRenderedPageBreak', 'bookmarkStart', 'bookmarkEnd'],
  ...['commentRangeStart', 'commentRangeEnd', 'commentReference', 'footnoteReference', 'endnoteReference'],
])

/** All that mammoth's text and tables depend on in an element's properties: a deleted mark joins two paragraphs. */
const READ: ReadonlyMap<string, readonly string[]> = new Map([
  ['pPr', ['rPr']],
  ['rPr', ['del']],
  ['trPr', ['del']],
  ['tcPr', ['gridSpan', 'vMerge']],
  ['sdtPr', ['checkbox']],
])

/** Elements whose attributes say nothing but who edited them last. */
const BARE = new Set(['p', 't', 'tr', 'tc', 'tbl'])

/**
 * WordprocessingML without what mammoth would make into formatting: its parser takes longer than all else, and of its document only
 * text and tables are read. Runs go too, for they only group text by its looks. Elements go by their local names, for a prefix may be any.
 */
export const forMammoth = (nodes: readonly Node[]): string => nodes.map(write).join('')

function write(node: Node): string {
  if (!isElement(node)) return 'children' in node ? forMammoth(node.children) : escaped(ownText(node))
  const name = localName(node)
  if (LEFT_OUT.has(name)) return ''
  if (name === 'r') return forMammoth(node.children)
  const read = READ.get(name)
  const children = read === undefined ? node.children : node.children.filter(child => isAmong(read, child))
  const inside = forMammoth(children)
  if (inside === '') return read === undefined ? `<${node.name}${attributes(node, name)}/>` : ''
  return `<${node.name}${attributes(node, name)}>${inside}</${node.name}>`
}

const isAmong = (names: readonly string[], node: Node): boolean => isElement(node) && names.includes(localName(node))

function attributes({ attribs }: Element, name: string): string {
  let written = ''
  for (const key in attribs)
    if (!BARE.has(name) || key.startsWith('xmlns')) written += ` ${key}="${escaped(attribs[key] ?? '')}"`
  return written
}

const localName = ({ name }: Element): string => name.slice(name.indexOf(':') + 1)

const escaped = (text: string): string =>
  /[&<>"]/.test(text) ? text.replace(/[&<>"]/g, character => `&#${character.charCodeAt(0)};`) : text
