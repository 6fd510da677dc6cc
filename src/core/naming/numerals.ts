const DIGITS: Readonly<Record<string, string>> = {
  〇: '0',
  '○': '0',
  '◯': '0',
  零: '0',
  一: '1',
  二: '2',
  三: '3',
  四: '4',
  五: '5',
  六: '6',
  七: '7',
  八: '8',
  九: '9',
  十: '10',
  百: '100',
}
// Letters O stand for zeros in 二OO八年, but only between two numerals.
const RUN = /[〇○◯零一二三四五六七八九十百](?:o{0,2}[〇○◯零一二三四五六七八九十百])*/g
const ONLY_CIRCLES = /^[〇○◯]+$/
const LONGEST_WITH_UNITS = 6

const spelledOut = (run: string): string => Array.from(run, numeral => DIGITS[numeral] ?? '0').join('')

const withUnits = (run: string): string => {
  let total = 0
  let pending = 0
  for (const numeral of run) {
    const value = Number(DIGITS[numeral] ?? '0')
    if (value < 10) pending = pending * 10 + value
    else {
      total += (pending || 1) * value
      pending = 0
    }
  }
  return String(total + pending)
}

const foldRun = (run: string): string => {
  // 〇〇 alone is a blank to be filled in, not a number.
  if (ONLY_CIRCLES.test(run)) return run
  return /[十百]/.test(run) && run.length <= LONGEST_WITH_UNITS ? withUnits(run) : spelledOut(run)
}

const ROMAN: Readonly<Record<string, number>> = {
  ...{ i: 1, ii: 2, iii: 3, iv: 4, v: 5, vi: 6, vii: 7, viii: 8, ix: 9, x: 10, xi: 11, xii: 12 },
}
/** Letters that number something: behind 第 or a Chinese character, and before 支部, 党支部. */
const ROMAN_LETTERS = /(?<=第-?|[\u4e00-\u9fff])[ivx]{1,4}(?=党?支部)/g

/** Ⅱ → 2; null of any other symbol. */
export function romanSign(symbol: string): string | null {
  if (!/^[\u2160-\u216b\u2170-\u217b]$/.test(symbol)) return null
  return String(ROMAN[symbol.normalize('NFKD').toLowerCase()])
}

/** Chinese and Roman numerals to Arabic ones: 二十一 → 21, 二〇二一 → 2021, 第ii党支部 → 第2党支部. Expects lower case. */
export const foldNumerals = (text: string): string =>
  text.replace(ROMAN_LETTERS, letters => String(ROMAN[letters] ?? letters)).replace(RUN, foldRun)
