import { type NumeralStyle, numeral } from './numerals.ts'

/** A level of a numbered list: its number in its style within the text, where `%1` stands for the highest level's. */
export type ListLevel = {
  readonly style: NumeralStyle | null
  readonly text: string
  readonly start: number
  /** All numbers in it are decimal, whatever the style of their levels. */
  readonly isDecimal: boolean
}

/** What stands in front of a list's paragraph, and its number; '' and null for bullets. */
type ListNumber = { readonly text: string; readonly ordinal: number | null }

/** Counts the paragraphs of lists, each list by its own key. */
type ListCounter = {
  /** The number of the list's next paragraph of that level. */
  readonly next: (list: string, level: number, levels: readonly ListLevel[]) => ListNumber
}

export function createListCounter(): ListCounter {
  const lists = new Map<string, number[]>()
  return {
    next(list, level, levels) {
      const before = lists.get(list) ?? []
      const counts = levels.slice(0, level + 1).map((one, index) => countOf(before[index], index === level, one))
      lists.set(list, counts)
      const own = levels[level]
      if (own === undefined || own.style === null) return { text: '', ordinal: null }
      const text = own.text.replace(/%([1-9])/g, (_, place: string) => {
        const index = Number(place) - 1
        return numeral(counts[index] ?? 1, (own.isDecimal ? null : levels[index]?.style) ?? 'decimal')
      })
      return { text, ordinal: counts[level] ?? null }
    },
  }
}

/** The level's own number goes on; those above it stay, or begin where nothing did. */
const countOf = (before: number | undefined, isOwn: boolean, { start }: ListLevel): number =>
  before === undefined ? start : before + (isOwn ? 1 : 0)
