import type { Call } from '../call/call.ts'
import type { FieldDescription } from '../form/description.ts'
import { listed } from '../words/listed.ts'
import { pattern } from '../words/pattern.ts'
import { BRANCHES, UNITS } from '../words/unit-words.ts'
import { endOfCore, endOfStem, endOfWords } from './decorations.ts'
import type { TokenValues } from './expected.ts'
import { behindLiteral, behindUnit, startsOf } from './follow-template.ts'
import { quote, type Tidied, tidy } from './normalise.ts'
import { isPlaceholder } from './placeholder.ts'
import { type BranchReading, matchBranch, type RosterOfCall } from './roster.ts'
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
    readonly applicant: Pick<Call['applicant'], 'key' | 'inRoster'>
    readonly form: { readonly fields: Readonly<Record<Token, Pick<FieldDescription, 'type'>>> }
  }
  /** What is known from the form: it is looked for first. */
  readonly known: TokenValues
}

type Taken = { readonly token: Token; readonly from: number; readonly to: number; readonly isOdd: boolean }
type Walk = { readonly tidied: Tidied; readonly rule: TokenRule; steps: number; readonly lenient: boolean }

/** Names are written by strangers: no longer ones are taken apart, and no more ways than this are tried. */
const LONGEST = 300
const MOST_STEPS = 2000

/** Takes a tidied name apart, known values first, shapes next; where nothing fits, by the template's own words alone. */
export function readTokens(tidied: Tidied, rule: TokenRule): TokensRead | null {
  if (tidied.text.length > LONGEST) return null
  for (const lenient of [false, true]) {
    const walk: Walk = { tidied, rule, steps: 0, lenient }
    for (const start of startsOf(tidied, rule.parts, rule.call)) {
      const taken = follow(walk, 0, start)
      if (taken !== null) return readingOf(tidied, rule, { taken, start })
    }
  }
  return null
}

/** The tokens' places from a position on; null where the rest of the template doesn't follow. */
function follow(walk: Walk, index: number, position: number): readonly Taken[] | null {
  const part = walk.rule.parts[index]
  if (part === undefined) return []
  if (walk.steps++ > MOST_STEPS) return null
  if (part.kind === 'literal' || part.token === 'unit') {
    const end = fixedEnd(walk, part, position)
    return end === null ? null : follow(walk, index + 1, end)
  }
  const from = skipSeparators(walk.tidied.text, position)
  for (const { end, isOdd } of candidatesFor(walk, part.token, from)) {
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

/** Where a token may end: behind what is known of it, behind what has its shape, and, leniently, anywhere. */
function candidatesFor({ tidied, rule, lenient }: Walk, token: Token, from: number): Candidate[] {
  const { text } = tidied
  const { applicant, form } = rule.call
  const ends = (found: readonly number[], isOdd: boolean) =>
    found.filter(end => end > from).map(end => ({ end, isOdd }))
  const value = rule.known[token] ?? ''
  const exact = value === '' ? null : behindLiteral(text, from, value)
  const known = exact === null ? [] : ends([exact], false)
  const stops = [...new Set([endOfStem(text), endOfCore(text)])]
  const anywhere = Array.from({ length: Math.max(0, endOfStem(text) - from) }, (_, index) => from + index + 1)
  if (applicant.inRoster && token === applicant.key) {
    const named = [...stops, ...anywhere.toReversed()].filter(
      end => end > from && matchBranch(quote(tidied, from, end), rule.call).kind === 'known',
    )
    return [...known, ...ends(named, false), ...(lenient ? ends([...stops, ...anywhere], false) : [])]
  }
  const shaped = endsOf(text, from, form.fields[token]?.type ?? 'text')
  return [
    ...known,
    ...ends(shaped ?? [endOfWords(tidied), ...stops, ...anywhere], false),
    ...(lenient && shaped !== null ? ends([...stops, ...anywhere], true) : []),
  ].filter(({ end, isOdd }) => isOdd || !isPlaceholder(quote(tidied, from, end)) || lenient)
}

type Place = { readonly taken: readonly Taken[]; readonly start: number }

/** Nobody is called so, however rare the name. */
const isUnit = (written = ''): boolean => UNIT.test(written)

const UNIT = pattern`(?:${[...UNITS, ...BRANCHES, ...listed('学部 大学 中心 研究所 实验室 专业')]}|.{3}[系班])$`

function readingOf(tidied: Tidied, { call }: TokenRule, { taken, start }: Place): TokensRead {
  const values = Object.fromEntries(taken.map(({ token, from, to }) => [token, quote(tidied, from, to).trim()]))
  const { form, applicant } = call
  const { key, inRoster } = applicant
  const written = inRoster ? values[key] : undefined
  const end = taken.at(-1)?.to ?? start
  const isOddly = ({ isOdd, token }: Taken) =>
    isOdd || isPlaceholder(values[token] ?? '') || (form.fields[token]?.type === 'person' && isUnit(values[token]))
  return {
    values,
    branch: written === undefined ? { kind: 'none' } : matchBranch(written, call),
    front: tidied.text.slice(0, start),
    tail: tidied.text.slice(end),
    odd: taken.filter(isOddly).map(({ token }) => token),
  }
}
