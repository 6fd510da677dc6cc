import type { Bar, Block } from '../letter/letter.ts'
import { dayIn } from '../text/day.ts'
import { shortTime } from '../text/time.ts'
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

/** Up to the deadline; where that is further than two weeks from the notice, up to today until it has come. */
const lastDay = ({ announced }: CallFacts, today: string, deadline: string): string =>
  today < deadline && Date.parse(deadline) - Date.parse(announced) >= DAYS * DAY ? today : deadline

type Came = { readonly day: string; readonly late: boolean; readonly accepted: boolean }

const bar = (label: string, came: readonly Came[], mark?: string): Bar => {
  const good = came.filter(({ accepted }) => accepted).length
  return { label, good, other: came.length - good, ...(mark === undefined ? {} : { mark }) }
}

const labelOf = (day: string): string => `${Number(day.slice(5, 7))}-${Number(day.slice(8))}`

const unlessEmpty = ({ good, other, ...rest }: Bar): readonly Bar[] =>
  good + other === 0 ? [] : [{ good, other, ...rest }]

/** Submissions of each day against the deadline: accepted ones and others. */
export function arrivalDays(call: CallFacts, { composedAt, timezone }: DigestFacts): Block {
  const dayOf = (at: Date) => dayIn(at, timezone)
  const deadline = dayOf(call.deadline)
  const today = dayOf(composedAt)
  const days = daysUpTo(lastDay(call, today, deadline), call.announced)
  const came = call.received.map(({ at, outcome }) => ({
    day: dayOf(at),
    late: at > call.deadline,
    accepted: outcome === 'accepted',
  }))
  const inTime = Map.groupBy(
    came.filter(({ late }) => !late),
    ({ day }) => day,
  )
  const before = [...inTime].flatMap(([day, of]) => (day < (days[0] ?? deadline) ? of : []))
  const markOf = (day: string) => {
    if (day === deadline) return `${shortTime(call.deadline, timezone).split(' ')[1]}截止`
    return day === today ? '今日' : undefined
  }
  return {
    kind: 'bars',
    good: '受理',
    other: '其他',
    bars: [
      ...unlessEmpty(bar('此前', before)),
      ...days.map(day => bar(labelOf(day), inTime.get(day) ?? [], markOf(day))),
      ...unlessEmpty(
        bar(
          '截止后',
          came.filter(({ late }) => late),
        ),
      ),
    ],
  }
}
