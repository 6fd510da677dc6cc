import { templateOf } from '../call/name-rule.ts'
import { isNamed } from '../honours/surnames.ts'
import { isOfOtherPaper } from './other-paper.ts'
import { isPlaceholder } from './placeholder.ts'
import { type CallForNames, type NameReading, ruleFor } from './read-name.ts'
import { isUnit } from './read-tokens.ts'
import type { NameKind } from './remark.ts'
import { matchBranch } from './roster.ts'
import { ruleTokens, type Token, templateParts } from './template.ts'
import { endsOf } from './token-shapes.ts'

/** With fewer, «张小明-请假条» would be built as «{name}-{title}». */
const ENOUGH_WITH_PERSON = 3

type Named = { readonly text: string; readonly kind: NameKind; readonly call: CallForNames }

/**
 * Whether a name is built as a rule of tokens alone asks for, right or wrong: «张小明+外国语学院+…», also in another order; «外国语学院+XX班+…»,
 * «外语学院+英语2401+…». For each token of a shape a part has that shape, or was left open; what the rule holds parts apart with stands there; and no
 * part is another matter's.
 */
export function isBuiltByRule(reading: NameReading, { text, kind, call }: Named): boolean {
  return bearsSeparators(text, kind, call) && isShaped(reading, kind, call) && !isOfOtherPaper(text, call)
}

/** The same, whatever holds the parts apart: that tells a call only with more that speaks for it. */
export function isShaped({ degree, branch, parts }: NameReading, kind: NameKind, call: CallForNames): boolean {
  const tokens = ruleTokens(ruleFor(call, kind))
  if (parts.length < 2 || parts.length < tokens.filter(token => token !== 'unit').length) return false
  if (degree === 'wrong' && !tokens.every(token => isThere(token, parts, call))) return false
  const isPersons = parts.length >= ENOUGH_WITH_PERSON && tokens.some(token => typeOf(token, call) === 'person')
  if (isPersons && parts.some(isNamed)) return true
  if (degree !== 'wrong') return false
  if (branch.kind === 'none') return parts.filter(isPlaceholder).length > 1
  if (branch.kind !== 'unknown' || endsAsRows(branch.written, call)) return true
  if (isNamed(branch.written) && !call.roster.some(({ name }) => isNamed(name))) return false
  return parts.some(part => matchBranch(part, call).kind === 'known')
}

/** «林晓岚-文学院»: somebody's name and unit, where more is asked for. */
export const lacksRest = ({ degree, values, parts }: NameReading, { form }: CallForNames): boolean =>
  degree === 'wrong' &&
  parts.some(isUnit) &&
  Object.entries(values).some(([token, name]) => form.fields[token]?.type === 'person' && isNamed(name))

/** «+», which few use for anything else, is written where the rule has it; dashes of any kind are one. */
function bearsSeparators(text: string, kind: NameKind, call: CallForNames): boolean {
  const literals = templateParts(templateOf(ruleFor(call, kind)) ?? '').flatMap(part =>
    part.kind === 'literal' ? [part.text.trim()] : [],
  )
  return literals.every(literal => (DASHES.test(literal) ? DASH.test(text) : text.normalize('NFKC').includes(literal)))
}

const DASHES = /^[\p{Pd}_]*$/u
const DASH = /[\p{Pd}_]/u

const typeOf = (token: Token, { form }: CallForNames) => form.fields[token]?.type ?? 'text'

function isThere(token: Token, parts: readonly string[], call: CallForNames): boolean {
  const type = typeOf(token, call)
  if (type === 'text') return true
  const hasShape =
    type === 'person' ? isNamed : (part: string) => endsOf(part.toLowerCase(), 0, type)?.includes(part.length)
  return parts.some(part => isPlaceholder(part) || part === call.form.fields[token]?.label || hasShape(part))
}

/** A row that nobody knows must at least end as all rows do. */
const endsAsRows = (written: string, { roster }: CallForNames): boolean =>
  roster.length > 1 && roster.every(({ name }) => name.slice(-2) === written.slice(-2))
