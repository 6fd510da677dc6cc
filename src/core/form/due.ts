import type { Call, Month } from '../call/call.ts'
import { type Interval, readIntervals } from '../dates/dates.ts'

const RECURRING =
  /每(?:个|半|两|一)?(?:学期|学年|季度?|月|周|年|日|天)|按(?:月|季度?|周|学期|年)|逐[月年]|定期|月度|季度性|双周/
const OPEN = /长期|常态化|持续|始终|贯穿|经常性|全过程|不定期/
const WHOLE_CYCLE = /(?:创建|建设)(?:周期|期)(?:内|末|结束前|结束)/
/** What makes a single date the end of a limit and not its beginning. */
const ENDS = /^\s{0,2}(?:底|末)?(?:之前|以前|前|止|完成|结束|底|末)/
const BEGINS = /^\s{0,2}(?:起|开始|以来|以后)/
const LONGEST = 500

/**
 * The end of a measure's limit, `YYYY-MM`; `recurring` (每学期), `open` (长期坚持), null where it tells neither. A written end
 * counts before 每月 and 长期; a bare date beside them is when it begins.
 */
export function readDue(text: string, cycle: Call['cycle'] | null = null): string | null {
  const limit = text.slice(0, LONGEST)
  const last = latestEnd(limit)
  if (last !== null) return last.to
  if (cycle !== null && WHOLE_CYCLE.test(limit)) return cycle.to
  if (OPEN.test(limit)) return 'open'
  return RECURRING.test(limit) ? 'recurring' : null
}

/** The earliest month that may be the end of a limit: «2026年» may mean January, «2026年底» only December. */
export function earliestEnd(text: string): Month | null {
  const limit = text.slice(0, LONGEST)
  const last = latestEnd(limit)
  if (last === null) return null
  return ENDS.test(behind(last, limit)) ? last.to : last.endFrom
}

function latestEnd(limit: string): Interval | null {
  const dates = readIntervals(limit).filter(date => date.isRange || !BEGINS.test(behind(date, limit)))
  const ends = dates.filter(date => date.isRange || ENDS.test(behind(date, limit)))
  const isSpread = RECURRING.test(limit) || OPEN.test(limit)
  const [first, ...others] = isSpread ? ends : dates
  return first === undefined ? null : others.reduce((last, date) => (date.to > last.to ? date : last), first)
}

const behind = ({ at, written }: Interval, limit: string): string => limit.slice(at + written.length)
