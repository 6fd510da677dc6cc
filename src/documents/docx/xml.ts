import { DomUtils, parseDocument } from 'htmlparser2'
import { childElements, type Element, isElement, type Node } from '../markup.ts'

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

export { type Element, isElement, type Node }
