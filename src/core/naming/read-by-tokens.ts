import { isNamed } from '../honours/surnames.ts'
import { expectedName, type TokenValues } from './expected.ts'
import { findBranch } from './find-branch.ts'
import { type CallForNames, type Name, type NameReading, wrong } from './name-reading.ts'
import { tidy } from './normalise.ts'
import { hasOtherPurpose } from './other-purpose.ts'
import { isPlaceholder } from './placeholder.ts'
import { isNobody, isUnit, readTokens, type TokensRead } from './read-tokens.ts'
import { remarkOn } from './remark.ts'
import { matchBranch } from './roster.ts'
import { type Token, templateParts } from './template.ts'
import { writingsOf } from './writings.ts'

/** A template with tokens of the form: as it stands, else as it may have been meant. */
export function readByTokens(name: Name, known: TokenValues): NameReading {
  const first = takeApart(name, known)
  if (first.degree !== 'wrong') return first
  const { received } = name.tidied
  const others = writingsOf(received, name.call).map(text => takeApart({ ...name, tidied: tidy(text) }, known))
  const best = others.find(({ degree }) => degree !== 'wrong')
  if (best !== undefined) {
    const remark = remarkOn({ received, kind: name.kind, front: '', tail: '', via: null })
    return { ...best, isApart: true, degree: 'cosmetic', remark }
  }
  const most = Math.max(...[first, ...others].map(({ parts }) => parts.length))
  return [first, ...others].find(({ parts }) => parts.length === most) ?? first
}

/** Known values first. */
function takeApart(name: Name, known: TokenValues): NameReading {
  const { tidied, call, kind, template } = name
  const parts = templateParts(template)
  const read = readTokens(tidied, { parts, call, known })
  if (read === null) return withoutLast(name, known)
  const inPlace = putRight(read, call)
  if (inPlace !== null) return { ...wrong('pattern', inPlace.branch), ...inPlace }
  const { branch, odd } = read
  const found = { branch, values: without(odd, read.values), parts: Object.values(read.values) }
  const [first] = odd
  if (first !== undefined)
    return { ...wrong(isPlaceholder(read.values[first] ?? '') ? 'placeholder' : 'pattern', branch), ...found }
  if (branch.kind === 'near' || branch.kind === 'unknown') return { ...wrong(null, branch), ...found }
  if (hasOtherPurpose(read.tail)) return { ...wrong('pattern', branch), ...found }
  const right = expectedName(template, { unit: call.unit, ...found.values })
  const isExact = right === tidied.received.replace(kind === 'subject' ? /$/ : /\.[^.]{1,5}$/, '')
  const remark = remarkOn({ received: tidied.received, kind, front: read.front, tail: read.tail, via: null })
  const behind = LETTER.test(read.front) ? { isBehindWords: true as const } : {}
  return { degree: isExact ? 'exact' : 'cosmetic', fault: null, remark: isExact ? null : remark, ...found, ...behind }
}

const LETTER = /\p{L}/u

type Found = Pick<NameReading, 'branch' | 'values' | 'parts'>

/**
 * The same parts in another order: where the applicant's place holds what nobody is called, or no row of the roster, and another place a name or
 * a row, the two changed places. Of the others only what must be theirs is kept.
 */
function putRight({ values, branch }: TokensRead, call: CallForNames): Found | null {
  const { key, inRoster } = call.applicant
  const isPerson = (token: Token) => call.form.fields[token]?.type === 'person'
  const own = inRoster ? key : Object.keys(values).find(isPerson)
  const held = values[own ?? ''] ?? ''
  if (own === undefined || held === '' || (inRoster ? branch.kind === 'known' : !isNobody(held, call))) return null
  const isUnitsPlace = (token: Token) => isUnit(call.form.fields[token]?.label ?? '')
  const hasUnit = Object.entries(values).some(([token, text]) => token !== own && isUnitsPlace(token) && isUnit(text))
  // Of «机械2301班+机械学院+江南» the last may as well be the title.
  if (!inRoster && isUnit(held) && hasUnit) return null
  const ofPersons = call.roster.some(({ name }) => isNamed(name))
  const isIts = (text: string) =>
    inRoster ? matchBranch(text, call).kind === 'known' && (ofPersons || !isNamed(held)) : isNamed(text)
  const [other, text] = Object.entries(values).find(([token, one]) => token !== own && isIts(one)) ?? []
  if (other === undefined || text === undefined) return null
  const fits = !isPlaceholder(held) && (Object.keys(values).length === 2 || (isUnit(held) && isUnitsPlace(other)))
  return {
    branch: inRoster ? matchBranch(text, call) : branch,
    values: fits ? { ...values, [own]: text, [other]: held } : { [own]: text },
    parts: Object.values(values),
  }
}

/** «林晓岚-文学院»: the last of what is asked for was forgotten. Who applies must stand there beyond doubt. */
function withoutLast({ tidied, template, call }: Name, known: TokenValues): NameReading {
  const parts = templateParts(template)
  const nothing = wrong('pattern', findBranch(tidied, call))
  if (parts.length < FEWEST || parts.at(-1)?.kind !== 'token') return nothing
  const read = readTokens(tidied, { parts: parts.slice(0, -2), call, known })
  if (read === null || read.odd.length > 0 || read.tail.includes('-')) return nothing
  const { branch, values } = read
  const { key, inRoster } = call.applicant
  const persons = Object.entries(values).filter(([token]) => call.form.fields[token]?.type === 'person')
  const isSure = inRoster && values[key] !== undefined ? branch.kind === 'known' : persons.length > 0
  if (!isSure || !persons.every(([, name]) => isNamed(name))) return nothing
  return { ...wrong('pattern', branch), values, parts: Object.values(values) }
}

/** Two tokens, and what holds the third apart. */
const FEWEST = 5

const without = (odd: readonly Token[], values: Readonly<Record<Token, string>>) =>
  Object.fromEntries(Object.entries(values).filter(([token]) => !odd.includes(token)))
