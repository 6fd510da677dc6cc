import type { NumberStyle } from './sheet.ts'

const HAN = '一二三四五六七八九十'
const ROMAN = ['Ⅰ', 'Ⅱ', 'Ⅲ', 'Ⅳ', 'Ⅴ', 'Ⅵ', 'Ⅶ', 'Ⅷ', 'Ⅸ', 'Ⅹ', 'Ⅺ', 'Ⅻ']

export const han = (number: number): string => (number <= 10 ? (HAN[number - 1] ?? '') : `十${HAN[number - 11] ?? ''}`)

/** The number of a heading as it is typed; Word's own numbers look like those typed. */
export function numberText(style: NumberStyle, number: number): string {
  switch (style) {
    case '一、':
    case 'word 一、':
      return `${han(number)}、`
    case '一.':
      return `${han(number)}. `
    case '（一）':
      return `（${han(number)}）`
    case '1.':
    case 'word 1.':
      return `${number}. `
    case '1、':
      return `${number}、`
    case '（1）':
      return `（${number}）`
    case '1 ':
      return `${number} `
    case '第一部分 ':
      return `第${han(number)}部分 `
    case '第一章 ':
      return `第${han(number)}章 `
    case 'Ⅰ.':
      return `${ROMAN[number - 1]}. `
    case '①':
      return String.fromCodePoint(0x2460 + number - 1)
    case 'none':
      return ''
    default:
      return style satisfies never
  }
}

/** How items within a section are numbered, so that nobody takes them for its headings. */
export const itemStyles = (heading: NumberStyle): readonly NumberStyle[] => ITEMS[heading] ?? ['（一）', '1.', '1、']

const ITEMS: Partial<Record<NumberStyle, readonly NumberStyle[]>> = {
  '（一）': ['1.', '1、', '（1）'],
  '1.': ['（1）', '①', '（一）'],
  'word 1.': ['（1）', '①'],
  '1、': ['（1）', '①'],
  '1 ': ['（1）', '①'],
  '（1）': ['①', '1.'],
  '①': ['1.', '1、'],
}
