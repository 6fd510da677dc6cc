import { anyOf } from './any-of.ts'

/** A list stands for any of its words or expressions, an expression for itself; its flags don't count. */
type Part = RegExp | readonly (string | RegExp)[]

/** An expression as grammar with lists of words in it: pattern`^${NOTICES}如下`. Made once, where a module begins. */
export const pattern = (grammar: TemplateStringsArray, ...parts: readonly Part[]): RegExp =>
  patternWith('')(grammar, ...parts)

/** The same with flags: patternWith('gu')`…`. */
export const patternWith =
  (flags: string) =>
  ({ raw }: TemplateStringsArray, ...parts: readonly Part[]): RegExp =>
    new RegExp(String.raw({ raw }, ...parts.map(sourceOf)), flags)

const sourceOf = (part: Part): string => (part instanceof RegExp ? `(?:${part.source})` : anyOf(part))
