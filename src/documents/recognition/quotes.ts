import type { ReadCharacter } from './read-line.ts'

const QUOTES: readonly string[] = [...'“”"']

/** The model takes one quote for another: in a line they open and close in turn, and what goes on from the line before may close first. */
export function pairedQuotes(characters: readonly ReadCharacter[]): ReadCharacter[] {
  let isOpen = false
  return characters.map(one => {
    if (!QUOTES.includes(one.text)) return one
    isOpen = !isOpen && one.text !== '”'
    return { ...one, text: isOpen ? '“' : '”' }
  })
}
