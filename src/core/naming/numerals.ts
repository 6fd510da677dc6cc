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

/** Chinese numerals to Arabic ones: 二十一 → 21, 二〇二一 → 2021. Expects lower case. */
export const foldNumerals = (text: string): string => text.replace(RUN, foldRun)
