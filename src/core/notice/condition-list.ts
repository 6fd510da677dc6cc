import type { ReadCondition } from './condition-text.ts'
import type { Said } from './notice.ts'

const LONGEST_ASK = 60

/** «1. 班子建设好。团支部委员会健全，按期换届；» is one thing to look at, up to a length. */
export function withAsksMerged(all: readonly Said<ReadCondition>[]): Said<ReadCondition>[] {
  return all.reduce<Said<ReadCondition>[]>((merged, one) => {
    const last = merged.at(-1)
    const isBoth = last?.value.type === 'ask' && one.value.type === 'ask'
    if (last === undefined || !isBoth || last.value.title.length + one.value.title.length > LONGEST_ASK)
      return [...merged, one]
    const mark = last.value.title.length <= 10 ? '：' : '；'
    const value = { ...last.value, title: `${last.value.title}${mark}${one.value.title}` }
    return [...merged.slice(0, -1), { value, said: `${last.said}${one.said}` }]
  }, [])
}

/** Each once, each under an id of its own; of two bounds on one field each is for some. */
export const asList = (all: readonly Said<ReadCondition>[]): Said<ReadCondition>[] => numbered(unique(all.map(ofSome)))

/** «教师项目每项不超过1.5万元；研究生项目每项不超过5000元». */
function ofSome(one: Said<ReadCondition>, _at: number, all: readonly Said<ReadCondition>[]): Said<ReadCondition> {
  const { type, field, title } = one.value
  const isOfSome = all.some(
    ({ value }) =>
      value.type === 'number' &&
      value.when === undefined &&
      value.field === field &&
      ['most', 'least'].some(end => differ(value[end], one.value[end])),
  )
  return type === 'number' && isOfSome ? { ...one, value: { id: 'ask', type: 'ask', title } } : one
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
