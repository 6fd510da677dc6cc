import { templateOf } from '../call/name-rule.ts'
import { isNamed } from '../honours/surnames.ts'
import { OTHER_PAPERS } from '../words/papers.ts'
import { isPlaceholder } from './placeholder.ts'
import { type CallForNames, type NameReading, ruleFor } from './read-name.ts'
import type { NameKind } from './remark.ts'
import { matchBranch } from './roster.ts'
import { type Token, templateTokens } from './template.ts'
import { endsOf } from './token-shapes.ts'

/** With fewer, «张小明-请假条» would be built as «{name}-{title}». */
const ENOUGH_WITH_PERSON = 3

/**
 * Whether a name is built as a rule of tokens alone asks for, right or wrong: «张小明+外国语学院+…», also in another order; «外国语学院+XX班+…»,
 * «外语学院+英语2401+…». For each token of a shape a part has that shape, or was left open.
 */
export function isBuiltByRule(reading: NameReading, kind: NameKind, call: CallForNames): boolean {
  const { degree, branch, parts } = reading
  const tokens = templateTokens(templateOf(ruleFor(call, kind)) ?? '')
  if (parts.length < 2 || parts.some(part => isOtherPaper(part, call))) return false
  if (degree === 'wrong' && !tokens.every(token => isThere(token, parts, call))) return false
  const isPersons = parts.length >= ENOUGH_WITH_PERSON && tokens.some(token => typeOf(token, call) === 'person')
  if (isPersons && parts.some(isNamed)) return true
  if (degree !== 'wrong') return false
  if (branch.kind === 'none') return parts.filter(isPlaceholder).length > 1
  if (branch.kind !== 'unknown' || endsAsRows(branch.written, call)) return true
  return parts.some(part => matchBranch(part, call).kind === 'known')
}

const typeOf = (token: Token, { form }: CallForNames) => form.fields[token]?.type ?? 'text'

function isThere(token: Token, parts: readonly string[], call: CallForNames): boolean {
  const type = typeOf(token, call)
  if (type === 'text') return true
  const hasShape =
    type === 'person' ? isNamed : (part: string) => endsOf(part.toLowerCase(), 0, type)?.includes(part.length)
  return parts.some(part => isPlaceholder(part) || part === call.form.fields[token]?.label || hasShape(part))
}

const isOtherPaper = (part: string, { title }: CallForNames): boolean =>
  OTHER_PAPERS.some(paper => part.endsWith(paper) && !title.includes(paper))

/** A row that nobody knows must at least end as all rows do. */
const endsAsRows = (written: string, { roster }: CallForNames): boolean =>
  roster.length > 1 && roster.every(({ name }) => name.slice(-2) === written.slice(-2))
