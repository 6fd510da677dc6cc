import type { Lot } from './lot.ts'
import type { TrueMeasure } from './sheet.ts'
import { MEASURE_WORDS, MEMBERS } from './words/prose.ts'

/** Measures with limits inside the cycle, under titles that differ. */
export const drawMeasures = (lot: Lot, secretary: string): TrueMeasure[] =>
  lot.some(MEASURE_WORDS, lot.between(3, 6)).map(([title, detail], index) => {
    const own = lot.of(`${index}`)
    const due = drawDue(own.of('due'))
    return {
      title,
      detail: detail.replace(/#/g, () => String(own.between(2, 12))),
      ...due,
      owner: own.pick([secretary, ...MEMBERS]),
    }
  })

type Due = Pick<TrueMeasure, 'due' | 'from' | 'to' | 'dueText'>

const two = (month: number): string => String(month).padStart(2, '0')

/** What offices write for a limit; two in a hundred in a university's own words. */
function drawDue(lot: Lot): Due {
  if (lot.chance(0.12)) return recurring(lot)
  const [year, month] = inCycle(lot)
  const from = month > 3 ? `${year}年${month - 3}月` : `${year - 1}年${month + 9}月`
  const to = `${year}年${month}月`
  return { due: `${year}-${two(month)}`, from, to, dueText: lot.pick(wordings(year, month)) }
}

function recurring(lot: Lot): Due {
  return { due: 'recurring', from: null, to: null, dueText: lot.pick(['每学期', '每月', '每学期一次', '每季度']) }
}

function wordings(year: number, month: number): string[] {
  const plain = [
    `${year}年${month}月`,
    `${year}.${two(month)}`,
    `${year}年${month}月底前`,
    `${year}-${two(month)}`,
    `${year}年${month}月前`,
  ]
  if (month === 12) return [...plain, `${year}年底前`, `${year}年底`, `${year}年下半年`, `${year}年7月-12月`]
  if (month === 6) return [...plain, `${year}年上半年`, `${year}年1月至6月`]
  return plain
}

/** From August 2024 to May 2026. */
function inCycle(lot: Lot): readonly [number, number] {
  const months = lot.between(2024 * 12 + 7, 2026 * 12 + 4)
  return [Math.floor(months / 12), (months % 12) + 1]
}
