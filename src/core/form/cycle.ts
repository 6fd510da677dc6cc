import type { Call } from '../call/call.ts'
import { readIntervals } from '../dates/dates.ts'
import type { FormDescription } from './description.ts'
import { bearsTitle, isTitle } from './title.ts'

/** What forms call the time for which they are written. */
const CYCLE_WORDS = ['创建周期', '建设周期', '培育周期', '创建期', '建设期']
const YEAR_OF_TITLE = /((?:19|20)\d{2})\s?年度?/g

/**
 * The cycle that a form says it is for, where that is another than the call's; null where it is the call's, or nothing is
 * said. `printed` are lines of the form itself (title, cover, instructions), never an applicant's text.
 */
export function otherCycle(
  printed: readonly string[],
  form: FormDescription,
  call: Pick<Call, 'cycle' | 'announced'>,
): string | null {
  const said = printed.flatMap(line => cyclesIn(line, form))
  const { cycle } = call
  if (cycle === null) return otherYear(printed, form, call)
  if (said.some(({ from, to }) => from === cycle.from && to === cycle.to)) return null
  const [other] = said
  return other?.written ?? otherYear(printed, form, call)
}

type Cycle = { readonly from: string; readonly to: string; readonly written: string }

/** Ranges beside a word for the cycle, in the title, or alone in their line. */
function cyclesIn(line: string, form: FormDescription): Cycle[] {
  const text = line.trim()
  const isCycle = CYCLE_WORDS.some(word => text.includes(word)) || bearsTitle(text, form)
  return readIntervals(text.slice(0, 300)).filter(
    ({ isRange, written }) => isRange && (isCycle || text.replace(/[()（）\s]/g, '') === written.replace(/\s/g, '')),
  )
}

/** «2022年度…申报书»: the year of the title must be one in which the call stands or its cycle begins. */
function otherYear(
  printed: readonly string[],
  form: FormDescription,
  call: Pick<Call, 'cycle' | 'announced'>,
): string | null {
  const years = [call.announced, call.cycle?.from ?? call.announced].map(date => date.slice(0, 4))
  const titles = printed.filter(line => line.length <= 60 && isTitle(line, form))
  const said = titles.flatMap(title => [...title.matchAll(YEAR_OF_TITLE)])
  if (said.some(([, year = '']) => years.includes(year))) return null
  return said[0]?.[0] ?? null
}
