import { ANY, keywordOf, type NameRule, templateOf } from '../call/name-rule.ts'
import type { FieldDescription } from '../form/description.ts'
import { isNamed } from '../honours/surnames.ts'
import { behindLiteral } from './follow-template.ts'
import { tidy } from './normalise.ts'
import { isPlaceholder } from './placeholder.ts'
import { readTokens, type TokensRead } from './read-tokens.ts'
import { type Token, templateParts } from './template.ts'

/** What the tokens of a rule stand for. */
type RuleOf = {
  readonly unit: string
  readonly university: string
  readonly fields: Readonly<Record<Token, Pick<FieldDescription, 'type' | 'label'>>>
}

/** Why a name that the notice gives as an example doesn't follow a rule; null where it does. Whose name stands there is nobody's. */
export function misfit(example: string, rule: NameRule, of: RuleOf): string | null {
  const keyword = keywordOf(rule)
  if (keyword !== null) return example.includes(keyword) ? null : `其中没有“${keyword}”`
  const written = templateOf(rule)
  if (rule === ANY || written === null) return null
  // «学号+姓名», and an example without the signs between.
  const template = APART.test(example) ? written : written.replace(/[+＋\-—–_]/gu, '')
  const own = { title: '', short: '', deliverables: [] }
  const call = { ...of, ...own, roster: [], applicant: { key: '', inRoster: false }, form: { fields: of.fields } }
  const read = readTokens(tidy(example), { parts: templateParts(template), call, known: {} })
  return read === null ? '各部分对不上' : (strangeToken(read, of) ?? strangeEnds(read, template, of))
}

/** What stands in a token's place and can't be that. */
function strangeToken({ values, odd }: TokensRead, { fields }: RuleOf): string | null {
  const strange = Object.entries(values).find(
    ([token, value]) => !isPlaceholder(value) && (odd.includes(token) || !mayBe(value, fields[token]?.type ?? 'text')),
  )
  if (strange === undefined) return null
  const [token, value] = strange
  return `“${value}”的位置应为“${fields[token]?.label ?? token}”`
}

const APART = /[+＋\-—–_]/u
const mayBe = (value: string, type: FieldDescription['type']): boolean =>
  type === 'person' ? isNamed(value.replace(/[^\p{Script=Han}·]/gu, '')) : type !== 'text' || !APART.test(value)

const LETTER = /[\p{L}\p{N}]/u

function strangeEnds({ front, tail }: TokensRead, template: string, { university }: RuleOf): string | null {
  const last = templateParts(template).at(-1)
  const written = last?.kind === 'literal' ? tail.slice(behindLiteral(tail, 0, last.text) ?? 0) : tail
  const more = [front.replace(tidy(university).text, ''), written].find(text => LETTER.test(text))
  return more === undefined ? null : `多出“${more}”`
}
