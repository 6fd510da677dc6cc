/** A group of an expression that matches any of these, of words the longest that fits; their marks stand for themselves, expressions come last. */
export const anyOf = (choices: readonly (string | RegExp)[]): string => {
  const words = choices.filter(choice => typeof choice === 'string').sort((a, b) => b.length - a.length)
  const expressions = choices.filter(choice => typeof choice !== 'string')
  return `(?:${[...words.map(escaped), ...expressions.map(({ source }) => source)].join('|')})`
}

const escaped = (word: string): string => word.replace(/[\\^$.*+?()[\]{}|]/g, String.raw`\$&`)
