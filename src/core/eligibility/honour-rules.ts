import { applicantField } from '../call/applicants.ts'
import type { Honour, Level } from '../form/form.ts'
import { levelOfGrantor } from '../honours/level.ts'
import { listed } from '../words/listed.ts'
import { patternWith } from '../words/pattern.ts'
import type { CheckInput } from './check.ts'
import { grantingBodies, LEVEL_NAMES, namingText, ownText } from './honour-text.ts'
import { mentioned, withoutSpaces, wordsOf } from './sentences.ts'
import { beijingDay, daysOf, type Position, positionOf, windowOf } from './window.ts'

/** Why an honour doesn't count, or may not; in Chinese, behind its name. null where the rule has nothing against it. */
export type HonourRule = (honour: Honour, input: CheckInput) => string | null

/** 入围, 提名: known not to be one, unless an award is told behind it («经推荐获评»). */
const isCandidate: HonourRule = (honour, { description }) => {
  const text = namingText(honour)
  const word = mentioned(text, wordsOf(description, 'notHonours'))
  if (word === null) return null
  const behind = text.slice(text.indexOf(word) + word.length)
  return mentioned(behind, wordsOf(description, 'awarded')) === null ? `为“${word}”，不属于获得表彰` : null
}

const OFFICERS = listed('书记 副书记 委员 成员 干部 组长')
const LEAGUE_OFFICER = patternWith('g')`团(?:总?支部|小组)${OFFICERS}`

/** The Youth League's branch as recipient or in the title; «党支部、团支部» and its officers are not meant, nor who applies as one. */
function leagueIn(honour: Honour, input: CheckInput): string | null {
  const words = wordsOf(input.description, 'league')
  if (applyingIn(input).some(text => mentioned(text, words) !== null)) return null
  const recipient = (honour.recipient ?? ownText(honour)).replace(LEAGUE_OFFICER, '')
  const title = (honour.name ?? '').replace(LEAGUE_OFFICER, '')
  return mentioned(title, words) ?? (recipient.includes('党支部') ? null : mentioned(recipient, words))
}

/** What those who apply are called: the call's noun, the form's label, the applicant's own name. */
function applyingIn({ call: { nouns, applicant, form }, branch }: CheckInput): readonly string[] {
  const label = form.fields[applicantField(applicant, form.fields)]?.label ?? ''
  return [nouns.applicant, label, branch.name]
}

const isLeagues: HonourRule = (honour, input) => {
  const word = input.description.type === 'honour' ? null : leagueIn(honour, input)
  return word === null ? null : `为${word}荣誉`
}

/** Of whoever applies to any call, it may be the same people. */
const mayBeLeagues: HonourRule = (honour, input) => {
  const word = input.description.type === 'honour' ? leagueIn(honour, input) : null
  return word === null ? null : `为${word}荣誉，是否计入不明`
}

const isOutside: HonourRule = (honour, input) =>
  placeInTime(honour, input) === 'outside' ? `时间不在近${input.description.window?.years}年内` : null

const isBelow: HonourRule = ({ level }, { description }) =>
  description.level !== null && below(level, description.level) ? `级别低于${LEVEL_NAMES[description.level]}` : null

/** An honour is known not to count by the first of these. */
export const VOID: readonly HonourRule[] = [isCandidate, isLeagues, isOutside, isBelow]

/** The word stands elsewhere in the row (学院推荐), or before an award. */
const mayBeCandidate: HonourRule = (honour, { description }) => {
  const word = mentioned(ownText(honour), wordsOf(description, 'notHonours'))
  return word === null ? null : `是“${word}”还是已获表彰不明`
}

/** 培育, 奖学金, 竞赛. */
const isDoubtful: HonourRule = (honour, { description }) => {
  const word = mentioned(ownText(honour), wordsOf(description, 'doubtful'))
  return word === null ? null : `涉及“${word}”，是否计入不明`
}

/** 公司, 协会. */
const isFromOutside: HonourRule = ({ grantedBy }, { description }) =>
  mentioned(grantedBy, wordsOf(description, 'doubtfulGrantors')) === null ? null : `授予单位“${grantedBy}”是否计入不明`

const isUndated: HonourRule = (honour, input) => (placeInTime(honour, input) === 'undated' ? '时间不明' : null)

const straddles: HonourRule = (honour, input) =>
  placeInTime(honour, input) === 'straddles' ? `时间跨越近${input.description.window?.years}年的起止日` : null

const hasNoLevel: HonourRule = ({ level }, { description }) =>
  level === 'unknown' && description.level !== null ? '级别不明' : null

/** Where anybody's count, one that names nobody, or the applicant, is the applicant's. */
const hasNoRecipient: HonourRule = ({ recipient, recipientKind }, { description: { type, params }, branch }) => {
  const isAnybodys = type === 'honour' && params.recipients === undefined
  const isOwn = isAnybodys && (recipient === null || isApplicant(recipient, branch.name))
  return recipientKind === 'unknown' && !isOwn ? '获奖对象不明' : null
}

/** «物理学院应物2301团支部», «团支部» and «本支部» are 应物2301团支部. */
function isApplicant(recipient: string, applicant: string): boolean {
  const [said, own] = [recipient, applicant].map(text => withoutSpaces(text.normalize('NFKC')))
  const bare = (said ?? '').replace(/^[本我]/, '').replace(/集体$/, '')
  return bare.length > 1 && own !== undefined && own !== '' && (bare.endsWith(own) || own.endsWith(bare))
}

/** 校级, but granted by the school. */
const contradictsGrantor: HonourRule = (honour, { call, description }) => {
  const bodies = grantingBodies(honour)
  const isUnits = bodies.length > 0 && bodies.every(body => body.includes(call.unit))
  const granted = isUnits ? 'school' : levelOfGrantor(honour.grantedBy ?? '')
  return description.level !== null && below(granted, description.level) ? '级别与授予单位不一致' : null
}

/** A person must look at an honour for the first of these. */
export const DOUBTFUL: readonly HonourRule[] = [
  mayBeCandidate,
  mayBeLeagues,
  isDoubtful,
  isFromOutside,
  isUndated,
  straddles,
  hasNoLevel,
  hasNoRecipient,
  contradictsGrantor,
]

function placeInTime(honour: Honour, { description, call }: CheckInput): Position | 'undated' {
  const { date } = honour
  const window = windowOf(description.window, call)
  if (window === null) return 'inside'
  const days = date === null ? null : daysOf(date)
  if (days === null) return 'undated'
  // What a form tells was given before it was due: «2023-2024学年» ends with the deadline, «至今» with the window.
  const due = beijingDay(call.deadline)
  if (days.from <= due && days.to > due) return positionOf({ ...days, to: due }, window)
  const isUntilNow = days.to > window.to && /至今/.test(ownText(honour))
  return positionOf(isUntilNow ? { ...days, to: window.to } : days, window)
}

const LEVELS: readonly Level[] = ['school', 'university', 'municipal', 'provincial', 'national']

const below = (level: Level, required: Level): boolean =>
  level !== 'unknown' && LEVELS.indexOf(level) < LEVELS.indexOf(required)
