import { asAlike, coresOf } from '../../words/alike.ts'
import type { FieldId } from '../description.ts'
import { labelKeys } from './label.ts'
import { ALIKE, RESEMBLES, type Telling } from './telling.ts'

/** The fields of a form by their labels; `unknown` are those that the vocabulary has no words for. */
type Described = {
  readonly title: string
  readonly labels: ReadonlyMap<FieldId, string>
  readonly unknown: ReadonlySet<FieldId>
}

/**
 * What a label tells of fields whose own labels are worded otherwise: that it is the same in other words, or else that it may mean the
 * same. Nothing where several of them may be meant.
 */
export function inOtherWords({ title, labels, unknown }: Described): (label: string) => Telling {
  const same = new Map<string, Set<FieldId>>()
  const nearly = new Map<string, Set<FieldId>>()
  const add = (to: Map<string, Set<FieldId>>, words: string, field: FieldId) =>
    to.set(words, (to.get(words) ?? new Set()).add(field))
  for (const [field, label] of labels)
    for (const key of labelKeys(label)) {
      add(same, asAlike(key), field)
      if (unknown.has(field)) for (const core of coresOf(key, title)) add(nearly, core, field)
    }
  return label => {
    const keys = labelKeys(label)
    const told = keys.flatMap(key => only(same.get(asAlike(key)), ALIKE))
    return new Map(
      told.length > 0
        ? told
        : keys.flatMap(key => coresOf(key, title).flatMap(core => only(nearly.get(core), RESEMBLES))),
    )
  }
}

function only(fields: ReadonlySet<FieldId> | undefined, strength: number): (readonly [FieldId, number])[] {
  const [field, ...more] = fields ?? []
  return field === undefined || more.length > 0 ? [] : [[field, strength]]
}
