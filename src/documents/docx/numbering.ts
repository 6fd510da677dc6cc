import { createListCounter, type ListLevel } from '../list-counter.ts'
import type { NumeralStyle } from '../numerals.ts'
import {
  childElements,
  childOf,
  type Element,
  isElement,
  isOn,
  type Node,
  parse,
  serialise,
  settingOf,
  textElement,
  topmost,
} from './xml.ts'

/** A docx's parts that tell how its lists are numbered; '' where it has none. */
export type NumberingParts = { readonly numbering: string; readonly styles: string }

/** The paragraph with the number that Word shows in front of it as text; mammoth would drop it. */
export type Numbering = (paragraph: Element) => Element

type Place = { readonly list: string; readonly level: number }

/** ECMA-376 §17.9. A list is counted by its abstract definition, as Word counts it. */
export function numberingOf({ numbering, styles }: NumberingParts): Numbering {
  if (numbering === '') return paragraph => paragraph
  const levels = levelsByList(parse(numbering))
  const placeOfStyle = placesByStyle(styles.includes('w:numPr') ? parse(styles) : [])
  const counter = createListCounter()
  return paragraph => {
    const properties = childOf(paragraph, 'w:pPr')
    const place = placeIn(properties) ?? placeOfStyle.get(settingOf(properties, 'w:pStyle') ?? '')
    const list = place === undefined ? undefined : levels.get(place.list)
    if (place === undefined || list === undefined) return paragraph
    const number = counter.next(list.key, place.level, list.levels)
    return number === '' ? paragraph : withNumber(paragraph, number)
  }
}

function placeIn(properties: Element | undefined): Place | undefined {
  const number = childOf(properties, 'w:numPr')
  const list = settingOf(number, 'w:numId')
  return list === undefined ? undefined : { list, level: Number(settingOf(number, 'w:ilvl') ?? 0) }
}

/** In front of the first run, and no longer a list to mammoth. */
function withNumber(paragraph: Element, number: string): Element {
  const properties = childOf(paragraph, 'w:pPr')
  if (properties !== undefined)
    properties.children = properties.children.filter(node => !isElement(node) || node.name !== 'w:numPr')
  const run = parse(`<w:r>${serialise(textElement(number))}</w:r>`)
  const at = properties === undefined ? 0 : paragraph.children.indexOf(properties) + 1
  paragraph.children.splice(at, 0, ...run)
  return paragraph
}

type List = { readonly key: string; readonly levels: readonly ListLevel[] }

function levelsByList(nodes: readonly Node[]): ReadonlyMap<string, List> {
  const root = nodes.filter(isElement).flatMap(childElements)
  const abstract = new Map(
    root
      .filter(({ name }) => name === 'w:abstractNum')
      .map(one => [one.attribs['w:abstractNumId'], topmost('w:lvl', one).map(levelOf)] as const),
  )
  return new Map(
    root
      .filter(({ name }) => name === 'w:num')
      .map(one => {
        const key = settingOf(one, 'w:abstractNumId') ?? ''
        const restarts = childOf(one, 'w:lvlOverride') !== undefined
        const id = one.attribs['w:numId'] ?? ''
        return [id, { key: restarts ? `${key} from ${id}` : key, levels: abstract.get(key) ?? [] }]
      }),
  )
}

const levelOf = (level: Element): ListLevel => ({
  style: STYLES[settingOf(level, 'w:numFmt') ?? 'decimal'] ?? null,
  text: settingOf(level, 'w:lvlText') ?? '',
  start: Number(settingOf(level, 'w:start') ?? 1),
  isDecimal: isOn(childOf(level, 'w:isLgl')),
})

/** What isn't listed has no number: bullets, pictures. */
const STYLES: Readonly<Record<string, NumeralStyle>> = {
  ...{ decimal: 'decimal', decimalZero: 'decimal', decimalFullWidth: 'decimal', decimalHalfWidth: 'decimal' },
  ...{ chineseCounting: 'chinese', chineseCountingThousand: 'chinese', japaneseCounting: 'chinese' },
  ...{ taiwaneseCounting: 'chinese', taiwaneseCountingThousand: 'chinese', ideographDigital: 'digits' },
  ...{ japaneseDigitalTenThousand: 'digits', ideographTraditional: 'stems' },
  ...{ decimalEnclosedCircle: 'circled', decimalEnclosedCircleChinese: 'circled' },
  ...{ lowerLetter: 'letters', upperLetter: 'Letters', lowerRoman: 'roman', upperRoman: 'Roman' },
}

function placesByStyle(nodes: readonly Node[]): ReadonlyMap<string, Place> {
  const styles = nodes.filter(isElement).flatMap(childElements)
  return new Map(
    styles.flatMap(style => {
      const place = placeIn(childOf(style, 'w:pPr'))
      const id = style.attribs['w:styleId']
      return place === undefined || id === undefined ? [] : [[id, place] as const]
    }),
  )
}
