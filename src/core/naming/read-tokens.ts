import type { Call } from '../call/call.ts'
import type { Deliverable } from '../call/deliverable.ts'
import type { FieldDescription } from '../form/description.ts'
import { dottedName, isNamed } from '../honours/surnames.ts'
import { listed } from '../words/listed.ts'
import { pattern } from '../words/pattern.ts'
import { BRANCHES, UNITS } from '../words/unit-words.ts'
import { endOfCore, endOfStem, endOfWords } from './decorations.ts'
import type { TokenValues } from './expected.ts'
import { behindLiteral, behindUnit, startsOf } from './follow-template.ts'
import { quote, type Tidied, tidy } from './normalise.ts'
import { isPlaceholder } from './placeholder.ts'
import { type BranchReading, isRow, longestRow, matchBranch, type RosterOfCall } from './roster.ts'
import type { TemplatePart, Token } from './template.ts'
import { endsOf } from './token-shapes.ts'

/** A name taken apart by a template: what stands for each token, and what stands before and behind it all. */
export type TokensRead = {
  readonly values: Readonly<Record<Token, string>>
  readonly branch: BranchReading
  readonly front: string
  readonly tail: string
  /** Tokens whose places hold something, but nothing that they can be. */
  readonly odd: readonly Token[]
}

type TokenRule = {
  readonly parts: readonly TemplatePart[]
  readonly call: RosterOfCall & {
    readonly title: string
    readonly short: string
    readonly deliverables: readonly Pick<Deliverable, 'title'>[]
    readonly applicant: Pick<Call['applicant'], 'key' | 'inRoster'>
    readonly form: { readonly fields: Readonly<Record<Token, Pick<FieldDescription, 'type'>>> }
  }
  /** What is known from the form: it is looked for first. */
  readonly known: TokenValues
}

type Taken = { readonly token: Token; readonly from: number; readonly to: number; readonly isOdd: boolean }
type Walk = {
  readonly tidied: Tidied
  readonly rule: TokenRule
  /** Where a name ends in front of its extension, and of marks. */
  readonly stops: readonly number[]
  readonly lenient: boolean
  /** In all ways that were tried. */
  readonly taken: { steps: number }
}

/** Names are written by strangers: no longer ones are taken apart, and no more ways than this are tried. */
const LONGEST = 300
const MOST_STEPS = 3000

/**
 * Takes a tidied name apart, known values first, shapes next; where nothing fits, by the template's own words alone. Where it may begin behind
 * words in front, «投稿：林晓岚-…», people are looked for where names of people stand.
 */
export function readTokens(tidied: Tidied, rule: TokenRule): TokensRead | null {
  if (tidied.text.length > LONGEST) return null
  const starts = startsOf(tidied, rule.parts, rule.call)
  const stops = [...new Set([endOfStem(tidied.text), endOfCore(tidied.text)])]
  const taken = { steps: 0 }
  for (const lenient of [false, true]) {
    const walk: Walk = { tidied, rule, stops, lenient, taken }
    const readings = starts.flatMap(start => {
      const taken = follow(walk, 0, start)
      return taken === null ? [] : [readingOf(tidied, rule, { taken, start })]
    })
    const read = readings.find(({ values }) => namesPeople(values, rule)) ?? readings[0]
    if (read !== undefined) return read
  }
  return null
}

const namesPeople = (values: Readonly<Record<Token, string>>, { call: { form } }: TokenRule): boolean =>
  Object.entries(values).every(([token, value]) => form.fields[token]?.type !== 'person' || isNamed(value))

/** The tokens' places from a position on; null where the rest of the template doesn't follow. */
function follow(walk: Walk, index: number, position: number): readonly Taken[] | null {
  const part = walk.rule.parts[index]
  if (part === undefined) return []
  if (part.kind === 'literal' || part.token === 'unit') {
    const end = fixedEnd(walk, part, position)
    return end === null ? null : follow(walk, index + 1, end)
  }
  const from = skipSeparators(walk.tidied.text, position)
  for (const { end, isOdd } of candidatesFor(walk, part.token, from)) {
    if (walk.taken.steps++ > MOST_STEPS) return null
    const rest = follow(walk, index + 1, end)
    if (rest !== null) return [{ token: part.token, from, to: end, isOdd }, ...rest]
  }
  return null
}

function fixedEnd({ tidied, rule }: Walk, part: TemplatePart, position: number): number | null {
  if (part.kind === 'token') return behindUnit(tidied.text, position, rule.call)
  // Brackets are folded away.
  if (tidy(part.text).text === '') return position
  // What only holds two tokens apart must hold them apart.
  if (!LETTER.test(part.text)) return SEPARATORS.test(tidied.text.slice(position)) ? position : null
  return behindLiteral(tidied.text, position, part.text)
}

const LETTER = /[\p{L}\p{N}]/u
const SEPARATORS = /^[^\p{L}\p{N}]+/u

const skipSeparators = (text: string, from: number): number =>
  from + (SEPARATORS.exec(text.slice(from))?.[0].length ?? 0)

type Candidate = { readonly end: number; readonly isOdd: boolean }

/** Where a token may end: behind what is known of it, behind what has its shape, and, leniently, anywhere; tried one by one. */
function* candidatesFor(walk: Walk, token: Token, from: number): Generator<Candidate> {
  const { tidied, rule, lenient, stops } = walk
  const { applicant, form } = rule.call
  const value = rule.known[token] ?? ''
  const exact = value === '' ? null : behindLiteral(tidied.text, from, value)
  if (exact !== null && exact > from) yield { end: exact, isOdd: false }
  const anywhere = Array.from({ length: Math.max(0, (stops[0] ?? 0) - from) }, (_, index) => from + index + 1)
  if (applicant.inRoster && token === applicant.key) {
    const most = from + longestRow(rule.call)
    const ends = [...stops, ...anywhere.toReversed()].filter(end => end > from && end <= most)
    for (const end of ends) if (isRow(quote(tidied, from, end), rule.call)) yield { end, isOdd: false }
    if (lenient) for (const end of [...stops, ...anywhere]) if (end > from) yield { end, isOdd: false }
    return
  }
  const type = form.fields[token]?.type ?? 'text'
  const dotted = type === 'person' ? endOfDotted(tidied, from) : []
  const shaped = endsOf(tidied.text, from, type)
  for (const end of [...dotted, ...(shaped ?? [endOfWords(tidied), ...stops, ...anywhere])])
    if (end > from && (lenient || !isPlaceholder(quote(tidied, from, end)))) yield { end, isOdd: false }
  if (lenient && shaped !== null) for (const end of [...stops, ...anywhere]) if (end > from) yield { end, isOdd: true }
}

/** «阿依努尔·买买提»: the dot between two halves of a name holds no parts apart. */
function endOfDotted({ origin, received }: Tidied, from: number): readonly number[] {
  const at = origin[from] ?? received.length
  const end = at + dottedName(received.slice(at, at + 40)).length
  const behind = origin.findIndex(index => index >= end)
  return end === at ? [] : [behind < 0 ? origin.length : behind]
}

export const isUnit = (written: string): boolean => UNIT.test(written)

const UNIT = pattern`(?:${[...UNITS, ...BRANCHES, ...listed('学部 大学 中心 研究所 实验室 专业')]}|.{3}[系班处部办馆])$`

/** Nobody is called so, however rare the name: a unit, or a word for what the call gathers. */
export function isNobody(written: string, { title, short, deliverables }: TokenRule['call']): boolean {
  if (isUnit(written)) return true
  return !isNamed(written) && [title, short, ...deliverables.map(one => one.title)].some(own => own.includes(written))
}

type Place = { readonly taken: readonly Taken[]; readonly start: number }

function readingOf(tidied: Tidied, { call }: TokenRule, { taken, start }: Place): TokensRead {
  const values = Object.fromEntries(taken.map(({ token, from, to }) => [token, quote(tidied, from, to).trim()]))
  const { form, applicant } = call
  const { key, inRoster } = applicant
  const written = inRoster ? values[key] : undefined
  const end = taken.at(-1)?.to ?? start
  const isOddly = ({ isOdd, token }: Taken) =>
    isOdd ||
    isPlaceholder(values[token] ?? '') ||
    (form.fields[token]?.type === 'person' && isNobody(values[token] ?? '', call))
  return {
    values,
    branch: written === undefined || isPlaceholder(written) ? { kind: 'none' } : matchBranch(written, call),
    front: tidied.text.slice(0, start),
    tail: tidied.text.slice(end),
    odd: taken.filter(isOddly).map(({ token }) => token),
  }
}
