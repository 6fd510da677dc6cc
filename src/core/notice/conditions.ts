import type { CheckType } from '../call/check-description.ts'
import { readNumeral } from '../dates/chinese-numerals.ts'
import type { FieldId } from '../form/description.ts'
import { listed } from '../words/listed.ts'
import { pattern } from '../words/pattern.ts'
import { RECOMMENDERS } from '../words/unit-words.ts'
import {
  boundsIn,
  type CountedLabels,
  type FormTypes,
  isAgeOnAnotherDay,
  OF_A_KIND,
  withoutAges,
} from './condition-bounds.ts'
import { conditionLines, type FormTitles, isAddressees, LABELLED } from './condition-lines.ts'
import { type ReadCondition, titleOf } from './condition-text.ts'
import { AT_MOST, mostIn, QUOTA } from './counts.ts'
import { fold, type Notice, type Said } from './notice.ts'
import { formWord } from './titles-asked.ts'
import { HONOURS } from './vocabulary.ts'

export type { FormTypes } from './condition-bounds.ts'
export type { ReadCondition } from './condition-text.ts'

const NO_CONDITION = pattern`将(?:作为|推荐|给予)|${listed('予以表彰 颁发 具体如下 评选名额')}|(?:以下|下列|如下)条件|如下:?$|:$`

/** Conditions of party calls, for which there is a check of their own. */
const PARTY: readonly (readonly [CheckType, RegExp])[] = [
  ['scope.stable', /周期.{0,8}稳定|保持稳定/],
  ['duties', /七个有力|[五六]项职责/],
  ['standard', /标准化规范化|标准化、规范化/],
  ['honour.member', /(?:成员|党员).{0,40}荣誉称号/],
  ['honour.branch', /(?:支部|书记).{0,20}(?:表彰|荣誉称号)|述职评议/],
  ['role', /双带头人|示范引领作用|模范带头作用/],
  ['conduct', pattern`${listed('未出现 未发生 没有发生 违法违纪 无违纪')}`],
  ['yirongshuanggao', /一融双高/],
]
/** Said anywhere: of the plan in the form. */
const PLAN: readonly (readonly [CheckType, RegExp, FieldId])[] = [
  ['plan.deadlines', /完成时限|时间节点/, 'measures'],
  ['plan.outcomes', /可考核|能量化|可量化/, 'outcomes'],
]

export type AboutForm = {
  readonly form: FormTypes
  readonly counted?: CountedLabels
  readonly titles: FormTitles
  readonly hasCycle: boolean
}

/** The notice's conditions, in its order, and whether the form is complete. */
export function readConditions(notice: Notice, about: AboutForm): readonly Said<ReadCondition>[] {
  const { titles, hasCycle, counted = new Map() } = about
  const form = notice.sentences.some(({ folded }) => isAgeOnAnotherDay(folded)) ? withoutAges(about.form) : about.form
  const isParty = form.has('branchName') && (form.has('basis') || form.has('measures'))
  const known = conditionLines(notice, titles).flatMap(line => ofLine(line, { form, counted, isParty, hasCycle }))
  const told = new Set(known.map(({ said }) => said))
  const typed = notice.sentences
    .filter(({ said }) => ![...told].some(one => one.includes(said)))
    .flatMap(({ said }) =>
      [...boundsIn(said, form).checks, ...untoldBounds(said, form)].map(value => ({ value, said })),
    )
  const plan = PLAN.flatMap(([type, words, section]) => {
    const found = form.has(section) ? notice.sentences.find(({ folded }) => words.test(folded)) : undefined
    const needsCycle = type === 'plan.deadlines' && !hasCycle
    return found === undefined || needsCycle
      ? []
      : [{ value: { id: type, title: TITLES[type] ?? type }, said: found.said }]
  })
  const complete = form.size === 0 ? [] : [completeness(titles.own)]
  const all = [...known, ...typed, ...plan, ...complete]
  return numbered(unique(all.map(ofSome(all))))
}

/** Short, as letters name them; the sentence stands behind it in the file. */
const TITLES: Readonly<Record<string, string>> = {
  'scope.stable': '创建周期内保持稳定',
  duties: '做到“七个有力”，履行支部职责',
  standard: '标准化规范化建设与组织生活',
  yirongshuanggao: '推进“一融双高”并取得阶段性成效',
  'honour.branch': '支部或书记获重大表彰，或述职评议考核获“好”等次',
  'honour.member': '支部成员获荣誉称号',
  role: '按支部类型发挥示范引领作用',
  conduct: '未出现突出问题',
  'plan.deadlines': '创建举措明确完成时限',
  'plan.outcomes': '预期成效可量化或可考核',
}

const completeness = (form: string | null): Said<ReadCondition> => ({
  value: { id: 'form.complete', title: `${formWord(form ?? '') ?? '申报表'}填写完整` },
  said: '',
})

type Around = Required<Omit<AboutForm, 'titles'>> & { readonly isParty: boolean }

/** A line's years hold for all of its sentences; what a person must look at is one condition, up to a length. */
function ofLine(whole: string, around: Around): Said<ReadCondition>[] {
  // «一、参评对象：2023级全体本科生。»
  const line = whole.replace(/^[一二三四五六七八九十]{1,3}[、.．][^：:，。；]{2,16}[：:]/, '').replace(LABELLED, '')
  if (!around.isParty && ALTERNATIVES.test(fold(line)))
    return [{ value: { id: 'ask', type: 'ask', title: titleOf(line) }, said: line }]
  const window = windowIn(fold(line))
  const sentences = line.split(/(?<=[。;；])/).map(said => ({ said: said.trim(), folded: fold(said) }))
  const isOfKinds = sentences.some(({ folded }) => OF_A_KIND.test(folded))
  return sentences
    .filter(
      ({ folded }) =>
        folded.length >= 4 &&
        !isAddressees(folded) &&
        !SENT.test(folded) &&
        (!NO_CONDITION.test(folded) || /七个有力/.test(folded)),
    )
    .flatMap(({ said, folded }) =>
      ofSentence({ said, folded }, isOfKinds ? { ...around, ...NOTHING_TYPED } : around, window),
    )
    .reduce<Said<ReadCondition>[]>(mergeAsks, [])
}

/** Of a line that has a bound for each kind of applicants a person looks. */
const NOTHING_TYPED = { form: new Map(), counted: new Map() }

function ofSentence(
  { said, folded }: { said: string; folded: string },
  around: Around,
  window: Window,
): Said<ReadCondition>[] {
  const { form, counted, isParty, hasCycle } = around
  const own = isParty
    ? PARTY.find(([type, words]) => words.test(folded) && (type !== 'scope.stable' || hasCycle))
    : undefined
  if (own !== undefined) return [{ value: partyCheck(own[0], folded, window), said }]
  const { checks, rest } = boundsIn(said, form, counted)
  const typed = checks.map(value => ({ value, said }))
  if (checks.length > 0 && rest.every(clause => clause.folded.length < 6)) return typed
  const honour = checks.length > 0 ? null : honourCheck(said, form, window)
  const isQuota = QUOTAS.test(folded) && /推荐/.test(folded)
  const left = rest.filter(clause => !QUOTAS.test(clause.folded) && !(isQuota && mostIn(clause.folded) !== null))
  if (left.length === 0) return typed
  const untold = checks.length === 0 && left.length === rest.length ? said : left.map(clause => clause.said).join('，')
  return [...typed, { value: honour ?? { id: 'ask', type: 'ask', title: titleOf(untold) }, said }]
}

/** How many one may send in is no condition of one application. */
const QUOTAS = pattern`${QUOTA}|(?:各|每个?).{0,16}(?:推荐.{0,6}${AT_MOST}|${AT_MOST}推荐|(?:推荐|报送|申报).{0,8}\d[-—–~至到]{1,2}\d)`
/** How and where papers are sent is no condition of who sends them. */
const SENT = /@|邮箱|(?:报送|发送?)至|填写《|(?:纸质|电子)版|一式/
/** «满足下列条件之一»: none of them is one by itself. */
const ALTERNATIVES = pattern`${listed('之一 任一 任意一项 其中一项 至少一项 至少满足')}`
const LONGEST_ASK = 60

/** «1. 班子建设好。团支部委员会健全，按期换届；» is one thing to look at. */
function mergeAsks(all: Said<ReadCondition>[], one: Said<ReadCondition>): Said<ReadCondition>[] {
  const last = all.at(-1)
  const isBoth = last?.value.type === 'ask' && one.value.type === 'ask'
  if (last === undefined || !isBoth || last.value.title.length + one.value.title.length > LONGEST_ASK)
    return [...all, one]
  const mark = last.value.title.length <= 10 ? '：' : '；'
  const value = { ...last.value, title: `${last.value.title}${mark}${one.value.title}` }
  return [...all.slice(0, -1), { value, said: `${last.said}${one.said}` }]
}

function partyCheck(type: CheckType, folded: string, window: Window): ReadCondition {
  const title = TITLES[type] ?? titleOf(folded)
  if (type === 'conduct') return { id: type, title, window: windowIn(folded) ?? window ?? { years: 1 } }
  if (!type.startsWith('honour.')) return { id: type, title }
  return { id: type, title, window: window ?? { years: 3 }, level: levelIn(folded) ?? 'university' }
}

type Window = { readonly years: number } | null

function windowIn(folded: string): Window {
  const [, years = ''] = /近([\d一二两三四五六七八九十]{1,2})年/.exec(folded) ?? []
  const value = readNumeral(years.replace('两', '二'))
  return value === null ? null : { years: value }
}

const LEVELS: readonly (readonly [RegExp, string])[] = [
  [/国家级/, 'national'],
  [/省部?级/, 'provincial'],
  [/市级/, 'municipal'],
  [/校级/, 'university'],
  [/院级/, 'school'],
]

const levelIn = (folded: string): string | null => LEVELS.find(([words]) => words.test(folded))?.[1] ?? null

/** «已获得省级奖励的不再参评», «未获得过…»: who has it is out. */
const SHUTS_OUT = pattern`${listed('优先 不再 不得 不予 不可 不能 不参 未曾 未获 没有获 尚未')}`
const HONOUR = pattern`${HONOURS}`
/** «发表论文5篇以上，或获得省级奖励»: who has no honour may have the other. */
const OR_ELSE = pattern`[,;]或|或者|${listed('论文 专利 课题')}`

function honourCheck(said: string, form: FormTypes, window: Window): ReadCondition | null {
  const folded = fold(said)
  const hasHonours = [...form.values()].includes('honours')
  const level = levelIn(folded)
  if (!hasHonours || level === null || !/获/.test(folded) || !HONOUR.test(folded)) return null
  if (SHUTS_OUT.test(folded) || OR_ELSE.test(folded)) return null
  return { id: 'honour', type: 'honour', title: titleOf(said), level, ...(window === null ? {} : { window }) }
}

/** «每人负责不超过一项»: bounds on applicants that no field of the form tells are asked of a person. */
function untoldBounds(said: string, form: FormTypes): ReadCondition[] {
  const bounded = boundsIn(said, form).rest.filter(({ folded }) => !QUOTAS.test(folded) && mostIn(folded) !== null)
  if (!bounded.some(({ folded }) => PER_APPLICANT.test(folded))) return []
  return [{ id: 'ask', type: 'ask', title: titleOf(bounded.map(one => one.said).join('，')) }]
}

const EACH = [...RECOMMENDERS, ...listed('学生 教师 团队')]
const PER_APPLICANT = pattern`每(?:[人位件队]|个?${EACH})|限[报推]|${listed('团队 成员 申请人 负责人 额度')}`

/** «教师项目每项不超过1.5万元；研究生项目每项不超过5000元»: of two bounds on one field each is for some. */
function ofSome(all: readonly Said<ReadCondition>[]): (one: Said<ReadCondition>) => Said<ReadCondition> {
  const typed = all.filter(({ value }) => value.type === 'number' && value.when === undefined)
  const isOfSome = ({ value }: Said<ReadCondition>) =>
    typed.some(
      ({ value: { field, most, least } }) =>
        field === value.field &&
        [
          [most, value.most],
          [least, value.least],
        ].some(([a, b]) => a !== undefined && b !== undefined && a !== b),
    )
  return one =>
    one.value.type === 'number' && isOfSome(one)
      ? { ...one, value: { id: 'ask', type: 'ask', title: one.value.title } }
      : one
}

/** The shipped checks stand once; of the same words one. */
const unique = (all: readonly Said<ReadCondition>[]): Said<ReadCondition>[] =>
  all.filter(
    ({ value }, at) =>
      all.findIndex(({ value: other }) =>
        value.type === undefined ? other.id === value.id : other.title === value.title && other.field === value.field,
      ) === at,
  )

/** `ask-1`, `ask-2`: an id stands once in a call. */
function numbered(all: readonly Said<ReadCondition>[]): Said<ReadCondition>[] {
  const counts = new Map<string, number>()
  return all.map(({ value, said }) => {
    const isMany = value.type !== undefined && all.filter(one => one.value.id === value.id).length > 1
    if (!isMany) return { value, said }
    const count = (counts.get(value.id) ?? 0) + 1
    counts.set(value.id, count)
    return { value: { ...value, id: `${value.id}-${count}` }, said }
  })
}
