import { applicantField } from '../call/applicants.ts'
import type { Branch, Call } from '../call/call.ts'
import { ANY, keywordOf, type NameRule, templateOf } from '../call/name-rule.ts'
import { onceFor } from '../words/once-for.ts'
import { isGarbled, isNamelessFile } from './destroyed.ts'
import { bearsApplicant, expectedName, type TokenValues } from './expected.ts'
import { findBranch } from './find-branch.ts'
import { type Followed, followTemplate } from './follow-template.ts'
import { type CallForNames, type Name, type NameReading, NO_VALUES, wrong } from './name-reading.ts'
import { normalise, quote, tidy } from './normalise.ts'
import { hasOtherPurpose } from './other-purpose.ts'
import { isPlaceholder } from './placeholder.ts'
import { type FieldReading, readBranch } from './read-branch.ts'
import { readByTokens } from './read-by-tokens.ts'
import { DESTROYED, type NameKind, remarkOn } from './remark.ts'
import type { BranchReading } from './roster.ts'
import { templateParts, templateTokens } from './template.ts'
import { simplify } from './traditional.ts'

export type { CallForNames, NameFault, NameReading } from './name-reading.ts'

/** Whether a right name tells for which call it is: by words of the rule, a row of the roster, or a number of the applicant's. */
export function tellsCall(
  { degree, fault, branch, values, isApart }: NameReading,
  kind: NameKind,
  call: CallForNames,
): boolean {
  if (degree === 'wrong' || fault !== null || ruleFor(call, kind) === ANY) return false
  if (hasWords(kind, call) || branch.kind === 'known') return true
  return isApart !== true && Object.keys(values).some(token => NUMBERS.has(call.form.fields[token]?.type ?? ''))
}

/** Whether a rule has words of its own, besides tokens. */
export function hasWords(kind: NameKind, call: CallForNames): boolean {
  const rule = ruleFor(call, kind)
  return LETTER.test(keywordOf(rule) ?? (templateOf(rule) ?? '').replace(/\{[^}]*\}/g, ''))
}

const NUMBERS: ReadonlySet<string> = new Set(['digits', 'phone'])

const NO_BRANCH: BranchReading = { kind: 'none' }
const LETTER = /[\p{L}\p{N}]/u
/** So much of a name is looked at: names are written by strangers, and no file system takes a longer one. */
const LONGEST = 300
const EXTENSION = /\.(docx?|wps|pdf|zip|rar|7z|rtf|odt|ofd|txt|xlsx?|pptx?|jpe?g|png)$/

const destroyed = (kind: NameKind): NameReading => ({
  degree: 'cosmetic',
  branch: NO_BRANCH,
  fault: 'destroyed',
  remark: DESTROYED[kind],
  ...NO_VALUES,
})

/** The rule for a kind of name; an archive without one of its own is a file. */
export const ruleFor = ({ naming }: Pick<Call, 'naming'>, kind: NameKind): NameRule =>
  kind === 'archive' ? (naming.archive ?? naming.file) : naming[kind]

/** Whether a template holds no other token than the unit and the roster's: then the name is the roster's to tell. */
export const isPlain = (template: string, { applicant }: CallForNames): boolean =>
  applicant.inRoster && templateTokens(template).every(token => token === 'unit' || token === applicant.key)

/** The roster's branches by the one right name of each, without an extension. */
const byRightName = onceFor((call: CallForNames): Readonly<Record<NameKind, ReadonlyMap<string, Branch>>> => {
  const named = (rule: NameRule) => {
    const template = templateOf(rule)
    if (template === null || !isPlain(template, call)) return new Map<string, Branch>()
    const nameOf = ({ name }: Branch) => expectedName(template, { unit: call.unit, [call.applicant.key]: name })
    return new Map(call.roster.toReversed().map(branch => [nameOf(branch), branch]))
  }
  const [subject, file, archive] = [
    named(call.naming.subject),
    named(call.naming.file),
    named(ruleFor(call, 'archive')),
  ]
  return { subject, file, archive }
})

const readExactly = (text: string, kind: NameKind, call: CallForNames): NameReading | null => {
  const extension = EXTENSION.exec(text.slice(-6))?.[0] ?? null
  if (kind !== 'subject' && extension === null) return null
  const name = kind !== 'subject' ? text.slice(0, -(extension?.length ?? 0)) : text
  const branch = byRightName(call)[kind].get(name)
  if (branch === undefined) return null
  const named: BranchReading = { kind: 'known', branch, via: 'name', exact: true }
  const isNamed = bearsApplicant(ruleFor(call, kind), call)
  return { degree: 'exact', branch: isNamed ? named : NO_BRANCH, fault: null, remark: null, ...NO_VALUES }
}

const remarkFor = ({ tidied, kind }: Name, followed: Followed, { branch, tail }: FieldReading): string =>
  remarkOn({
    received: tidied.received,
    kind,
    front: followed.front,
    tail,
    via: branch.kind === 'known' ? branch.via : null,
  })

const readFollowed = (name: Name, followed: Followed): NameReading => {
  const { field } = followed
  const { tidied, call } = name
  const reading: FieldReading = field === null ? { branch: NO_BRANCH, tail: '' } : readBranch(tidied, field, call)
  const { branch, tail } = reading
  const accepted = field === null || branch.kind === 'known' || branch.kind === 'ambiguous'
  if (accepted && hasOtherPurpose(tail)) return wrong('pattern', branch)
  if (accepted)
    return { degree: 'cosmetic', branch, fault: null, remark: remarkFor(name, followed, reading), ...NO_VALUES }
  if (isPlaceholder(quote(tidied, field.from, field.to))) return wrong('placeholder', NO_BRANCH)
  return wrong(branch.kind === 'none' ? 'pattern' : null, branch)
}

const readLeniently = (name: Name): NameReading => {
  const { tidied, call, template } = name
  const readings = followTemplate(tidied, templateParts(template), call).map(way => readFollowed(name, way))
  const best = readings.find(({ degree }) => degree !== 'wrong') ?? readings[0]
  return best ?? wrong('pattern', findBranch(tidied, call))
}

/** A keyword stands there or doesn't. */
function readKeyword(received: string, keyword: string): NameReading {
  const [text, word] = [received.slice(0, 1000), keyword].map(one => simplify(normalise(one)))
  if (text === '') return wrong('missing', NO_BRANCH)
  return text?.includes(word ?? '') ? { ...RIGHT } : wrong('pattern', NO_BRANCH)
}

const RIGHT: NameReading = { degree: 'exact', branch: NO_BRANCH, fault: null, remark: null, ...NO_VALUES }

/** What is known of the applicant's form helps to take a name apart. */
type NamedIn = { readonly call: CallForNames; readonly known: TokenValues }

/** Reads a subject or a file name by the call's naming rule: exact, cosmetic (accepted, with a remark), or wrong. */
export const readName = (text: string | null, kind: NameKind, call: CallForNames): NameReading =>
  readKnownName(text, kind, { call, known: {} })

/** The same, with what the form says. */
export function readKnownName(text: string | null, kind: NameKind, { call, known }: NamedIn): NameReading {
  const received = (text ?? '').slice(0, LONGEST)
  const rule = ruleFor(call, kind)
  const keyword = keywordOf(rule)
  const template = templateOf(rule)
  if (rule === ANY) return RIGHT
  if (keyword === null && template !== null) {
    const exact = readExactly(received, kind, call)
    if (exact !== null) return exact
  }
  if (kind !== 'subject' && isNamelessFile(received)) return destroyed(kind)
  const tidied = tidy(received)
  if (!LETTER.test(tidied.text)) return isGarbled(received) ? destroyed(kind) : wrong('missing', NO_BRANCH)
  const reading =
    keyword === null ? readBy({ tidied, kind, call, template: template ?? '' }, known) : readKeyword(received, keyword)
  return reading.degree === 'wrong' && isGarbled(received) ? destroyed(kind) : reading
}

const readBy = (name: Name, known: TokenValues): NameReading =>
  isPlain(name.template, name.call) ? readLeniently(name) : readByTokens(name, known)

/** What a form says, by the tokens that may stand in a name. */
export const knownOf = (
  values: Readonly<Record<string, string | null>>,
  { applicant, form }: CallForNames,
): TokenValues => ({
  ...values,
  [applicant.key]: values[applicantField(applicant, form.fields)] ?? null,
})
