import { AFTERNOON, NOON, PARTS_OF_DAY, WEEKDAY } from '../words/parts-of-day.ts'
import { pattern } from '../words/pattern.ts'
import { BY_THEN } from './vocabulary.ts'

/** A time of day `HH:MM:SS` that words may mean, and what of it they don't say. */
type TimeReading = { readonly time: string; readonly why: string }

/** «(周五)» behind a day, and what parts it from the time. */
export const WEEKDAY_BEHIND = pattern`\)?(?:\(${WEEKDAY}\)|${WEEKDAY})?[, ]?`
const TIME = pattern`^${WEEKDAY_BEHIND}(?:北京时间|当[日天](?=\d))?(${PARTS_OF_DAY})?(?:(\d{1,2})(?:[:时点](\d{2}|(?=\D|$))(?::\d{2}|分)?([半整])?)|(?:(\d{3,4})|(\d{1,2}))(?=${BY_THEN}))`
/** What is said in the place of a time. */
const INSTEAD = pattern`^\)?(?:\([^()]*\))?(${['下班', NOON, '上午', '晚上', '当日', '当天']})`
const END_OF_DAY: readonly TimeReading[] = [
  { time: '23:59:59', why: '未写时刻: 当日24时' },
  { time: '17:30:00', why: '未写时刻: 当日下班' },
]

/** The times that what follows a day may mean, the likeliest first; `run`: four digits that stuck to the day. */
export function timesOf(rest: string, run: string | null): readonly TimeReading[] {
  if (run !== null) return clock(run.slice(0, 2), run.slice(2), { half: '', why: '' })
  const match = TIME.exec(rest)
  if (match !== null) return timeOf(match)
  const word = INSTEAD.exec(rest)?.[1]
  if (word === '下班') return [{ time: '17:30:00', why: '“下班前”未写时刻' }]
  if (word === NOON || word === '上午') return [{ time: '12:00:00', why: `“${word}”未写时刻` }]
  return END_OF_DAY
}

function timeOf([, half = '', hour, minute = '', part, run, bare]: RegExpExecArray): readonly TimeReading[] {
  if (run !== undefined) return clock(run.slice(0, -2), run.slice(-2), { half, why: `“${run}”疑缺冒号` })
  if (bare !== undefined) return clock(bare, '00', { half, why: `“${bare}”后疑缺“时”` })
  return clock(hour ?? '', part === '半' ? '30' : minute || '00', { half, why: '' })
}

type How = { readonly half: string; readonly why: string }

/** Without 上午 or 下午 a small hour may be either. */
function clock(hours: string, minutes: string, { half, why }: How): readonly TimeReading[] {
  const [hour, minute] = [Number(hours), Number(minutes)]
  const also = (unsaid: string) => (why === '' ? unsaid : `${why}, ${unsaid}`)
  if (hour > 24 || minute > 59) return END_OF_DAY.map(one => ({ ...one, why: also(one.why) }))
  const isLater = (AFTERNOON.includes(half) && hour < 12) || (half === NOON && hour < 3)
  const midnight = hour === 24 || (hour === 12 && /晚/.test(half))
  if (midnight) return [{ time: '23:59:59', why }]
  const one = timeText(isLater ? hour + 12 : hour, minute)
  if (half === '上午' && hour === 12) return [{ time: one, why: also('“上午12时”按中午') }]
  if (half !== '' || hour === 0 || hour > 6) return [{ time: one, why }]
  return [timeText(hour + 12, minute), one].map(time => ({ time, why: also('未写上午或下午') }))
}

const timeText = (hour: number, minute: number): string =>
  `${String(hour).padStart(2, '0')}:${String(minute).padStart(2, '0')}:00`
