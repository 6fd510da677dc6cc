import type { parseDocument } from 'htmlparser2'

/** A node of XML as htmlparser2 gives it. */
export type Node = ReturnType<typeof parseDocument>['children'][number]
export type Element = Extract<Node, { attribs: unknown }>

export const isElement = (node: Node): node is Element => 'attribs' in node

/** The text a node itself is, or '' for anything else. */
export const ownText = (node: Node): string => (node.type === 'text' && 'data' in node ? node.data : '')

export const childElements = (element: Element): Element[] => element.children.filter(isElement)
