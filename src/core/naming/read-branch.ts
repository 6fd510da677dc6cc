import { isNamed } from '../honours/surnames.ts'
import { listed } from '../words/listed.ts'
import { patternWith } from '../words/pattern.ts'
import { endOfCore, endOfStem } from './decorations.ts'
import { normalise, quote, type Tidied } from './normalise.ts'
import { type BranchReading, matchBranch, type RosterOfCall } from './roster.ts'

/** The branch named in a field and the tidied text left behind it: a person, a date, an extension. */
export type FieldReading = { readonly branch: BranchReading; readonly tail: string }

type Field = { readonly from: number; readonly to: number }

const FULL = /党支部(?:委员会)?/g
// Not the 党支部 of 教工第一党支部(党支部书记张三).
const ITS_PEOPLE = listed('书记 委员 支委 成员 党员 负责 联系')
const FULL_ALONE = patternWith('g')`(?<!党支部-{0,3})党支部(?:委员会)?(?!${ITS_PEOPLE})`
const SHORT = /(?<!样板)支(?:部委员会|部|委会)/g

const lastEnd = (text: string, pattern: RegExp): number | null => {
  const last = [...text.matchAll(pattern)].at(-1)
  return last === undefined ? null : last.index + last[0].length
}

/** The branch is everything up to the last 党支部, for its name may hold hyphens. */
const cut = (text: string): number | null => lastEnd(text, FULL_ALONE) ?? lastEnd(text, FULL) ?? lastEnd(text, SHORT)

const SEPARATORS = /^[^\p{L}\p{N}×○✕✖╳*◯●□△_]+/u

/** Reads the branch that begins where the field does; whatever stands behind its name is `tail`. */
export const readBranch = (tidied: Tidied, field: Field, call: RosterOfCall): FieldReading => {
  const whole = tidied.text.slice(field.from, field.to)
  const from = field.from + (SEPARATORS.exec(whole)?.[0].length ?? 0)
  const text = tidied.text.slice(from, field.to)
  const readUpTo = (end: number): FieldReading => {
    const written = quote(tidied, from, from + end)
    return { branch: matchBranch(written, call), tail: text.slice(end) }
  }
  const end = cut(text)
  const readings = [endOfStem(text), endOfCore(text), ...(end === null ? [] : [end])].map(readUpTo)
  const known = readings.find(({ branch }) => branch.kind === 'known' || branch.kind === 'ambiguous')
  const last = readings.at(-1) ?? readUpTo(text.length)
  if (known !== undefined) return known
  const [first] = text.matchAll(FULL)
  const twice = first === undefined ? undefined : readUpTo(first.index + first[0].length)
  if (twice?.branch.kind === 'known' && isRepeated(text.slice(0, -twice.tail.length), twice.tail)) return twice
  // Without 党支部 nothing tells where a name ends: only one that is nearly the roster's counts as one, or is built as all of its rows are.
  return end === null && last.branch.kind === 'unknown' && !isOfKind(last.branch.written, call)
    ? { ...last, branch: { kind: 'none' } }
    : last
}

/** 机械2303班, where the roster has 机械2301班 and 英语2301班; somebody, where it has people. */
function isOfKind(written: string, { roster }: RosterOfCall): boolean {
  const alike = roster.filter(({ name }) => kindOf(name) === kindOf(written))
  return written.length < 20 && alike.length > 1 && alike.length * 2 > roster.length
}

const kindOf = (name: string): string => (isNamed(name) ? '人' : normalise(name).replace(/\d+/g, '#').slice(-2))

/** The whole name pasted twice: «…教工第一党支部-党建工作样板支部申报书-…教工第一党支部». */
const isRepeated = (name: string, tail: string): boolean => tail.slice(0, endOfCore(tail)).endsWith(name)
