import { DomUtils, parseDocument } from 'htmlparser2'

/** A node as htmlparser2 gives it. */
export type Node = ReturnType<typeof parseDocument>['children'][number]
export type Element = Extract<Node, { attribs: unknown }>

export const isElement = (node: Node): node is Element => 'attribs' in node

/** The text a node itself is, or '' for anything else. */
export const ownText = (node: Node): string => (node.type === 'text' && 'data' in node ? node.data : '')

export const childElements = (element: Element): Element[] => element.children.filter(isElement)

export const parse = (xml: string): Node[] => parseDocument(xml, { xmlMode: true }).children

export const serialise = (nodes: Node[]): string =>
  DomUtils.getOuterHTML(nodes, { xmlMode: true, encodeEntities: 'utf8' })

export const contentOf = (node: Node): string => DomUtils.textContent(node)

export function replaceInside(element: Element, change: (node: Node) => Node[]): Element {
  element.children = element.children.flatMap(change)
  return element
}

export const childOf = (element: Element | undefined, name: string): Element | undefined =>
  element && childElements(element).find(child => child.name === name)

/** The elements of that name at any depth, but not those inside another of them. */
export const topmost = (name: string, element: Element): Element[] =>
  childElements(element).flatMap(child => (child.name === name ? [child] : topmost(name, child)))

/** The attribute `w:val` of a child. */
export const settingOf = (element: Element | undefined, name: string): string | undefined =>
  childOf(element, name)?.attribs['w:val']

/** ECMA-376 §17.17.4: a switch is on by being there, unless it says otherwise. */
export const isOn = (element: Element | undefined): boolean =>
  element !== undefined && !['0', 'false', 'off'].includes(element.attribs['w:val'] ?? '')

/** Text that is put into a run. */
export const textElement = (text: string): Node[] => {
  const escaped = text.replace(/[&<>]/g, character => `&#${character.charCodeAt(0)};`)
  return parse(`<w:t xml:space="preserve">${escaped}</w:t>`)
}
