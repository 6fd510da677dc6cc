import { Parser } from 'htmlparser2'
import { Unreadable } from '../unreadable.ts'

/** An element of OOXML by its usual name (`w:p`), whatever prefix the file gives it. */
export type Element = {
  readonly name: string
  readonly attributes: Readonly<Record<string, string>>
  readonly children: Node[]
}

export type Node = Element | string

export const isElement = (node: Node): node is Element => typeof node !== 'string'

export const childElements = (element: Element | undefined): Element[] => element?.children.filter(isElement) ?? []

export const childOf = (element: Element | undefined, name: string): Element | undefined => {
  for (const child of element?.children ?? []) if (isElement(child) && child.name === name) return child
  return undefined
}

/** The elements of that name at any depth, but not those inside another of them. */
export const topmost = (name: string, element: Element): Element[] =>
  childElements(element).flatMap(child => (child.name === name ? [child] : topmost(name, child)))

export const contentOf = (node: Node): string => (isElement(node) ? node.children.map(contentOf).join('') : node)

/** The attribute `w:val` of a child. */
export const settingOf = (element: Element | undefined, name: string): string | undefined =>
  childOf(element, name)?.attributes['w:val']

/** ECMA-376 §17.17.4: a switch is on by being there, unless it says otherwise; undefined where it is not there. */
export const switchOf = (element: Element | undefined, name: string): boolean | undefined => {
  const found = childOf(element, name)
  return found && !['0', 'false', 'off'].includes(found.attributes['w:val'] ?? '')
}

export const isOn = (element: Element | undefined, name: string): boolean => switchOf(element, name) === true

/** The root of a part. Damaged XML throws Unreadable: what a forgiving parser makes of it would be half a form. */
export function parse(xml: string): Element {
  const { root, isWhole } = read(xml)
  if (root === undefined || !isWhole) throw new Unreadable('corrupt')
  return root
}

/** The same of a part that no text depends on: what can be read of it. */
export const parseLoosely = (xml: string): Element | undefined => (xml === '' ? undefined : read(xml).root)

const CONTROL = /[\x00-\x08\x0b\x0c\x0e-\x1f]/

/**
 * The parser forgives everything. It is whole when each tag is closed by its own, and when there is no `<` but those of the tags that it saw.
 */
function read(xml: string): { readonly root: Element | undefined; readonly isWhole: boolean } {
  const open: Element[] = []
  const names = createNames()
  let root: Element | undefined
  let [tags, isClosed, isVerbatim] = [0, true, false]
  const parser = new Parser(
    {
      onopentag(name, attributes) {
        tags++
        const element = names.resolve(name, attributes)
        open.at(-1)?.children.push(element)
        root ??= element
        open.push(element)
      },
      onclosetag(_, isImplied) {
        open.pop()
        if (!isImplied) tags++
        // A tag that closes itself counts as implied, too.
        else if (xml[parser.endIndex - 1] !== '/') isClosed = false
      },
      ontext(text) {
        if (isVerbatim) tags += openings(text)
        const siblings = open.at(-1)?.children
        const last = siblings?.at(-1)
        if (siblings === undefined) return
        if (typeof last === 'string') siblings[siblings.length - 1] = last + text
        else siblings.push(text)
      },
      onprocessinginstruction: () => void tags++,
      oncomment(text) {
        tags += 1 + openings(text)
      },
      oncdatastart() {
        tags++
        isVerbatim = true
      },
      oncdataend() {
        isVerbatim = false
      },
    },
    { xmlMode: true },
  )
  parser.end(xml)
  return { root, isWhole: isClosed && tags === openings(xml) && !CONTROL.test(xml) }
}

function openings(text: string): number {
  let found = 0
  for (let at = text.indexOf('<'); at !== -1; at = text.indexOf('<', at + 1)) found++
  return found
}

/** The usual prefixes, by what their namespaces end in: transitional and strict ones differ in front (ECMA-376 part 1, annex A). */
const PREFIXES: readonly (readonly [string, string])[] = [
  ['/wordprocessingml/main', 'w'],
  ['/wordprocessingml/2006/main', 'w'],
  ['/drawingml/main', 'a'],
  ['/drawingml/2006/main', 'a'],
  ['/drawingml/wordprocessingDrawing', 'wp'],
  ['/drawingml/2006/wordprocessingDrawing', 'wp'],
  ['/drawingml/picture', 'pic'],
  ['/drawingml/2006/picture', 'pic'],
  ['/drawingml/2006/chart', 'c'],
  ['/officeDocument/2006/math', 'm'],
  ['/officeDocument/math', 'm'],
  ['/officeDocument/2006/relationships', 'r'],
  ['/officeDocument/relationships', 'r'],
  ['/markup-compatibility/2006', 'mc'],
  ['/word/2010/wordml', 'w14'],
  ['/word/2010/wordprocessingShape', 'wps'],
  ['/word/2010/wordprocessingGroup', 'wpg'],
  ['schemas-microsoft-com:vml', 'v'],
  ['schemas-microsoft-com:office:office', 'o'],
]

/** Gives elements and attributes their usual prefixes; what the file declares anywhere holds from there on. */
function createNames() {
  const usual = new Map<string, string>()
  const rename = (name: string): string => {
    const at = name.indexOf(':')
    const prefix = usual.get(at === -1 ? '' : name.slice(0, at))
    return prefix === undefined ? name : `${prefix}:${name.slice(at + 1)}`
  }
  const declare = (attributes: Readonly<Record<string, string>>) => {
    for (const key in attributes) {
      if (!key.startsWith('xmlns')) continue
      const [own, uri] = [key.slice(6), attributes[key] ?? '']
      const prefix = PREFIXES.find(([end]) => uri.endsWith(end))?.[1]
      if (prefix !== undefined && prefix !== own) usual.set(own, prefix)
      else usual.delete(own)
    }
  }
  return {
    resolve(name: string, attributes: Record<string, string>): Element {
      declare(attributes)
      if (usual.size === 0) return { name, attributes, children: [] }
      const renamed = Object.entries(attributes).map(([key, value]) => [key.includes(':') ? rename(key) : key, value])
      return { name: rename(name), attributes: Object.fromEntries(renamed), children: [] }
    },
  }
}
