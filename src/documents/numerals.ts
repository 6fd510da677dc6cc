const DIGITS = ['〇', '一', '二', '三', '四', '五', '六', '七', '八', '九']
const STEMS = ['甲', '乙', '丙', '丁', '戊', '己', '庚', '辛', '壬', '癸']

/** How a number is written in front of a list's paragraph. */
export type NumeralStyle =
  | 'decimal'
  | 'chinese'
  | 'digits'
  | 'stems'
  | 'circled'
  | 'letters'
  | 'Letters'
  | 'roman'
  | 'Roman'

/** A list's number, 1 or more; beyond what a style knows it is decimal. */
export function numeral(value: number, style: NumeralStyle): string {
  switch (style) {
    case 'decimal':
      return String(value)
    case 'chinese':
      return value < 100 ? chinese(value) : String(value)
    case 'digits':
      return [...String(value)].map(digit => DIGITS[Number(digit)] ?? digit).join('')
    case 'stems':
      return STEMS[value - 1] ?? String(value)
    case 'circled':
      return value <= 20 ? String.fromCodePoint(0x245f + value) : String(value)
    case 'letters':
      return letter(value)
    case 'Letters':
      return letter(value).toUpperCase()
    case 'roman':
      return roman(value)
    case 'Roman':
      return roman(value).toUpperCase()
    default:
      return style satisfies never
  }
}

/** 一 … 十, 十一 … 二十, 二十一 … */
function chinese(value: number): string {
  const [tens, ones] = [Math.floor(value / 10), value % 10]
  const digit = ones === 0 ? '' : DIGITS[ones]
  return tens === 0 ? (DIGITS[value] ?? '') : `${tens === 1 ? '' : DIGITS[tens]}十${digit}`
}

const letter = (value: number): string => (value <= 26 ? String.fromCodePoint(0x60 + value) : String(value))

const ROMAN = ['', 'i', 'ii', 'iii', 'iv', 'v', 'vi', 'vii', 'viii', 'ix']

const roman = (value: number): string =>
  value < 40 ? 'x'.repeat(Math.floor(value / 10)) + ROMAN[value % 10] : String(value)
