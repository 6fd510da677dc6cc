import { childElements, childOf, type Element, parseLoosely, settingOf, switchOf } from './xml.ts'

/** What runs and paragraphs have by themselves or by their styles; undefined where nothing is said. */
export type RunLook = {
  readonly bold: boolean | undefined
  readonly hidden: boolean | undefined
  readonly size: number | undefined
}

export type Place = { readonly list: string | undefined; readonly level: number | undefined }

export type ParagraphStyle = RunLook & {
  readonly outline: number | undefined
  readonly centred: boolean | undefined
  readonly place: Place | undefined
}

export type Styles = {
  /** Of a paragraph's style, or of the one that paragraphs have without any. */
  readonly paragraph: (id: string | undefined) => ParagraphStyle
  readonly character: (id: string | undefined) => RunLook
  /** A character style for what asks to be written over. */
  readonly isPlaceholder: (id: string | undefined) => boolean
  /** What holds where no style says otherwise. */
  readonly defaults: RunLook
}

const NOTHING: ParagraphStyle = {
  bold: undefined,
  hidden: undefined,
  size: undefined,
  outline: undefined,
  centred: undefined,
  place: undefined,
}

/** Styles that a chain of «based on» may pass; a loop is somebody's attack. */
const LONGEST_CHAIN = 20

/** ECMA-376 §17.7. Of the part that tells the styles; '' where there is none. */
export function stylesOf(xml: string): Styles {
  const root = parseLoosely(withoutLatent(xml))
  const all = childElements(root).filter(({ name }) => name === 'w:style')
  const byId = new Map(all.map(style => [style.attributes['w:styleId'], style]))
  const standard = all.find(({ attributes }) => attributes['w:type'] === 'paragraph' && isTrue(attributes['w:default']))
    ?.attributes['w:styleId']
  const known = new Map<string, ParagraphStyle>()
  const resolve = (id: string, chain: number): ParagraphStyle => {
    const found = known.get(id)
    const style = byId.get(id)
    if (found !== undefined || style === undefined || chain > LONGEST_CHAIN) return found ?? NOTHING
    const base = settingOf(style, 'w:basedOn')
    const resolved = over(base === undefined ? NOTHING : resolve(base, chain + 1), styleIn(style))
    known.set(id, resolved)
    return resolved
  }
  const lookOf = (id: string | undefined) => (id === undefined ? NOTHING : resolve(id, 0))
  return {
    paragraph: id => lookOf(id === undefined || !byId.has(id) ? standard : id),
    character: lookOf,
    isPlaceholder: id => /placeholder|占位/i.test(settingOf(byId.get(id), 'w:name') ?? id ?? ''),
    defaults: runLook(childOf(childOf(childOf(root, 'w:docDefaults'), 'w:rPrDefault'), 'w:rPr')),
  }
}

/** Word lists there several hundred styles that the document doesn't use. */
function withoutLatent(xml: string): string {
  const [start, end] = [xml.indexOf('<w:latentStyles'), xml.indexOf('</w:latentStyles>')]
  return start === -1 || end < start ? xml : xml.slice(0, start) + xml.slice(end + '</w:latentStyles>'.length)
}

const isTrue = (value: string | undefined): boolean => value === '1' || value === 'true' || value === 'on'

function over(base: ParagraphStyle, own: ParagraphStyle): ParagraphStyle {
  return {
    bold: own.bold ?? base.bold,
    hidden: own.hidden ?? base.hidden,
    size: own.size ?? base.size,
    outline: own.outline ?? base.outline,
    centred: own.centred ?? base.centred,
    place: placeOver(base.place, own.place),
  }
}

export const placeOver = (base: Place | undefined, own: Place | undefined): Place | undefined =>
  own && { list: own.list ?? base?.list, level: own.level ?? base?.level }

function styleIn(style: Element): ParagraphStyle {
  const properties = childOf(style, 'w:pPr')
  const heading = /^(?:heading|标题) ?([1-9])$/i.exec(settingOf(style, 'w:name') ?? '')?.[1]
  return {
    ...runLook(childOf(style, 'w:rPr')),
    outline: outlineIn(properties) ?? (heading === undefined ? undefined : Number(heading)),
    centred: centredIn(properties),
    place: placeIn(properties),
  }
}

function runLook(properties: Element | undefined): RunLook {
  const halves = settingOf(properties, 'w:sz')
  return {
    bold: switchOf(properties, 'w:b'),
    hidden: switchOf(properties, 'w:vanish'),
    size: halves !== undefined && /^\d{1,4}$/.test(halves) ? Number(halves) / 2 : undefined,
  }
}

/** 0 to 8; 9 is Word's «body text», which is no level: 0 here. */
export function outlineIn(properties: Element | undefined): number | undefined {
  const level = settingOf(properties, 'w:outlineLvl')
  return level === undefined || !/^\d$/.test(level) ? undefined : level === '9' ? 0 : Number(level) + 1
}

export function centredIn(properties: Element | undefined): boolean | undefined {
  const alignment = settingOf(properties, 'w:jc')
  return alignment === undefined ? undefined : alignment === 'center'
}

export function placeIn(properties: Element | undefined): Place | undefined {
  const number = childOf(properties, 'w:numPr')
  if (number === undefined) return undefined
  const level = settingOf(number, 'w:ilvl')
  return { list: settingOf(number, 'w:numId'), level: level === undefined ? undefined : Number(level) }
}

export const NO_LOOK: RunLook = { bold: undefined, hidden: undefined, size: undefined }

/** Switches of a paragraph's and a character's style cancel one another (ECMA-376 §17.7.3). */
export function lookOfRun(styles: Styles, properties: Element | undefined, paragraph: ParagraphStyle): RunLook {
  const own = runLook(properties)
  const style = styles.character(settingOf(properties, 'w:rStyle'))
  const either = (name: 'bold' | 'hidden') =>
    own[name] ?? (styles.defaults[name] || (paragraph[name] ?? false) !== (style[name] ?? false))
  return {
    bold: either('bold'),
    hidden: either('hidden'),
    size: own.size ?? style.size ?? paragraph.size ?? styles.defaults.size,
  }
}
