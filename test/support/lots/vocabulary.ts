import type { Lot } from './lot.ts'
import type { ColumnKey, EntryKey, SectionKey } from './sheet.ts'
import { FOREIGN_COLUMNS, FOREIGN_ENTRIES, FOREIGN_SECTIONS, FOREIGN_TITLES } from './words/foreign.ts'
import { FRESH_COLUMNS, FRESH_ENTRIES, FRESH_SECTIONS, FRESH_TITLES } from './words/fresh.ts'
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

/** Words that the product doesn't list: those that its makers could look at, or those held out. */
export type Strangers = 'foreign' | 'fresh'

const STRANGERS = {
  foreign: [FOREIGN_ENTRIES, FOREIGN_SECTIONS, FOREIGN_COLUMNS, FOREIGN_TITLES],
  fresh: [FRESH_ENTRIES, FRESH_SECTIONS, FRESH_COLUMNS, FRESH_TITLES],
} as const

export type Wording = {
  /** Of all words, this share is strange. */
  readonly share: number
  readonly strangers: Strangers
  readonly hasOthers: boolean
}

export function drawVocabulary(lot: Lot, { share, strangers, hasOthers }: Wording): Vocabulary {
  const [entries, sections, columns, titles] = STRANGERS[strangers]
  const choose =
    <Key extends string>(
      known: Readonly<Record<Key, readonly string[]>>,
      others: Readonly<Record<Key, readonly string[]>>,
    ) =>
    (key: Key): string => {
      const own = lot.of(key)
      return own.pick(own.chance(share) ? others[key] : known[key])
    }
  return {
    entry: choose(KNOWN_ENTRIES, entries),
    section: choose(KNOWN_SECTIONS, sections),
    column: choose(KNOWN_COLUMNS, columns),
    title: lot.of('title').pick(lot.of('title?').chance(share) ? titles : KNOWN_TITLES),
    basics: lot.of('basics').pick(lot.of('basics?').chance(share) ? FOREIGN_BASICS : BASICS_HEADINGS),
    hasOthers,
  }
}
