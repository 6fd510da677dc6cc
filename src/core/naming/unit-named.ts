import type { Call } from '../call/call.ts'
import { templateOf } from '../call/name-rule.ts'
import { listed } from '../words/listed.ts'
import { pattern, patternWith } from '../words/pattern.ts'
import { editDistance } from './edit-distance.ts'
import { normalise } from './normalise.ts'
import { ruleTokens, templateParts } from './template.ts'
import { simplify } from './traditional.ts'

/** How the units of a university are called that have branches of their own; 系 and 中心 stand within a unit. */
const ENDINGS = listed('学院 学部 书院 研究院 医院 附属中学')
const UNIT = patternWith('u')`^[\p{Script=Han}]{1,20}?${ENDINGS}`
/** «我学院», «各学院» name none. */
const NONE = pattern`^${listed('我 本 贵 各 该 某 全 校 所在 二级 我们')}`

type CallOfUnit = Pick<Call, 'unit' | 'university' | 'naming' | 'roster' | 'title' | 'form'>

/** What a subject, a file or a field says of a unit: ours, another as it is written there, or nothing. */
type UnitNamed = { readonly kind: 'ours' | 'none' } | { readonly kind: 'other'; readonly unit: string }

/** Whether the call's names bear the unit: else another in them says nothing. */
export const bearsUnit = ({ naming: { subject, file, archive } }: CallOfUnit): boolean =>
  [subject, file, archive ?? file].some(rule => ruleTokens(rule).includes('unit'))

export function unitNamed(text: string, call: CallOfUnit): UnitNamed {
  const written = plain(text.slice(0, 300))
  if (written.includes(plain(call.unit))) return { kind: 'ours' }
  const rest = withoutOwnWords(written, call)
  const unit = rest
    .split(/[^\p{Script=Han}]+/u)
    .map(part => UNIT.exec(part)?.[0])
    .find(found => found !== undefined && !NONE.test(found) && !ENDINGS.includes(found))
  if (unit === undefined) return { kind: 'none' }
  return isShortFor(unit, plain(call.unit)) ? { kind: 'ours' } : { kind: 'other', unit }
}

const plain = (text: string): string => simplify(text.normalize('NFKC')).replace(/\s+/g, '')

/** The university's name, the words of the rule and of the form's title, and names of the roster that hold such a word. */
function withoutOwnWords(written: string, { university, naming, form, roster }: CallOfUnit): string {
  const literals = [naming.subject, naming.file].flatMap(rule =>
    templateParts(templateOf(rule) ?? '').flatMap(part => (part.kind === 'literal' ? [part.text] : [])),
  )
  const words = [university, form.title, ...literals.map(normalise), ...roster.map(({ name }) => name)]
  return words
    .map(plain)
    .filter(word => word.length > 1)
    .reduce((text, word) => text.replaceAll(word, '-'), written)
}

/** 机械学院 for 机械工程学院, or a slip of the pen. */
const isShortFor = (unit: string, own: string): boolean => {
  const letters = [...own]
  const isPart = [...unit].every(letter => {
    const at = letters.indexOf(letter)
    letters.splice(0, at + 1)
    return at >= 0
  })
  return isPart || (unit.length > 4 && editDistance(unit, own, 1) <= 1)
}
