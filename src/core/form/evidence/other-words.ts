import { asAlike, coresOf } from '../../words/alike.ts'
import { onceForText } from '../../words/once-for.ts'
import type { FieldId } from '../description.ts'
import { labelKeys } from './label.ts'
import { ALIKE, RESEMBLES, type Telling } from './telling.ts'

/** What a label tells in other words than the description's. Nothing where several fields may be meant. */
export type OtherWords = {
  /** That it is the same in other words. */
  readonly same: (label: string) => Telling
  /** That it may mean the same. */
  readonly near: (label: string) => Telling
  /** Whether it tells any of both. */
  readonly are: (label: string) => boolean
}

type Described = Readonly<Record<FieldId, { readonly label: string }>>

/** `isUnknown`: fields for which the vocabulary has no words; of the others it knows what is added in front («发展党员人数»). */
export function otherWordsOf(described: Described, title: string, isUnknown: (field: FieldId) => boolean): OtherWords {
  const keyed = Object.entries(described).flatMap(([field, { label }]) => labelKeys(label).map(key => ({ field, key })))
  const byWords = (wordings: (key: string) => readonly string[]) =>
    Map.groupBy(
      keyed.flatMap(({ field, key }) => wordings(key).map(words => ({ field, words }))),
      ({ words }) => words,
    )
  const coresIn = coresOf(title)
  const [alike, cores] = [byWords(key => [asAlike(key)]), byWords(coresIn)]
  const ends = keyed.flatMap(({ field, key }) => (isUnknown(field) ? [{ field, words: asAlike(key) }] : []))
  const same = onceForText(
    (label): Telling => new Map(labelKeys(label).flatMap(key => only(alike.get(asAlike(key)), ALIKE))),
  )
  const near = onceForText((label): Telling => {
    const keys = labelKeys(label)
    const found = keys.flatMap(key => coresIn(key).flatMap(core => only(cores.get(core), RESEMBLES)))
    if (found.length > 0) return new Map(found)
    const written = keys.map(asAlike)
    return new Map(
      only(
        ends.filter(({ words }) => written.some(one => endsAlike(one, words))),
        RESEMBLES,
      ),
    )
  })
  return { same, near, are: label => same(label).size + near(label).size > 0 }
}

/** «四级通过率» at the end of «英语四级通过率»; «拟聘任岗位» is another than «聘任岗位». */
function endsAlike(one: string, other: string): boolean {
  const [short = '', long = ''] = [one, other].sort((a, b) => a.length - b.length)
  const before = long.slice(0, long.length - short.length)
  return short.length >= LEAST && before.length <= MOST && long.endsWith(short) && !OPPOSED.test(before)
}
const [LEAST, MOST] = [4, 3]
const OPPOSED = /[拟原曾未非]/

function only(found: readonly { readonly field: FieldId }[] = [], strength: number): (readonly [FieldId, number])[] {
  const [field, ...more] = new Set(found.map(one => one.field))
  return field === undefined || more.length > 0 ? [] : [[field, strength]]
}
