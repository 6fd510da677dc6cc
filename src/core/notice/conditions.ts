import type { CheckType } from '../call/check-description.ts'
import { readNumeral } from '../dates/chinese-numerals.ts'
import type { FieldId, FieldType, SectionType } from '../form/description.ts'
import { leastIn, mostIn, shareIn } from './counts.ts'
import { fold, type Notice, type Said } from './notice.ts'

/** A condition as a line of the call's file. */
export type ReadCondition = {
  readonly id: string
  readonly type?: CheckType
  readonly title: string
  readonly [parameter: string]: unknown
}

/** The form's fields and sections with their types. */
export type FormTypes = ReadonlyMap<FieldId, FieldType | SectionType>

const HEADING =
  /^(?:[一二三四五六七八九十]{1,3}[、.]|\([一二三四五六七八九十]{1,3}\)|第[一二三四五六七八九十]{1,3}[条章])/
const ABOUT = /条件|标准|范围|对象|资格|要求/
const NOT_ABOUT = /工作要求|材料要求|报送要求|有关要求|相关要求|组织|程序|安排|纪律|时间|名额|格式|填报要求|提交要求/
const NO_CONDITION = /将作为|将推荐|将给予|予以表彰|颁发|以下条件|下列条件|如下条件|具体如下|如下:?$|评选名额/
const LONGEST = 40

/** Conditions of party calls, for which there is a check of their own. */
const PARTY: readonly (readonly [CheckType, RegExp])[] = [
  ['scope.stable', /周期.{0,8}稳定|保持稳定/],
  ['duties', /七个有力|[五六]项职责/],
  ['standard', /标准化规范化|标准化、规范化/],
  ['honour.member', /(?:成员|党员).{0,40}荣誉称号/],
  ['honour.branch', /(?:支部|书记).{0,20}(?:表彰|荣誉称号)|述职评议/],
  ['role', /双带头人|示范引领作用|模范带头作用/],
  ['conduct', /未出现|未发生|没有发生|违法违纪|无违纪/],
  ['yirongshuanggao', /一融双高/],
]
/** Said anywhere: of the plan in the form. */
const PLAN: readonly (readonly [CheckType, RegExp, FieldId])[] = [
  ['plan.deadlines', /完成时限|时间节点/, 'measures'],
  ['plan.outcomes', /可考核|能量化|可量化/, 'outcomes'],
]

/** The notice's conditions, in its order, and whether the form is complete. */
export function readConditions(notice: Notice, form: FormTypes, hasCycle: boolean): readonly Said<ReadCondition>[] {
  const isParty = form.has('basis') || form.has('measures')
  const known = conditionLines(notice).flatMap(line => ofLine(line, { form, isParty, hasCycle }))
  const typed = notice.sentences.flatMap(({ said, folded }) =>
    [...typedIn(folded, form), ...untoldBounds(folded, form)].map(value => ({ value, said })),
  )
  const plan = PLAN.flatMap(([type, words, section]) => {
    const found = form.has(section) ? notice.sentences.find(({ folded }) => words.test(folded)) : undefined
    const needsCycle = type === 'plan.deadlines' && !hasCycle
    return found === undefined || needsCycle
      ? []
      : [{ value: { id: type, title: TITLES[type] ?? type }, said: found.said }]
  })
  const complete = form.size === 0 ? [] : [completeness(isParty)]
  return numbered(unique([...known, ...typed, ...plan, ...complete]))
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

const completeness = (isParty: boolean): Said<ReadCondition> => ({
  value: { id: 'form.complete', title: isParty ? '申报书填写完整' : '填写完整' },
  said: '',
})

/** What stands under headings about conditions. */
function conditionLines({ lines }: Notice): string[] {
  let isInside = false
  return lines.filter(line => {
    const folded = fold(line)
    if (HEADING.test(folded) && folded.length < 40) {
      isInside = ABOUT.test(folded) && !NOT_ABOUT.test(folded)
      const rest = folded.replace(/^[^:。]*[:。]?/, '')
      return isInside && rest.length > 12
    }
    return isInside && !/^附件?/.test(folded)
  })
}

type Around = { readonly form: FormTypes; readonly isParty: boolean; readonly hasCycle: boolean }

/** A line's years hold for all of its sentences. */
function ofLine(line: string, { form, isParty, hasCycle }: Around): Said<ReadCondition>[] {
  const window = windowIn(fold(line))
  const sentences = line.split(/(?<=[。;；])/).map(said => ({ said: said.trim(), folded: fold(said) }))
  return sentences.flatMap(({ said, folded }) => {
    if (folded.length < 6 || (NO_CONDITION.test(folded) && !/七个有力/.test(folded))) return []
    const own = isParty
      ? PARTY.filter(([type, words]) => words.test(folded) && (type !== 'scope.stable' || hasCycle))
      : []
    const [first] = own
    if (first !== undefined) return [{ value: partyCheck(first[0], folded, window), said }]
    if (typedIn(folded, form).length > 0) return []
    const honour = honourCheck(folded, form, window)
    return [{ value: honour ?? { id: 'ask', type: 'ask' as const, title: titleOf(folded) }, said }]
  })
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

function honourCheck(folded: string, form: FormTypes, window: Window): ReadCondition | null {
  const hasHonours = [...form.values()].includes('honours')
  const level = levelIn(folded)
  if (!hasHonours || level === null || !/获/.test(folded) || !/奖|荣誉|称号|表彰/.test(folded)) return null
  return { id: 'honour', type: 'honour', title: titleOf(folded), level, ...(window === null ? {} : { window }) }
}

/** Bounds on what the form tells as a number. */
function typedIn(folded: string, form: FormTypes): ReadCondition[] {
  return folded.split(',').flatMap((clause): ReadCondition[] => {
    const title = titleOf(clause)
    const share = shareIn(clause)
    if (share !== null && form.has('rank'))
      return [
        {
          id: 'ratio',
          type: 'ratio',
          title,
          field: 'rank',
          ...(form.has('cohort') ? { of: 'cohort' } : {}),
          most: share,
        },
      ]
    const most = mostIn(clause)
    const least = leastIn(clause)
    const bounds = { ...(least === null ? {} : { least: least.value }), ...(most === null ? {} : { most: most.value }) }
    const unit = (most ?? least)?.unit ?? ''
    if (unit.startsWith('元') && form.has('money'))
      return [{ id: 'number', type: 'number', title, field: 'money', ...bounds }]
    if (/岁/.test(unit)) return ageIn(clause, form, bounds)
    if (/^[人名]/.test(unit) && /团队|成员|项目组|人数|参与/.test(clause) && form.has('teamSize'))
      return [{ id: 'number', type: 'number', title, field: 'teamSize', ...bounds }]
    return []
  })
}

/** «每人负责不超过一项»: a bound on applicants that no field of the form tells is asked of a person. */
const untoldBounds = (folded: string, form: FormTypes): ReadCondition[] =>
  folded
    .split(',')
    .filter(clause => !/限[报推]/.test(clause))
    .filter(clause => PER_APPLICANT.test(clause) && mostIn(clause) !== null && typedIn(clause, form).length === 0)
    .map(clause => ({ id: 'ask', type: 'ask', title: titleOf(clause) }))

const PER_APPLICANT = /每(?:人|位|个?(?:学生|教师|支部|党支部|团队|班级|学院|单位))|限(?:报|推)|团队|成员|申请人|负责人/

function ageIn(clause: string, form: FormTypes, bounds: object): ReadCondition[] {
  const field = ['birth', 'age'].find(one => form.has(one))
  if (field === undefined) return []
  const [, sex] = /([男女])(?:性|同志|教师|职工|生)?/.exec(clause) ?? []
  const when = sex !== undefined && form.has('sex') ? { when: { sex } } : {}
  return [{ id: 'age', type: field === 'birth' ? 'age' : 'number', title: titleOf(clause), field, ...bounds, ...when }]
}

const titleOf = (folded: string): string => {
  const bare = folded.replace(/^(?:\(?[\d一二三四五六七八九十]{1,2}[.、)]+)+/, '').replace(/[。;,]$/, '')
  return bare.length <= LONGEST ? bare : `${bare.slice(0, LONGEST - 1)}…`
}

/** The shipped checks stand once; of the same words one. */
const unique = (all: readonly Said<ReadCondition>[]): Said<ReadCondition>[] =>
  all.filter(
    ({ value }, at) =>
      all.findIndex(({ value: other }) =>
        value.type === undefined ? other.id === value.id : other.title === value.title,
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
