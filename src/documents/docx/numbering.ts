import type { Look } from '../../core/document/document.ts'
import { createListCounter, type ListLevel } from '../list-counter.ts'
import type { NumeralStyle } from '../numerals.ts'
import type { Place } from './styles.ts'
import { childElements, childOf, type Element, isOn, parseLoosely, settingOf, topmost } from './xml.ts'

/** What Word counts: the number in front of a paragraph, and the place in its list. */
type Numbered = { readonly text: string; readonly list: NonNullable<Look['list']> }

/** The number of the next paragraph at a place of a list; `style` is the paragraph's, where the place comes from there. */
export type Numbering = (place: Place | undefined, style: string | undefined) => Numbered | null

/** ECMA-376 §17.9, of the part that tells the lists; '' where there is none. A list is counted by its abstract definition, as Word counts it. */
export function numberingOf(xml: string): Numbering {
  const lists = listsIn(parseLoosely(xml))
  const counter = createListCounter()
  return (place, style) => {
    const list = lists.get(place?.list ?? '')
    if (place === undefined || list === undefined) return null
    const level = place.level ?? Math.max(0, list.styles.indexOf(style ?? ''))
    const { text, ordinal } = counter.next(list.key, level, list.levels)
    return { text, list: { id: list.key, level, ordinal } }
  }
}

type List = {
  readonly key: string
  readonly levels: readonly ListLevel[]
  /** For each level the style whose paragraphs stand on it. */
  readonly styles: readonly string[]
}

function listsIn(root: Element | undefined): ReadonlyMap<string, List> {
  const all = childElements(root)
  const abstract = new Map(
    all
      .filter(({ name }) => name === 'w:abstractNum')
      .map(one => [one.attributes['w:abstractNumId'], topmost('w:lvl', one)] as const),
  )
  return new Map(
    all
      .filter(({ name }) => name === 'w:num')
      .map(one => {
        const key = settingOf(one, 'w:abstractNumId') ?? ''
        const id = one.attributes['w:numId'] ?? ''
        const levels = abstract.get(key) ?? []
        const isOverridden = childOf(one, 'w:lvlOverride') !== undefined
        return [id, listOf(isOverridden ? `${key} from ${id}` : key, isOverridden ? overridden(levels, one) : levels)]
      }),
  )
}

const listOf = (key: string, levels: readonly Element[]): List => ({
  key,
  levels: levels.map(levelOf),
  styles: levels.map(level => settingOf(level, 'w:pStyle') ?? '-'),
})

/** Levels that the list defines anew (ECMA-376 §17.9.8). */
function overridden(levels: readonly Element[], list: Element): readonly Element[] {
  const own = new Map(
    topmost('w:lvlOverride', list).map(one => [one.attributes['w:ilvl'], childOf(one, 'w:lvl')] as const),
  )
  return levels.map((level, index) => own.get(String(index)) ?? level)
}

const levelOf = (level: Element): ListLevel => ({
  style: STYLES[settingOf(level, 'w:numFmt') ?? 'decimal'] ?? null,
  text: settingOf(level, 'w:lvlText') ?? '',
  start: Number(settingOf(level, 'w:start') ?? 1),
  isDecimal: isOn(level, 'w:isLgl'),
})

/** What isn't listed has no number: bullets, pictures. */
const STYLES: Readonly<Record<string, NumeralStyle>> = {
  decimal: 'decimal',
  decimalZero: 'decimal',
  decimalFullWidth: 'decimal',
  decimalHalfWidth: 'decimal',
  chineseCounting: 'chinese',
  chineseCountingThousand: 'chinese',
  japaneseCounting: 'chinese',
  taiwaneseCounting: 'chinese',
  taiwaneseCountingThousand: 'chinese',
  ideographDigital: 'digits',
  japaneseDigitalTenThousand: 'digits',
  ideographTraditional: 'stems',
  decimalEnclosedCircle: 'circled',
  decimalEnclosedCircleChinese: 'circled',
  lowerLetter: 'letters',
  upperLetter: 'Letters',
  lowerRoman: 'roman',
  upperRoman: 'Roman',
}
