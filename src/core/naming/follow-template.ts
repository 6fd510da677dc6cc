import type { Call } from '../call/call.ts'
import { beginnings } from './decorations.ts'
import { type Tidied, tidy } from './normalise.ts'
import type { RosterOfCall } from './roster.ts'
import type { TemplatePart } from './template.ts'
import { behindWrappings, isOther } from './wrappings.ts'

/** The place of the roster's token and what stands behind it, as positions in the tidied text; null: the template has none. */
export type Followed = { readonly field: { readonly from: number; readonly to: number } | null; readonly front: string }

type Names = Pick<Call, 'unit' | 'university'>

const LETTER = /[\p{L}\p{N}]/u
const PARTY = ['中共', '中国共产党']

const lettersOf = (words: string): string => tidy(words).text.replace(/[^\p{L}\p{N}]+/gu, '')

/** Position behind the words, whatever separators stand before and between their letters; null where they don't stand. */
/** The same, for whoever follows a template. */
export const behindLiteral = (text: string, from: number, words: string): number | null =>
  behindWords(text, from, words)

const behindWords = (text: string, from: number, words: string): number | null => {
  let position = from
  for (const letter of lettersOf(words).split('')) {
    while (position < text.length && text[position] !== letter && !LETTER.test(text[position] ?? '')) position++
    if (text[position] !== letter) return null
    position++
  }
  return position
}

const behindOptional = (text: string, from: number, words: string): number => behindWords(text, from, words) ?? from

const plainUnit = (text: string, from: number, names: Names): number | null => {
  const party = PARTY.reduce((position, words) => behindOptional(text, position, words), from)
  return behindWords(text, behindOptional(text, party, names.university), names.unit)
}

const behindPart = (
  text: string,
  from: number,
  { part, names }: { part: TemplatePart; names: Names },
): number | null => {
  if (part.kind === 'literal') return behindWords(text, from, part.text)
  return part.token === 'unit' ? behindAside(text, from, names) : null
}

/** What people put in front of a name they put within it, too: «申报书（附件2）-机械工程学院…». */
const behindAside = (text: string, from: number, names: Names): number | null =>
  beginnings(text.slice(from))
    .map(start => behindUnit(text, from + start, names))
    .find(end => end !== null) ?? null

/** A 一 right before the unit can only be meant as the dash: no numeral stands there. */
export const behindUnit = (text: string, from: number, names: Names): number | null =>
  plainUnit(text, from, names) ?? (text[from] === '一' ? plainUnit(text, from + 1, names) : null)

type Rule = { readonly parts: readonly TemplatePart[]; readonly names: Names }

const behindParts = (text: string, from: number, { parts, names }: Rule): number | null =>
  parts.reduce<number | null>(
    (position, part) => (position === null ? null : behindPart(text, position, { part, names })),
    from,
  )

const lastStandOf = (text: string, from: number, rule: Rule): number | null => {
  if (rule.parts.length === 0) return text.length
  for (let position = text.length; position >= from; position--)
    if (behindParts(text, position, rule) !== null) return position
  return null
}

const followFrom = (text: string, start: number, { parts, names }: Rule): Followed | null => {
  const branch = parts.findIndex(part => part.kind === 'token' && part.token !== 'unit')
  const before = branch < 0 ? parts : parts.slice(0, branch)
  const from = behindParts(text, behindOptional(text, start, names.university), { parts: before, names })
  if (from === null) return null
  const front = text.slice(0, start)
  if (branch < 0) return { field: null, front }
  const to = lastStandOf(text, from, { parts: parts.slice(branch + 1), names })
  return to === null ? null : { field: { from, to }, front }
}

/**
 * Behind what people put in front, the unit's own name among it, then behind words of their own, which are told from a name only where that
 * begins with words of the rule's or a row of the roster.
 */
export function startsOf(tidied: Tidied, parts: readonly TemplatePart[], call: RosterOfCall): readonly number[] {
  const { text } = tidied
  const unitEnd = plainUnit(text, 0, call)
  const wrapped = behindWrappings(tidied).filter(
    start => beginsWith(parts[0], text, { start, call }) && !isOther(text.slice(0, start), text.slice(start), call),
  )
  return [...beginnings(text), ...(unitEnd === null ? [] : [unitEnd]), ...wrapped]
}

type At = { readonly start: number; readonly call: RosterOfCall }

function beginsWith(part: TemplatePart | undefined, text: string, { start, call }: At): boolean {
  const from = behindOptional(text, start, call.university)
  if (part?.kind === 'literal') return LETTER.test(part.text) && behindWords(text, from, part.text) !== null
  return call.roster.some(({ name }) => behindWords(text, from, name) !== null)
}

/** Every way in which a tidied name follows the template, with more and more taken off its front. */
export const followTemplate = (
  tidied: Tidied,
  parts: readonly TemplatePart[],
  call: RosterOfCall,
): readonly Followed[] =>
  startsOf(tidied, parts, call)
    .map(start => followFrom(tidied.text, start, { parts, names: call }))
    .filter(followed => followed !== null)
