import type { Cycle, Month } from '../call/call.ts'
import { anyOf } from '../words/any-of.ts'
import { listed } from '../words/listed.ts'
import { pattern, patternWith } from '../words/pattern.ts'
import { readNumeral } from './chinese-numerals.ts'
import { type Interval, readIntervals } from './dates.ts'
import { OVER_WORDS, plainLimit, shift } from './plain-limit.ts'
import { CYCLE_ENDS, OPEN_WORDS, RECURRING_WORDS } from './university-year.ts'

/**
 * A measure's limit as read. `due`: its end `YYYY-MM`, `recurring` (每学期), `open` (长期坚持), null where it is none of these or was
 * not understood. `earliest`: the first month that may be its end («2026年» may mean January); null where that is not told, too.
 */
type Limit = { readonly due: string | null; readonly earliest: Month | null }

/** What a limit is counted from: the cycle, and the day of the notice. */
export type LimitContext = { readonly cycle: Cycle | null; readonly announced: string | null }

const UNIT = '(?:个?学期|个?学年|个?季度?|个?月|个?星期|周|年度?|日|天)'
const EVERY = new RegExp(
  `[每各](?:[个半两一逢双]|[二三四五六\\d]个?)?(?:${UNIT}|逢)(?!\\d{4})[^，,。；;、\\n]{0,12}`,
  'g',
)
const SO_OFTEN = new RegExp(`[一两二三四半\\d]{1,2}${UNIT}(?:[一两二三四\\d]{1,2}|多)次|次[/／每]${UNIT}`, 'g')
/** What makes a single date the end of a limit and not its beginning. */
const ENDS = pattern`^\s{0,2}${[...OVER_WORDS, ...listed('止 完成 上旬 中旬 下旬')]}`
const BEGINS = pattern`^\s{0,2}(?:\d{1,2}[日号])?${listed('起 开始 以来 以后 之后 后')}`
const LONGEST = 500

/** A limit in a university's words (2025年春季学期, 七一前, 明年6月底, 两年内), as far as `cycle` and the day of the notice tell it. */
export function readLimit(text: string, { cycle, announced }: LimitContext): Limit {
  const from = (announced ?? cycle?.from)?.slice(0, 7) ?? null
  const written = tidy(text.slice(0, LONGEST))
  const stretch = cycle === null || ANY_YEAR.test(written) ? null : spanOf(written, cycle)
  if (stretch !== null) return { due: stretch, earliest: cycle?.from ?? null }
  const plain = from === null ? null : plainLimit(withoutRecurring(written), from)
  const dated = plain?.text ?? written
  const last = latestEnd(dated, isSpread(written))
  if (last !== null)
    return { due: last.to, earliest: plain?.guessed ? from : (plain?.begins.get(last.to) ?? earliestOf(last, dated)) }
  const span = cycle === null ? null : spanOf(written, cycle)
  if (span !== null) return { due: span, earliest: cycle?.from ?? null }
  if (OPEN.test(written)) return { due: 'open', earliest: null }
  return { due: isRecurring(written) ? 'recurring' : null, earliest: null }
}

const ANY_YEAR = /\d{4}/
const QUOTES = /["“”「」『』'‘’]/g
/** Spaces beside Chinese letters mean nothing; between two dotted dates they hold them apart. */
const SPACES = /(?<=\p{Script=Han})[ \t]+|[ \t]+(?=\p{Script=Han})/gu

const tidy = (text: string): string => text.normalize('NFKC').replace(QUOTES, '').replace(SPACES, '')

const OPEN = pattern`${OPEN_WORDS}`
const CYCLE_END = pattern`${CYCLE_ENDS}`
const OFTEN = pattern`${RECURRING_WORDS}`
const ALL_OFTEN = patternWith('g')`${RECURRING_WORDS}`

const isRecurring = (text: string): boolean => text.search(EVERY) >= 0 || text.search(SO_OFTEN) >= 0 || OFTEN.test(text)

const isSpread = (text: string): boolean => isRecurring(text) || OPEN.test(text)

/** «每年七一前» tells no date of the plan. */
const withoutRecurring = (text: string): string =>
  text
    .replace(EVERY, words => (/\d{4}/.test(words) ? words : ''))
    .replace(SO_OFTEN, '')
    .replace(ALL_OFTEN, '')

function latestEnd(limit: string, spread: boolean): Interval | null {
  const dates = readIntervals(limit).filter(date => date.isRange || !BEGINS.test(behind(date, limit)))
  const ends = dates.filter(date => date.isRange || ENDS.test(behind(date, limit)))
  const [first, ...others] = spread ? ends : dates
  return first === undefined ? null : others.reduce((last, date) => (date.to > last.to ? date : last), first)
}

const earliestOf = (last: Interval, limit: string): Month => (ENDS.test(behind(last, limit)) ? last.to : last.endFrom)

const behind = ({ at, written }: Interval, limit: string): string => limit.slice(at + written.length)

const NUMBER = '[一二两三四五六七八九十\\d]{1,3}'
const WITHIN = new RegExp(`(?<half>半)?(?<number>${NUMBER})?(?<unit>年半|年|个?月)(?:的?时间)?(?:[之以期]?内|左右)`)
/** «两年», «为期24个月», and nothing else. */
const FOR = anyOf([...listed('为期 历时 用时 共 约'), /自.{1,6}起/])
const LASTING = new RegExp(`^${FOR}?(?<half>半)?(?<number>${NUMBER})?(?<unit>年半|年|个月)(?:的?时间)?$`)
const AFTER_START = new RegExp(`T0?\\+(?<number>${NUMBER})(?<unit>个?月|年)`)
const YEAR_OF_CYCLE = /第(?<number>[一二三123])(?:个?年度?|个?建设年|创建年)(?<half>上半年|下半年)?/

/** A stretch of time from the cycle's beginning, or all of it. */
function spanOf(text: string, cycle: Cycle): Month | null {
  if (CYCLE_END.test(text)) return cycle.to
  const year = YEAR_OF_CYCLE.exec(text)?.groups
  if (year !== undefined) {
    const months = (readNumeral(year.number ?? '') ?? 1) * 12
    return atMost(shift(cycle.from, year.half === '上半年' ? months - 6 : months), cycle)
  }
  const span = (AFTER_START.exec(text) ?? WITHIN.exec(text) ?? LASTING.exec(text))?.groups
  const months = span === undefined ? null : monthsOf(span)
  return months === null ? null : shift(cycle.from, months)
}

/** The cycle's last year ends with it. */
const atMost = (month: Month, { to }: Cycle): Month => (month > to && shift(to, 1) >= month ? to : month)

function monthsOf({ half, number, unit = '' }: Readonly<Record<string, string | undefined>>): number | null {
  const count = number === undefined ? null : readNumeral(number.replace('两', '二'))
  if (half !== undefined) return unit.startsWith('年') ? 6 : null
  if (count === null) return null
  return unit.startsWith('年') ? count * 12 + (unit === '年半' ? 6 : 0) : count
}
