import type { FieldId, FieldType } from '../form/description.ts'
import { isNamed } from '../honours/surnames.ts'
import { misfit } from '../naming/example-misfit.ts'
import { templateTokens } from '../naming/template.ts'
import { listed } from '../words/listed.ts'
import { pattern, patternWith } from '../words/pattern.ts'
import { MASS_BODIES } from '../words/unit-words.ts'
import { knownLabel, usualLabel } from './known-labels.ts'
import type { NameParts } from './name-template.ts'

const FOR_EXAMPLE = listed('例如 比如 譬如 示例 样例 范例 举例 例 如')
const SHOWN_QUOTED = pattern`${FOR_EXAMPLE}[为是]?[:,]?[“"「『【]([^“”"「」『』]{4,60})[”"」』】]`
const SHOWN_BARE = pattern`(?:${FOR_EXAMPLE}:|(?<=[,;(])如:?)((?:[^“”"「」『』。;,)]|“[^“”]{1,30}”){4,60})`
const APART = /[+＋\-—–_|]+/

/** A name given as an example: «例如：机械学院+张三+申报书», «如“2.研究方案”». */
export function exampleIn(
  folded: string,
): { readonly text: string; readonly at: number; readonly isParted: boolean } | null {
  const match = SHOWN_QUOTED.exec(folded) ?? SHOWN_BARE.exec(folded)
  if (match === null) return null
  const text = (match[1] ?? '').replace(/\.(?:docx?|zip|rar|pdf)$/i, '').trim()
  return { text, at: match.index, isParted: APART.test(text) }
}

export const OPENS_WITH_EXAMPLE = pattern`^\(?${FOR_EXAMPLE}[为是]?[:,“"「]`

const UNIT = patternWith('u')`^\p{Script=Han}{2,12}${['学院', '书院', '学部', '系', '处', '中心', ...MASS_BODIES]}$`
const BRANCH_NAME = /党?支部$/
const PERSON_FIELDS: readonly FieldId[] = ['name', 'leader', 'author', 'contact']
const UNIT_FIELDS: readonly FieldId[] = ['college', 'parentOrg']
const NUMBER_FIELDS: readonly FieldId[] = ['studentNo', 'staffNo']

/** A name of which nothing is a token, though somebody's name, unit or number stands in it: the notice gives an example for a rule. */
export const isExample = (text: string, parts: NameParts): boolean =>
  APART.test(text) && text.split(APART).some(part => fieldFor(part, parts) !== null)

/** What the example lets one think of the rule; null where nothing of it is understood. */
export function ruleFrom(example: string, parts: NameParts): string | null {
  const pieces = example.split(/([+＋\-—–_、|]+)/)
  const rule = pieces.map(piece => {
    const field = fieldFor(piece, parts)
    return field === null ? piece : `{${field}}`
  })
  return rule.join('') === example ? null : rule.join('')
}

function fieldFor(part: string, { unit, matter = '', labels, key, isKey }: NameParts): FieldId | null {
  if (part === unit || (part.length > 1 && matter.includes(part))) return null
  const own = (wished: readonly FieldId[]): FieldId => {
    const asked = new Set(labels?.values())
    const field = wished.find(one => asked.has(one) || isKey(one)) ?? wished[0] ?? ''
    return isKey(field) ? key : field
  }
  if (BRANCH_NAME.test(part)) return own(['branchName'])
  if (/^\d{6,}$/.test(part)) return own(NUMBER_FIELDS)
  if (isNamed(part)) return own(PERSON_FIELDS)
  return UNIT.test(part) ? own(UNIT_FIELDS) : null
}

/** Why the notice's own example doesn't follow the rule that was read; null where it does. */
export function exampleAgainst(example: string, rule: string | { readonly has: string }, parts: NameParts) {
  const tokens = typeof rule === 'string' ? templateTokens(rule) : []
  const fields = Object.fromEntries(
    tokens.map(token => {
      const label = [...(parts.labels ?? [])].find(([, id]) => id === token)?.[0] ?? usualLabel(token)
      return [token, { label, type: parts.types?.get(token) ?? usualType(label) }]
    }),
  )
  return misfit(example, rule, { unit: parts.unit, university: '', fields })
}

function usualType(label: string): FieldType {
  const known = knownLabel(label)
  return known === null || known.isSection ? 'text' : (known.type as FieldType)
}
