import { readNumeral } from '../dates/chinese-numerals.ts'

const NUMERAL = /[〇零一二三四五六七八九十廿O○]{1,4}(?=[年月日号时点])/g

/** Numerals before 年, 月, 日 and 时 as digits: «五月二十日» is «5月20日». */
export const withDigits = (folded: string): string =>
  folded.replace(NUMERAL, numeral => {
    const value = readNumeral(numeral.replace('廿', '二十'))
    return value === null ? numeral : String(value)
  })

const WRITTEN = /((?:19|20)\d\d)[年.\-/](\d{1,2})[月.\-/](\d{1,2})日?/

/** The first whole day that a text names, `YYYY-MM-DD`; null where it names none. */
export function readDay(folded: string): string | null {
  const [, year, month, day] = WRITTEN.exec(withDigits(folded)) ?? []
  return year === undefined ? null : dayOf(Number(year), Number(month), Number(day))
}

/** null for a day that there isn't: 2月30日. */
export function dayOf(year: number, month: number, day: number): string | null {
  const date = new Date(Date.UTC(year, month - 1, day))
  const exists = date.getUTCMonth() === month - 1 && date.getUTCDate() === day && month >= 1 && day >= 1
  return exists ? date.toISOString().slice(0, 10) : null
}

/** So many days later. */
export function later(day: string, by: number): string {
  const date = new Date(`${day}T00:00:00Z`)
  date.setUTCDate(date.getUTCDate() + by)
  return date.toISOString().slice(0, 10)
}

const WEEKDAYS = '日一二三四五六'

/** 周一 … 周日, of a day. */
export const weekday = (day: string): string => `周${WEEKDAYS[new Date(`${day}T00:00:00Z`).getUTCDay()]}`
