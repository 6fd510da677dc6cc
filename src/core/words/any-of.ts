/** A group of a regular expression that matches any of these words, the longest that fits; their marks stand for themselves. */
export const anyOf = (words: readonly string[]): string =>
  `(?:${[...words]
    .sort((a, b) => b.length - a.length)
    .map(word => word.replace(/[\\^$.*+?()[\]{}|]/g, String.raw`\$&`))
    .join('|')})`
