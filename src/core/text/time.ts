import { zonedParts } from './zoned-parts.ts'

export type Precision = 'day' | 'minute' | 'second'

/** «2024年5月20日 10:00» in that time zone. */
export function timeIn(date: Date, timezone: string, precision: Precision = 'minute'): string {
  if (Number.isNaN(date.getTime())) return '时间不明'
  const { year, month, day, hour, minute, second } = zonedParts(date, timezone)
  const written = `${year}年${month}月${day}日`
  if (precision === 'day') return written
  return `${written} ${hour}:${minute}${precision === 'second' ? `:${second}` : ''}`
}

/** «2024-05-20T10:00:00+08:00», as a call's file and the command line have a deadline: Beijing's clock. */
export const beijingTime = (date: Date): string =>
  `${new Date(date.getTime() + 8 * 3_600_000).toISOString().slice(0, 19)}+08:00`

/** «5-20 10:00», for tables. */
export function shortTime(date: Date, timezone: string, precision: Exclude<Precision, 'day'> = 'minute'): string {
  if (Number.isNaN(date.getTime())) return '时间不明'
  const { month, day, hour, minute, second } = zonedParts(date, timezone)
  return `${month}-${day} ${hour}:${minute}${precision === 'second' ? `:${second}` : ''}`
}

const zoneName = (timezone: string): string => (timezone === 'Asia/Shanghai' ? '北京时间' : timezone)

/** «2024年5月20日 10:00（北京时间）». */
export const zonedTime = (date: Date, timezone: string, precision: Precision = 'minute'): string =>
  `${timeIn(date, timezone, precision)}（${zoneName(timezone)}）`
