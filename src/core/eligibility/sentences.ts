import type { CheckDescription } from './check.ts'

/** More than the longest form anybody fills in by hand. */
const LONGEST_TEXT = 50_000

/** The sentences of a text, each an exact quote. */
export const sentencesOf = (text: string | null): string[] => parts(text, /[^。！？!?；;\n]+[。！？!?；;]?/g)

/** The clauses of a text: what stands between commas, stops and cell borders. */
export const clausesOf = (text: string | null): string[] => parts(text, /[^。！？!?；;，,|\n]+/g)

/** The lines of a text; cells of a row count as lines. */
export const linesOf = (text: string | null): string[] => parts(text, /[^|\n]+/g)

/** The first of the words that stands in the text, or null. */
export const mentioned = (text: string | null, words: readonly string[]): string | null =>
  words.find(word => text?.includes(word)) ?? null

/** Where a word stands in a text, in UTF-16 units. */
export function placesOf(text: string, word: string): number[] {
  const places: number[] = []
  for (let at = text.indexOf(word); at >= 0; at = text.indexOf(word, at + word.length)) places.push(at)
  return places
}

/** A list of words of the call's file; empty where the call has none. */
export const wordsOf = (description: CheckDescription, name: string): readonly string[] => description.words[name] ?? []

export const withoutSpaces = (text: string): string => text.replace(/[\s|]/g, '')

function parts(text: string | null, pattern: RegExp): string[] {
  const found = (text ?? '').slice(0, LONGEST_TEXT).match(pattern) ?? []
  return found.map(part => part.trim()).filter(part => part !== '')
}
