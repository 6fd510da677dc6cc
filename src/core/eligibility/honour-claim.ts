import type { Honour, Level } from '../form/form.ts'
import type { CheckInput } from './check.ts'
import { clausesOf, mentioned, withoutSpaces, wordsOf } from './sentences.ts'
import { daysOf, positionOf, windowOf } from './window.ts'

/** What an honour is worth for a condition: `void` is known not to count, `doubtful` is for a person. The reason is Chinese. */
export type Claim = {
  readonly standing: 'counts' | 'doubtful' | 'void'
  readonly reason: string
  readonly quote: string
}

/** What only one of the conditions doubts; null where it doesn't. */
export type OwnDoubt = (honour: Honour, input: CheckInput) => string | null

/**
 * Words: `notHonours` (入围), `awarded` (获评: «经推荐获评» is an honour after all), `league` (团支部), `doubtful` (奖学金),
 * `doubtfulGrantors` (公司), `collegeGrantors` (学院党委).
 */
export function weighHonour(honour: Honour, input: CheckInput, ownDoubt: OwnDoubt): Claim {
  const empty = voidReason(honour, input)
  if (empty !== null) return { standing: 'void', reason: empty, quote: honour.quote }
  const doubt = doubtReason(honour, input) ?? ownDoubt(honour, input)
  if (doubt !== null) return { standing: 'doubtful', reason: doubt, quote: honour.quote }
  return { standing: 'counts', reason: '', quote: honour.quote }
}

function voidReason(honour: Honour, input: CheckInput): string | null {
  const { description } = input
  const candidate = mentioned(claimText(honour), wordsOf(description, 'notHonours'))
  if (candidate !== null && !isAwardedAfter(honour, candidate, input)) return `“${candidate}”不属于获得表彰`
  const league = leagueNamed(honour, wordsOf(description, 'league'))
  if (league !== null) return `“${league}”的荣誉不属于党支部荣誉`
  if (placeInTime(honour, input) === 'outside') return `时间不在近${description.window?.years ?? 0}年内`
  return isBelow(honour.level, description.level) ? '级别低于要求' : null
}

function doubtReason(honour: Honour, input: CheckInput): string | null {
  const { description, call } = input
  const text = claimText(honour)
  const candidate = mentioned(text, wordsOf(description, 'notHonours'))
  if (candidate !== null) return `是“${candidate}”还是已获表彰不明`
  const doubtful = mentioned(text, wordsOf(description, 'doubtful'))
  if (doubtful !== null) return `“${doubtful}”是否计入不明`
  const grantor = mentioned(honour.grantedBy, wordsOf(description, 'doubtfulGrantors'))
  if (grantor !== null) return `授予单位“${honour.grantedBy}”是否计入不明`
  const time = placeInTime(honour, input)
  if (time === 'undated') return '时间不明'
  if (time === 'straddles') return `时间跨越近${description.window?.years ?? 0}年的起止日`
  if (honour.level === 'unknown' && description.level !== null) return '级别不明'
  if (honour.recipientKind === 'unknown') return '获奖对象不明'
  const bodies = grantingBodies(honour)
  const colleges = [call.unit, ...wordsOf(description, 'collegeGrantors')]
  const onlyCollege = bodies.length > 0 && bodies.every(body => mentioned(body, colleges) !== null)
  return onlyCollege ? '级别与授予单位不一致' : null
}

const LEAGUE_OFFICER = /团(?:总?支部|小组)(?:副?书记|委员|成员|干部|组长)/g

/** The Youth League's branch as recipient or in the title; «党支部、团支部» and its officers are not meant. */
function leagueNamed(honour: Honour, words: readonly string[]): string | null {
  const recipient = (honour.recipient ?? claimText(honour)).replace(LEAGUE_OFFICER, '')
  const title = (honour.name ?? '').replace(LEAGUE_OFFICER, '')
  return mentioned(title, words) ?? (recipient.includes('党支部') ? null : mentioned(recipient, words))
}

/** The bodies that granted it together. */
export const grantingBodies = (honour: Honour): string[] =>
  (honour.grantedBy ?? '')
    .slice(0, 200)
    .split(/[、，,；;/()（）\s]+/)
    .filter(body => body !== '')

/** What tells of this honour alone: its row, or the clause of the sentence in which it stands. */
function claimText({ quote, name }: Honour): string {
  const isRow = quote.includes(' | ')
  if (isRow || name === null) return quote
  const own = withoutSpaces(name)
  return clausesOf(quote).find(clause => withoutSpaces(clause).includes(own)) ?? quote
}

function isAwardedAfter(honour: Honour, candidate: string, { description }: CheckInput): boolean {
  const [, ...behind] = claimText(honour).split(candidate)
  return mentioned(behind.join(candidate), wordsOf(description, 'awarded')) !== null
}

function placeInTime(
  { date }: Honour,
  { description, call }: CheckInput,
): 'inside' | 'outside' | 'straddles' | 'undated' {
  const window = windowOf(description.window, call)
  if (window === null) return 'inside'
  const days = date === null ? null : daysOf(date)
  return days === null ? 'undated' : positionOf(days, window)
}

const LEVELS: readonly Level[] = ['school', 'university', 'municipal', 'provincial', 'national']

const isBelow = (level: Level, required: Level | null): boolean =>
  required !== null && level !== 'unknown' && LEVELS.indexOf(level) < LEVELS.indexOf(required)
