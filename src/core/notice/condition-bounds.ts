import type { FieldId, FieldType, SectionType } from '../form/description.ts'
import { listed } from '../words/listed.ts'
import { pattern, patternWith } from '../words/pattern.ts'
import { type Clause, clausesIn, type ReadCondition, titleOf } from './condition-text.ts'
import { type Bound, leastIn, mostIn, shareIn } from './counts.ts'
import { fold, type Notice } from './notice.ts'
import { MARK } from './vocabulary.ts'

/** The form's fields and sections with their types. */
export type FormTypes = ReadonlyMap<FieldId, FieldType | SectionType>

/** Labels of the form that a number stands under, with their fields. */
export type CountedLabels = ReadonlyMap<string, FieldId>

/** What leaves a bound to a person: it doesn't hold for all. */
const LOOSE = pattern`${listed('放宽 除外 原则上 一般 特别 可适当 优先 左右 另行 酌情 可增 可延 可超 不限')}|${[
  /或(?!者?以上).*\d/,
  /\([^()]*(?:不[低少超高得多]|至[少多]|可)[^()]*\d/,
  /不[得能](?![低少超高多])/,
  // «5000元以上的须附预算», «30人的活动»: of those alone.
  /[元人名项篇件](?:以[上下内])?的|(?:以[上下内]|岁)的[,须应需由可另要]/,
]}|${listed('不受 不予 不再 不参 不含负责人 不含主持人 不包括')}`

/** «A类(重点项目): 每项不超过5万元», «硕士研究生…排名前30%» are bounds for some. */
const KINDS = listed('重点 面上 青年 培育 专项 新编 修订 数字')
const OF_KIND = listed('项目 课题 教材 类')
const TOGETHER = listed(', 、 及 和 与 或 研 生')
const FIRST = /^(?:[^\p{L}\p{N}\p{P}\s] ?)?(?:\(?\d{1,2}[.、)])?/u
const DEGREES = listed('本科 研究 硕士 博士')
export const OF_A_KIND = patternWith(
  'u',
)`(?:^|[,;。、(])(?:[A-Z甲乙丙丁]|第?[一二三四])[类档]|${FIRST}(?:${KINDS}${OF_KIND}|${DEGREES}(?:研究生|生)?(?!${TOGETHER})|(?!${listed('每 单 各 所有 本')})\p{Script=Han}{2,6}${OF_KIND}每[项个])`

/** «青年外国专家项目：每项资助…». */
const NAMED_KIND = pattern`^${MARK}*[^:,;]{0,14}${listed('项目 课题 类 组 奖 专项 计划 岗位 方向')}(?:\([^()]*\))?:`

const HELD = pattern`${listed('开展 举行 举办 活动')}`
/** «至少1名指导教师»: they are none of the team. */
const OF_TUTORS = /[人名位](?:校[内外])?教师|指导[教老]师|导师/
/** «团队中研究生不超过2人»: some of the team. */
const OF_PART = pattern`[员队组者]中|${listed('其中 研究生 本科生 博士 硕士 党员')}|学生(?!团队|小?组)`
const OF_TEAM = pattern`(?:^|[团队组])人数|${listed('团队 成员 项目组 参与 每队 作者')}`

/** Bounds on what the form tells as a number, with the clauses that they leave untold. */
type TypedBounds = { readonly checks: readonly ReadCondition[]; readonly rest: readonly Clause[] }

/** Of a sentence that makes exceptions, or has a bound for each kind of applicants, nothing is typed. */
export function boundsIn(said: string, form: FormTypes, counted: CountedLabels = new Map()): TypedBounds {
  const clauses = clausesIn(said).flatMap(withAgeApart)
  const told = ANOTHER_DAY.test(fold(said)) ? withoutAges(form) : form
  const typed = clauses.map(clause => ({ clause, checks: checksIn(clause, told, counted) }))
  const checks = typed.flatMap(one => one.checks)
  const fields = checks.filter(({ when }) => when === undefined).map(({ field, type }) => `${type} ${field}`)
  const isPlain =
    !clauses.some(({ folded }) => LOOSE.test(folded) || OF_A_KIND.test(folded)) &&
    !NAMED_KIND.test(fold(said)) &&
    new Set(fields).size === fields.length
  if (checks.length === 0 || !isPlain) return { checks: [], rest: clauses }
  return { checks, rest: typed.flatMap(one => (one.checks.length === 0 ? [one.clause] : [])) }
}

/** «注册满一年、年满18周岁且不超过75周岁», «男性未满38周岁、女性未满40周岁»: each is a condition. */
const withAgeApart = (clause: Clause): Clause[] =>
  BORN.test(clause.folded) ||
  (/\d周?岁/.test(clause.folded) &&
    (/[\d一二两三四五六七八九十]年/.test(clause.folded) || /男.*女/.test(clause.folded)))
    ? clausesIn(clause.said, '、')
    : [clause]

function checksIn({ said, folded }: Clause, form: FormTypes, counted: CountedLabels): ReadCondition[] {
  const title = titleOf(said)
  const share = shareIn(folded)
  if (share !== null && form.has('rank')) return ratios(folded, { title, share, form })
  const span = spanIn(folded)
  if (span !== null && form.get('heldOn') === 'date' && HELD.test(folded))
    return [{ id: 'when', type: 'dateWithin', title, field: 'heldOn', ...span }]
  const years = boundsOf(leastIn(folded, /岁/), mostIn(folded, /岁/))
  if (Object.keys(years).length > 0 || BORN.test(folded)) return ages(folded, { title, bounds: years, form })
  const [least, most] = [leastIn(folded), mostIn(folded)]
  const unit = (most ?? least)?.unit ?? ''
  const bounds = boundsOf(least, most)
  const field =
    countedField(folded, unit, form) ?? ((most ?? least) === null ? null : labelledField(folded, unit, counted))
  return field === null ? [] : [{ id: 'number', type: 'number', title, field, ...bounds }]
}

const boundsOf = (least: Bound | null, most: Bound | null) => ({
  ...(least === null ? {} : { least: least.value }),
  ...(most === null ? {} : { most: most.value }),
})

/** «单价40万元以上设备»: no sum that is applied for. */
const OF_THINGS = pattern`${listed('单价 价值 设备 仪器 年薪 产值 奖金')}`

function countedField(folded: string, unit: string, form: FormTypes): FieldId | null {
  if (unit.startsWith('元') && form.has('money')) return OF_THINGS.test(folded) ? null : 'money'
  if (
    /^[人名]/.test(unit) &&
    OF_TEAM.test(folded) &&
    !OF_PART.test(folded) &&
    !OF_TUTORS.test(folded.replace(/\([^()]*\)/g, '')) &&
    form.has('teamSize')
  )
    return 'teamSize'
  return null
}

const COUNTED_AT = [...listed('应 须 需 均'), '']
const COUNTS = patternWith('u')`(\p{Script=Han}{2,8}?)${COUNTED_AT}(?:不[低少超高大得]|至[少多]|达|在\d)`

/** «面积不少于40平方米», where the form asks for 活动场所面积; what is counted anew for each, or as a share, no one number tells. */
function labelledField(folded: string, unit: string, counted: CountedLabels): FieldId | null {
  if (/[每%]/.test(folded) || /^[字页]/.test(unit)) return null
  const labels = [...counted.keys()]
  const [, word = ''] = COUNTS.exec(folded) ?? []
  // Whose marks isn't said.
  if (word === '成绩') return null
  const meant = [
    labels.filter(label => folded.includes(label)),
    ...[word, unit].map(end => (end.length < 2 ? [] : labels.filter(label => label.endsWith(end)))),
  ].find(found => found.length > 0)
  return meant?.length === 1 ? (counted.get(meant[0] ?? '') ?? null) : null
}

type Ratio = { readonly title: string; readonly share: number; readonly form: FormTypes }

/** «成绩和综测排名均在前30%» is one for each; of a form that has but one of them, a person looks. */
function ratios(folded: string, { title, share, form }: Ratio): ReadCondition[] {
  const isBoth = /[和及与、].*(?:均|都|同时)/.test(folded)
  const ratio = (field: FieldId): ReadCondition => ({
    ...{ id: 'ratio', type: 'ratio', title, field, most: share },
    ...(form.has('cohort') ? { of: 'cohort' } : {}),
  })
  if (!isBoth) return form.has('rank2') ? [] : [ratio('rank')]
  return form.has('rank2') ? ['rank', 'rank2'].map(ratio) : []
}

/** «1985年1月1日（含）以后出生»: more than the age before it tells, which is counted on no day that is said. */
const INCLUDED = /(?:\(含[^()]*\)|[及含])?/
const BORN = pattern`^(?=.*出生).*?((?:19|20)\d\d)年(\d{1,2})月(?:(\d{1,2})日)?${INCLUDED}[以之]?([前后])`

function bornIn(folded: string): { from: string } | { to: string } | null {
  const [, year, month = '', day, side] = BORN.exec(folded) ?? []
  if (year === undefined) return null
  const bound = [year, month, ...(day === undefined ? [] : [day])].map(part => part.padStart(2, '0')).join('-')
  return side === '后' ? { from: bound } : { to: bound }
}

type Age = { readonly title: string; readonly bounds: object; readonly form: FormTypes }

/** An age on another day than that of the deadline, as the check takes it: a person looks. */
const ANOTHER_DAY = pattern`${listed('入学 入职 参加工作 毕业时')}|当年\d{1,2}月|(?:截[至止]|计算)[到至]?(?:时间|日期)?[^,;。\d]{0,6}(?:19|20)?\d{1,4}[年月.]`

/** A form that tells no age on the day that counts. */
export const withoutAges = (form: FormTypes): FormTypes =>
  new Map([...form].filter(([id]) => id !== 'birth' && id !== 'age'))

/** «年龄计算截止时间为2025年1月1日», of all that the notice says of ages. */
export const isAgeOnAnotherDay = (folded: string): boolean => /年龄/.test(folded) && ANOTHER_DAY.test(folded)

const ON_DEADLINE = /(?:截[至止]|以)[到至]?[^,;。\d]{0,8}截止(?:之?[日时]|当[日天])/
/** Whether the notice counts ages on the day of the deadline, as the check does. */
export const isAgeOnDeadline = ({ sentences }: Notice): boolean =>
  sentences.some(({ folded }) => /年龄|周岁/.test(folded) && ON_DEADLINE.test(folded))

/** Whether it says any day at all on which they count. */
export const saysDayOfAges = (notice: Notice): boolean =>
  isAgeOnDeadline(notice) ||
  notice.sentences.some(({ folded }) => /年龄|周岁/.test(folded) && (ANOTHER_DAY.test(folded) || BORN.test(folded)))

function ages(folded: string, { title, bounds, form }: Age): ReadCondition[] {
  const field = ['birth', 'age'].find(one => form.has(one))
  if (field === undefined) return []
  const [, sex] = /([男女])/.exec(folded) ?? []
  if (sex !== undefined && !form.has('sex')) return []
  const when = sex === undefined ? {} : { when: { sex } }
  const born = bornIn(folded)
  if (born !== null)
    return field === 'birth' ? [{ id: 'born', type: 'dateWithin', title, field, ...born, ...when }] : []
  return [{ id: 'age', type: field === 'birth' ? 'age' : 'number', title, field, ...bounds, ...when }]
}

const SPAN = /(20\d\d)年(\d{1,2})月(?:\d{1,2}日)?(?:至|到|-|—|–|~){1,2}(?:(20\d\d)年)?(\d{1,2})月/

/** «2024年11月至2025年4月». */
function spanIn(folded: string): { from: string; to: string } | null {
  const [, fromYear, fromMonth = '', toYear = fromYear, toMonth = ''] = SPAN.exec(folded) ?? []
  if (fromYear === undefined) return null
  const span = { from: `${fromYear}-${fromMonth.padStart(2, '0')}`, to: `${toYear}-${toMonth.padStart(2, '0')}` }
  return span.from <= span.to ? span : null
}
