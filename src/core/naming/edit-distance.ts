type Ends = 'fixed' | 'free'

const nextRow = (above: readonly number[], letter: string, text: readonly string[]): number[] => {
  const row = [(above[0] ?? 0) + 1]
  text.forEach((other, column) => {
    const replaced = (above[column] ?? 0) + (letter === other ? 0 : 1)
    row.push(Math.min(replaced, (above[column + 1] ?? 0) + 1, (row[column] ?? 0) + 1))
  })
  return row
}

const distance = (word: readonly string[], text: readonly string[], { ends, limit }: { ends: Ends; limit: number }) => {
  let row = Array.from({ length: text.length + 1 }, (_, column) => (ends === 'free' ? 0 : column))
  for (const letter of word) {
    row = nextRow(row, letter, text)
    if (Math.min(...row) > limit) return limit + 1
  }
  return ends === 'free' ? Math.min(...row) : (row.at(-1) ?? 0)
}

/** Characters inserted, left out or replaced between the two; any number above `limit` means «more than that». */
export const editDistance = (one: string, other: string, limit: number): number => {
  const [a, b] = [Array.from(one), Array.from(other)]
  return Math.abs(a.length - b.length) > limit ? limit + 1 : distance(a, b, { ends: 'fixed', limit })
}

/** Whether the word stands somewhere in the text with at most `limit` characters wrong. Takes word × text steps. */
export const containsRoughly = (text: string, word: string, limit: number): boolean =>
  distance(Array.from(word), Array.from(text), { ends: 'free', limit }) <= limit
