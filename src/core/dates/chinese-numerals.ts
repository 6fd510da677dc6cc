import { foldNumerals } from '../naming/numerals.ts'

/** A zero in years: 二〇二四, 二○一二, 二O二四, 二oo八. */
const ZEROS = /[oO○◯]/g
const LONGEST = 8
const ARABIC = /^\d{1,8}$/

/** A number that stands alone, in Arabic, full-width or Chinese numerals (二〇二四, 二零, 十二, 三十一); null for anything else. */
export function readNumeral(text: string): number | null {
  const token = text.trim()
  if (token.length > LONGEST) return null
  if (ARABIC.test(token)) return Number(token)
  const folded = foldNumerals(token.normalize('NFKC').replace(ZEROS, '〇'))
  return ARABIC.test(folded) ? Number(folded) : null
}
