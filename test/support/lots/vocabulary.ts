import type { Lot } from './lot.ts'
import type { ColumnKey, EntryKey, SectionKey } from './sheet.ts'
import { FOREIGN_COLUMNS, FOREIGN_ENTRIES, FOREIGN_SECTIONS, FOREIGN_TITLES } from './words/foreign.ts'
import { KNOWN_COLUMNS, KNOWN_ENTRIES, KNOWN_SECTIONS, KNOWN_TITLES } from './words/known.ts'
import { BASICS_HEADINGS, FOREIGN_BASICS } from './words/others.ts'

/** The words of one form; each question has one answer. */
export type Vocabulary = {
  readonly entry: (key: EntryKey) => string
  readonly section: (key: SectionKey) => string
  readonly column: (key: ColumnKey) => string
  readonly title: readonly string[]
  readonly basics: string
  /** Columns, entries and sections that nobody asked for may stand in the form. */
  readonly hasOthers: boolean
}

/** Of all words, this share is foreign; `hasOthers` as said. */
export function drawVocabulary(lot: Lot, foreign: number, hasOthers: boolean): Vocabulary {
  const choose =
    <Key extends string>(
      known: Readonly<Record<Key, readonly string[]>>,
      others: Readonly<Record<Key, readonly string[]>>,
    ) =>
    (key: Key): string => {
      const own = lot.of(key)
      return own.pick(own.chance(foreign) ? others[key] : known[key])
    }
  return {
    entry: choose(KNOWN_ENTRIES, FOREIGN_ENTRIES),
    section: choose(KNOWN_SECTIONS, FOREIGN_SECTIONS),
    column: choose(KNOWN_COLUMNS, FOREIGN_COLUMNS),
    title: lot.of('title').pick(lot.of('title?').chance(foreign) ? FOREIGN_TITLES : KNOWN_TITLES),
    basics: lot.of('basics').pick(lot.of('basics?').chance(foreign) ? FOREIGN_BASICS : BASICS_HEADINGS),
    hasOthers,
  }
}
