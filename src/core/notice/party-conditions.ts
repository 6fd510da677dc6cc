import type { CheckType } from '../call/check-description.ts'
import type { FieldId } from '../form/description.ts'
import { listed } from '../words/listed.ts'
import { pattern } from '../words/pattern.ts'
import type { FormTypes } from './condition-bounds.ts'
import type { ReadCondition } from './condition-text.ts'
import { levelIn, type Window, windowIn } from './honour-condition.ts'
import type { Notice, Said } from './notice.ts'

type Party = { readonly type: CheckType; readonly words: RegExp; readonly title: string }

/** Conditions of party calls, for which there is a check of their own. Titles are short, as letters name them. */
const PARTY: readonly Party[] = [
  { type: 'scope.stable', words: /周期.{0,8}稳定|保持稳定/, title: '创建周期内保持稳定' },
  { type: 'duties', words: /七个有力|[五六]项职责/, title: '做到“七个有力”，履行支部职责' },
  { type: 'standard', words: /标准化规范化|标准化、规范化/, title: '标准化规范化建设与组织生活' },
  { type: 'honour.member', words: /(?:成员|党员).{0,40}荣誉称号/, title: '支部成员获荣誉称号' },
  {
    type: 'honour.branch',
    words: /(?:支部|书记).{0,20}(?:表彰|荣誉称号)|述职评议/,
    title: '支部或书记获重大表彰，或述职评议考核获“好”等次',
  },
  { type: 'role', words: /双带头人|示范引领作用|模范带头作用/, title: '按支部类型发挥示范引领作用' },
  {
    type: 'conduct',
    words: pattern`${listed('未出现 未发生 没有发生 违法违纪 无违纪')}`,
    title: '未出现突出问题',
  },
  { type: 'yirongshuanggao', words: /一融双高/, title: '推进“一融双高”并取得阶段性成效' },
]

/** Said anywhere: of the plan in the form. */
const PLAN: readonly (Party & { readonly section: FieldId })[] = [
  { type: 'plan.deadlines', words: /完成时限|时间节点/, title: '创建举措明确完成时限', section: 'measures' },
  { type: 'plan.outcomes', words: /可考核|能量化|可量化/, title: '预期成效可量化或可考核', section: 'outcomes' },
]

/** What only a call with a cycle can be held against. */
const OF_CYCLE: readonly CheckType[] = ['scope.stable', 'plan.deadlines']

type Cycles = { readonly hasCycle: boolean }

const isHeld = (type: CheckType, { hasCycle }: Cycles): boolean => hasCycle || !OF_CYCLE.includes(type)

/** The check that a sentence of a party call means; null where there is none of its own. */
export function partyCheck(folded: string, window: Window, cycles: Cycles): ReadCondition | null {
  const own = PARTY.find(({ type, words }) => words.test(folded) && isHeld(type, cycles))
  if (own === undefined) return null
  const check = { id: own.type, title: own.title }
  if (own.type === 'conduct') return { ...check, window: windowIn(folded) ?? window ?? { years: 1 } }
  if (!own.type.startsWith('honour.')) return check
  return { ...check, window: window ?? { years: 3 }, level: levelIn(folded) ?? 'university' }
}

export const planChecks = ({ sentences }: Notice, form: FormTypes, cycles: Cycles): Said<ReadCondition>[] =>
  PLAN.filter(({ type, section }) => form.has(section) && isHeld(type, cycles)).flatMap(({ type, words, title }) => {
    const found = sentences.find(({ folded }) => words.test(folded))
    return found === undefined ? [] : [{ value: { id: type, title }, said: found.said }]
  })
