import type { Call } from '../../call/call.ts'
import { readIntervals } from '../../dates/dates.ts'
import type { FormDescription } from '../description.ts'
import { bearsTitle, isTitle } from '../title.ts'

/** What forms call the time for which they are written. */
const CYCLE_WORDS = ['创建周期', '建设周期', '培育周期', '创建期', '建设期']
const YEAR_OF_TITLE = /((?:19|20)\d{2})\s?年度?/g
/** A line of its own beside the title: «（2022年度）». */
const YEAR_ALONE = /^[(（【]?((?:19|20)\d{2})年度[)）】]?$/
/** So many lines behind the title belong to it. */
const NEAR_TITLE = 2

/** Lines of the form itself, never an applicant's text: those over the first heading and table, and its instructions. */
export type Printed = { readonly head: readonly string[]; readonly instructions: readonly string[] }

/** The cycle that a form says it is for, where that is another than the call's; null where it is the call's, or nothing is said. */
export function otherCycle(
  { head, instructions }: Printed,
  form: FormDescription,
  call: Pick<Call, 'cycle' | 'announced'>,
): string | null {
  const { cycle } = call
  if (cycle === null) return otherYear(head, form, call)
  const said = [...head, ...instructions].flatMap(line => cyclesIn(line, form))
  if (said.some(one => isSame(one, cycle))) return null
  const [other] = said
  return other?.written ?? otherYear(head, form, call)
}

type Cycle = { readonly from: string; readonly to: string; readonly written: string }

/** «2024—2026年» tells no months. */
const isSame = ({ from, to }: Cycle, cycle: NonNullable<Call['cycle']>): boolean =>
  (from === cycle.from && to === cycle.to) ||
  (from === `${cycle.from.slice(0, 4)}-01` && to === `${cycle.to.slice(0, 4)}-12`)

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
  head: readonly string[],
  form: FormDescription,
  call: Pick<Call, 'cycle' | 'announced'>,
): string | null {
  const years = [call.announced, call.cycle?.from ?? call.announced].map(date => date.slice(0, 4))
  const titles = head.flatMap((line, at) => (line.length <= 60 && bearsTitle(line, form) ? [at] : []))
  const said = head.flatMap((line, at) => {
    if (titles.includes(at)) return isTitle(line, form) ? [...line.matchAll(YEAR_OF_TITLE)] : []
    const alone = YEAR_ALONE.exec(line)
    return alone !== null && titles.some(title => Math.abs(at - title) <= NEAR_TITLE) ? [alone] : []
  })
  if (said.some(([, year = '']) => years.includes(year))) return null
  const [first] = said
  return first === undefined ? null : first[0].replace(/[()（）【】]/g, '')
}
