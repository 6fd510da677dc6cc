import { dayIn } from '../day.ts'
import type { Bar, Block } from '../letter/letter.ts'
import { shortTime } from '../time.ts'
import type { CallFacts, DigestFacts } from './facts.ts'

/** The picture shows two weeks; what came before them is one bar. */
const DAYS = 14
const DAY = 86_400_000

/** Days `YYYY-MM-DD` are counted without time zones. */
const daysUpTo = (last: string, first: string): readonly string[] => {
  const end = Date.parse(last)
  const count = Math.min(DAYS, Math.max(1, (end - Date.parse(first)) / DAY + 1))
  return Array.from({ length: count }, (_, index) =>
    new Date(end - (count - 1 - index) * DAY).toISOString().slice(0, 10),
  )
}

const labelOf = (day: string): string => `${Number(day.slice(5, 7))}-${Number(day.slice(8))}`

/** Submissions of each day against the deadline: accepted ones and others. */
export function arrivalDays(call: CallFacts, { composedAt, timezone }: DigestFacts): Block {
  const deadline = dayIn(call.deadline, timezone)
  const today = dayIn(composedAt, timezone)
  const days = daysUpTo(
    today < deadline && Date.parse(deadline) - Date.parse(call.announced) >= DAYS * DAY ? today : deadline,
    call.announced,
  )
  const [first = deadline] = days
  const came = call.received.map(({ at, outcome }) => ({
    at,
    day: dayIn(at, timezone),
    accepted: outcome === 'accepted',
  }))
  const inTime = came.filter(({ at }) => at <= call.deadline)
  const bar = (label: string, of: typeof came, more: Partial<Bar> = {}): Bar => ({
    label,
    good: of.filter(({ accepted }) => accepted).length,
    other: of.filter(({ accepted }) => !accepted).length,
    ...more,
  })
  const before = inTime.filter(({ day }) => day < first)
  const late = came.filter(({ at }) => at > call.deadline)
  return {
    kind: 'bars',
    good: '受理',
    other: '其他',
    bars: [
      ...(before.length > 0 ? [bar('此前', before)] : []),
      ...days.map(day =>
        bar(
          labelOf(day),
          inTime.filter(one => one.day === day),
          day === deadline
            ? { mark: `${shortTime(call.deadline, timezone).split(' ')[1]}截止` }
            : day === today
              ? { mark: '今日' }
              : {},
        ),
      ),
      ...(late.length > 0 ? [bar('截止后', late)] : []),
    ],
  }
}
