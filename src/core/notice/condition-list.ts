import type { ReadCondition } from './condition-text.ts'
import type { Said } from './notice.ts'

const LONGEST_ASK = 60

/** «1. 班子建设好。团支部委员会健全，按期换届；» is one thing to look at, up to a length. */
export function withAsksMerged(all: readonly Said<ReadCondition>[]): Said<ReadCondition>[] {
  const merged: Said<ReadCondition>[] = []
  for (const one of all) {
    const last = merged.at(-1)
    const isBoth = last?.value.type === 'ask' && one.value.type === 'ask'
    const isShort = isBoth && last.value.title.length + one.value.title.length <= LONGEST_ASK
    if (isShort) merged.splice(-1, 1, both(last, one))
    else merged.push(one)
  }
  return merged
}

function both(one: Said<ReadCondition>, other: Said<ReadCondition>): Said<ReadCondition> {
  const mark = one.value.title.length <= 10 ? '：' : '；'
  return {
    value: { ...one.value, title: `${one.value.title}${mark}${other.value.title}` },
    said: `${one.said}${other.said}`,
  }
}

/** Each once, each under an id of its own; of two bounds on one field each is for some. */
export const asList = (all: readonly Said<ReadCondition>[]): Said<ReadCondition>[] => numbered(unique(all.map(ofSome)))

const BOUNDS: readonly string[] = ['number', 'age', 'ratio', 'dateWithin']
const ENDS = ['most', 'least', 'from', 'to'] as const
/** «教师项目每项不超过1.5万元；研究生项目每项不超过5000元», «…1985年以后出生；具有博士学位的，1980年以后出生». */
function ofSome(one: Said<ReadCondition>, _at: number, all: readonly Said<ReadCondition>[]): Said<ReadCondition> {
  const { type, field, title } = one.value
  const isOfSome = all.some(
    ({ value }) =>
      value.type === type &&
      (value.when === undefined || one.value.when === undefined) &&
      value.field === field &&
      ENDS.some(end => differ(value[end], one.value[end])),
  )
  return type !== undefined && BOUNDS.includes(type) && isOfSome
    ? { ...one, value: { id: 'ask', type: 'ask', title } }
    : one
}

const differ = (one: unknown, other: unknown): boolean => one !== undefined && other !== undefined && one !== other

/** The shipped checks stand once; of the same words one. */
const unique = (all: readonly Said<ReadCondition>[]): Said<ReadCondition>[] =>
  all.filter(
    ({ value }, at) =>
      all.findIndex(({ value: other }) =>
        value.type === undefined ? other.id === value.id : other.title === value.title && other.field === value.field,
      ) === at,
  )

/** `ask-1`, `ask-2`. */
const numbered = (all: readonly Said<ReadCondition>[]): Said<ReadCondition>[] =>
  all.map(({ value, said }, at) => {
    const alike = all.filter(one => one.value.id === value.id)
    if (value.type === undefined || alike.length === 1) return { value, said }
    const before = all.slice(0, at).filter(one => one.value.id === value.id)
    return { value: { ...value, id: `${value.id}-${before.length + 1}` }, said }
  })
