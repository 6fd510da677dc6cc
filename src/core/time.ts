export type Precision = 'day' | 'minute' | 'second'

/** Making one costs as much as formatting a thousand dates. */
const formats = new Map<string, Intl.DateTimeFormat>()

function formatOf(timezone: string): Intl.DateTimeFormat {
  const known = formats.get(timezone)
  if (known !== undefined) return known
  const made = new Intl.DateTimeFormat('en-US', {
    timeZone: timezone,
    hourCycle: 'h23',
    year: 'numeric',
    month: 'numeric',
    day: 'numeric',
    hour: '2-digit',
    minute: '2-digit',
    second: '2-digit',
  })
  formats.set(timezone, made)
  return made
}

const partsOf = (date: Date, timezone: string): Readonly<Record<string, string>> =>
  Object.fromEntries(
    formatOf(timezone)
      .formatToParts(date)
      .map(({ type, value }) => [type, value]),
  )

/** «2024年5月20日 10:00» in that time zone, which the configuration has checked. */
export function beijing(date: Date, timezone: string, precision: Precision = 'minute'): string {
  if (Number.isNaN(date.getTime())) return '时间不明'
  const { year, month, day, hour, minute, second } = partsOf(date, timezone)
  const written = `${year}年${month}月${day}日`
  if (precision === 'day') return written
  return `${written} ${hour}:${minute}${precision === 'second' ? `:${second}` : ''}`
}

/** «5-20 10:00», for tables. */
export function shortTime(date: Date, timezone: string, precision: Exclude<Precision, 'day'> = 'minute'): string {
  if (Number.isNaN(date.getTime())) return '时间不明'
  const { month, day, hour, minute, second } = partsOf(date, timezone)
  return `${month}-${day} ${hour}:${minute}${precision === 'second' ? `:${second}` : ''}`
}

export const zoneName = (timezone: string): string => (timezone === 'Asia/Shanghai' ? '北京时间' : timezone)

/** «2024年5月20日 10:00（北京时间）». */
export const zonedTime = (date: Date, timezone: string, precision: Precision = 'minute'): string =>
  `${beijing(date, timezone, precision)}（${zoneName(timezone)}）`
