import type { RecipientKind } from '../form/form.ts'
import { foldNumerals } from '../naming/numerals.ts'
import { listed } from '../words/listed.ts'
import { pattern } from '../words/pattern.ts'
import { isNamed } from './surnames.ts'

const LONGEST = 200

/** Another branch than the form's: «兄弟支部», or by its name. */
const OTHER_BRANCH = pattern`${listed('兄弟 其他 下属 各')}党?支部`
const NAMED_BRANCH = /^.{2,}党支部$/
/** Ends of a branch's name that any branch may be called by. */
const OF_WHOM = listed('教工 教师 机关 学生 本科生 研究生 师生 联合 离退休')
const ANY_BRANCH = pattern`^${OF_WHOM}*党支部$`

const SOME = listed('名 位 个 支部 学生 教师 预备 正式')
/** Whom a cell or the subject of a sentence names; the first that matches counts. Spaces are gone. */
const WORDS: readonly (readonly [RegExp, RecipientKind])[] = [
  [/\d个(?:党)?支部|[两三四五六七八九十]个(?:党)?支部/, 'unknown'],
  [/团(?:总?支部|小组|委)(?:副?书记|委员|干部)/, 'member'],
  [/团(?:总?支部|小组|委)/, 'unknown'],
  [/副书记/, 'member'],
  [/书记(?![、，,和及与])/, 'secretary'],
  [/书记[、，,和及与]/, 'unknown'],
  [pattern`${listed('成员 同学 老师 同志')}|委员(?!会)|${SOME}党员|${OF_WHOM}党员|^党员`, 'member'],
  [/(?:党支部|^支部|[本我该]支部|支部委员会)(?:集体)?$/, 'branch'],
  [/党支部|^支部|[本我该]支部/, 'branch'],
]

const BRACKETED = /\([^()]{0,60}\)/g
/** Words that end what looks like a name and is none. */
const NO_PERSON = pattern`${listed('类 届 级 组 室 队 系 所 院 部 班 处 中心 集体 团 委 会 办 校 无 个人 本人 项目 平台 实验室')}$`
const SEVERAL = pattern`${listed('支部 党员 成员 书记 委员 学生 研究生 本科生 教师 师生 集体 全体')}`
/** What stands behind a person's name. */
const TITLE = pattern`${listed('同志 老师 同学 教授 副教授')}$`
const PERSON = /^\p{Script=Han}{2,4}$|^\p{Script=Han}{1,6}·\p{Script=Han}{1,8}$/u

/** Names by which the honour itself tells who gets it. */
const ONLY_BRANCH = pattern`${listed('基层党组织 样板支部 最佳党日 党日活动')}|党支部(?!书记)`
const ONLY_SECRETARY = /支部书记|的书记|双带头人/

export type RecipientContext = {
  /** The secretary's name where the form tells it. */
  readonly secretary: string | null
  readonly branch: string | null
}

/** «授予党支部», «获奖人：李文博»: what leads to who got it. */
export const withoutAward = (text: string): string => text.trim().replace(AWARD, '')
const AWARD = pattern`^${listed('授予 颁给 颁予 获奖人 获奖者 获得者')}[:：]?\s*`

/** Whose honour it is by the column 获奖对象, the label of a row, or a sentence's subject. */
export function readRecipient(text: string, { secretary, branch }: RecipientContext): RecipientKind {
  const plain = bare(withoutAward(text))
  if (plain === '') return 'unknown'
  if (branch !== null && isOtherBranch(plain, branch)) return 'unknown'
  const people = peopleIn(plain.replace(BRACKETED, ''))
  const kind = people === null ? 'unknown' : kindOfPeople(people, secretary === null ? null : bare(secretary))
  if (kind !== 'unknown' || (people?.length ?? 0) > 1) return kind
  return WORDS.find(([pattern]) => pattern.test(plain))?.[1] ?? 'unknown'
}

/** Whose honour a part of a sentence tells of: two or three characters are only a name behind a common surname. */
export function readSubject(text: string, context: RecipientContext): RecipientKind {
  const plain = bare(text).replace(BRACKETED, '')
  const people = peopleIn(plain)
  if (people === null || plain === bare(context.secretary ?? '')) return readRecipient(text, context)
  return people.every(isNamed) ? readRecipient(text, context) : 'unknown'
}

/** Whose honour it must be by its name alone; `unknown` for most, for a secretary is a person too. */
export function recipientOfHonour(name: string): RecipientKind {
  const plain = bare(name)
  if (/团支部|团委/.test(plain)) return 'unknown'
  if (ONLY_SECRETARY.test(plain)) return 'secretary'
  return ONLY_BRANCH.test(plain) ? 'branch' : 'unknown'
}

/** «机械工程学院教工第1党支部» is 教工第一党支部; a name that neither ends the other is another's. */
function isOtherBranch(plain: string, branch: string): boolean {
  if (OTHER_BRANCH.test(plain)) return true
  if (!NAMED_BRANCH.test(plain) || /^[本我该]/.test(plain) || ANY_BRANCH.test(plain)) return false
  const [one, other] = [comparable(plain), comparable(branch)]
  return !one.endsWith(other) && !other.endsWith(one)
}

/** Without spaces and hyphens, numerals as digits: 第一, 第1 and 第01 are one. */
const comparable = (name: string): string => {
  const letters = name.normalize('NFKC').replace(/[^\p{L}\p{N}]/gu, '')
  return foldNumerals(letters.toLowerCase()).replace(/(?<!\d)0+(?=\d)/g, '')
}

/** «李文博、王小雨等3人» → both; null where it isn't a list of names. */
function peopleIn(plain: string): string[] | null {
  const names = plain
    .replace(/等(?:\d{0,3}[人名位])?$/, '')
    .split(/[、，,；;和]/)
    .map(name => name.replace(TITLE, ''))
    .filter(name => name !== '')
  return names.length > 0 && names.every(isPerson) ? names : null
}

/** Whether words may be the names of people, one or several. */
export const arePeople = (text: string): boolean => peopleIn(bare(text)) !== null

/** Whether words may be a person's name by their shape, and are no group's. */
const isPerson = (name: string): boolean => PERSON.test(name) && !NO_PERSON.test(name) && !SEVERAL.test(name)

/** A secretary among others is neither only the one nor only the other. */
function kindOfPeople(people: readonly string[], secretary: string | null): RecipientKind {
  if (secretary === null) return 'unknown'
  if (!people.includes(secretary)) return 'member'
  return people.length === 1 ? 'secretary' : 'unknown'
}

const bare = (text: string): string => text.slice(0, LONGEST).normalize('NFKC').replace(/[\s:]/g, '')
