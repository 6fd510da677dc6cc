import { columnKinds, type LabelKind, labelKinds } from '../../words/label-kinds.ts'
import { listed } from '../../words/listed.ts'
import { onceForText } from '../../words/once-for.ts'
import { pattern } from '../../words/pattern.ts'
import type { FieldId, FormDescription } from '../description.ts'
import { labelKey, labelKeys, splitLabel } from './label.ts'
import { otherWordsOf } from './other-words.ts'
import { isAnswerShaped } from './shapes.ts'
import { ALIKE, KNOWN, RESEMBLES, stronger, type Telling, understood } from './telling.ts'

/** What a text in a table may be: a label that is known, one that may be, an answer, one with its label before it, or nothing. */
export type CellRole = 'label' | 'perhaps' | 'answer' | 'labelled' | 'blank'

/** What forms print and nobody judges, as labels tell of it: in brackets, for a form's file may call a field of its own `others`. */
export const OPINIONS = '(opinions)'
export const OTHERS = '(others)'
export const SAFEGUARDS = '(safeguards)'
export const INSTRUCTIONS = '(instructions)'
export const BASICS = '(basics)'
export const UNREAD = '(unread)'

/** Sections that end another and aren't read. */
export const CLOSING: ReadonlySet<string> = new Set([OPINIONS, OTHERS, SAFEGUARDS, INSTRUCTIONS])
/** Of which no form's file asks for anything. */
export const NOBODYS: ReadonlySet<string> = new Set([...CLOSING, UNREAD, BASICS])

const marked = (kind: LabelKind): string => (NOBODYS.has(`(${kind})`) ? `(${kind})` : kind)

/** What the labels of a form tell: by the template's words, the description's own labels, and the vocabulary's parts. */
export type Labels = {
  /** The field whose own label it is, beyond doubt. */
  readonly exact: (label: string, groups?: readonly string[]) => FieldId | null
  /** How much a label tells of each field, and of each kind that isn't read; `groups` are labels around it. */
  readonly tells: (label: string, groups?: readonly string[]) => Telling
  /** Whether a label is a field's in other words than those that the description and the vocabulary have for it. */
  readonly isOtherWords: (label: string, field: FieldId) => boolean
  /** Whether the vocabulary understands a label wholly, as whosever matter. */
  readonly knows: (label: string) => boolean
  /** The single value that a label is wholly understood as. */
  readonly valueOf: (label: string) => FieldId | null
  readonly role: (text: string) => CellRole
  /** The vocabulary's kind of a field, by its own label. */
  readonly kindOf: (field: FieldId) => LabelKind | null
}

/** `learned`: labels of the template with the fields that they stand for. */
export function labelsOf(form: FormDescription, learned: ReadonlyMap<string, FieldId> = new Map()): Labels {
  const described = { ...form.fields, ...form.sections }
  const own = new Map([...learned].map(([label, field]) => [plain(label), field] as const))
  for (const [field, { label }] of Object.entries(described)) own.set(plain(labelKey(label)), field)
  const kinds = new Map(
    Object.entries(described).map(([field, { label }]) => [field, ownKind(labelKinds(labelKey(label)))]),
  )
  const owners = ownersOf(kinds)
  const find = (text: string) =>
    labelKeys(text)
      .map(key => own.get(plain(key)))
      .find(field => field !== undefined) ?? null
  const inWords = otherWordsOf(described, form.title, field => kinds.get(field) === null)
  const exact = (label: string, groups: readonly string[] = []) =>
    groups.map(group => find(`${group}${label}`)).find(field => field !== null) ?? find(label)
  const told = (key: string): Telling =>
    new Map(
      [...labelKinds(key)].flatMap(([kind, strength]) => {
        const field = owners.get(kind) ?? marked(kind)
        return field === SEVERAL ? [] : [[field, strength * 0.95] as const]
      }),
    )
  const byVocabulary = (label: string) => [...labelKeys(label).map(told), ...officially(label).map(told)]
  const alone = onceForText((label): Telling => {
    const field = find(label)
    const words = stronger(inWords.same(label), ...byVocabulary(label))
    return field === null ? orNear(words, inWords.near(label), described) : new Map([...words, [field, 1]])
  })
  const tells = (label: string, groups: readonly string[] = []): Telling => {
    if (groups.length === 0) return alone(label)
    const field = exact(label, groups)
    const grouped = groups.map(group => told(labelKey(group) + labelKey(label)))
    return stronger(alone(label), ...grouped, ...(field === null ? [] : [new Map([[field, 1]])]))
  }
  return {
    exact,
    tells,
    isOtherWords: (label, field) =>
      OTHER_WORDS.has(alone(label).get(field) ?? 0) &&
      byVocabulary(label).every(one => (one.get(field) ?? 0) <= LITTLE),
    knows: label => byVocabulary(label).some(one => understood(one) !== null),
    valueOf: label => [understood(tells(label))].find(field => Object.hasOwn(form.fields, field ?? '')) ?? null,
    role: onceForText(text => roleOf(text, words => find(words) !== null || inWords.are(words))),
    kindOf: field => kinds.get(field) ?? null,
  }
}

const OTHER_WORDS: ReadonlySet<number> = new Set([ALIKE, RESEMBLES])
/** So little gives a field nothing. */
const LITTLE = 0.4

/** What the vocabulary takes for nothing that the form asks for may be asked for in other words, and is nobody else's then. */
function orNear(words: Telling, near: Telling, described: object): Telling {
  const own = [...words].filter(([kind]) => Object.hasOwn(described, kind))
  return near.size === 0 || own.some(([, strength]) => strength >= KNOWN) ? words : new Map([...own, ...near])
}

/** The field that a kind is of: words of the vocabulary that may mean several fields tell of none. */
function ownersOf(kinds: ReadonlyMap<FieldId, LabelKind | null>): ReadonlyMap<string, FieldId> {
  const owners = new Map<string, FieldId>()
  for (const [field, kind] of kinds) if (kind !== null) owners.set(kind, owners.has(kind) ? SEVERAL : field)
  return owners
}
const SEVERAL = ''

/** «支部书记姓名» is «党支部书记姓名». */
const plain = (key: string): string => key.replaceAll('党支部', '支部')

/** «我们做了什么（工作基础）»: what nobody knows says in brackets what it is. */
function officially(label: string): string[] {
  const [, words = '', within = ''] = IN_BRACKETS.exec(label.trim()) ?? []
  return words === '' || isKnown(words) ? [] : [labelKey(within)]
}
const IN_BRACKETS = /^([^()（）]{2,20})[(（]([^()（）]{2,16})[)）]$/

const LONGEST_LABEL = 24
const LONGEST_UNKNOWN = 14
/** Words that are understood in part may be a label, whatever they look like: «隶属二级党委» ends like a body's name. */
const PARTLY = 0.6
/** «负责人签字：（盖章）   年  月  日»: printed for others to sign. */
const SIGNATURE = /(?:^|[^\d\s])\s*年\s*月\s*日\s*$/
/** «结对共建单位：», «属于哪类支部»: what waits for an answer is none, whatever its words. */
const QUESTIONS = listed('哪 谁 什么 多少 怎么 怎样 是否')
const ASKING = pattern`^[^:：\n。；]{2,20}[:：?？]$|^(?=[^:：\n。；，]{2,16}$).*${QUESTIONS}`
/** «联系电话：…», the answer behind or under it. */
const LABELLED = /^([^:：\n]{2,24})[:：]\s*\S/

function roleOf(text: string, isField: (text: string) => boolean): CellRole {
  if (text.trim() === '' || SIGNATURE.test(text)) return 'blank'
  const isLabel = (words: string) => isField(words) || isKnown(words) || splitLabel(words).every(isKnown)
  const key = labelKey(text)
  if (key.length <= LONGEST_LABEL && key !== '' && isLabel(text)) return 'label'
  if (ASKING.test(text.trim())) return 'label'
  const before = LABELLED.exec(text.trim())?.[1]
  if (before !== undefined && isLabel(before)) return 'labelled'
  if (key.length < 2 || key.length > LONGEST_UNKNOWN) return 'answer'
  return isAnswerShaped(text) && !isPartlyKnown(key) ? 'answer' : 'perhaps'
}

const isPartlyKnown = (key: string): boolean => [...labelKinds(key).values()].some(strength => strength >= PARTLY)

const isKnown = (text: string): boolean =>
  labelKeys(text).some(key =>
    [...labelKinds(key).values(), ...columnKinds(key).values()].some(strength => strength >= KNOWN),
  )

/** The kind that a field is of, by its own label; what forms print and nobody judges, and what ends another section, is no field's. */
function ownKind(strengths: ReadonlyMap<LabelKind, number>): LabelKind | null {
  const kind = understood(strengths)
  return kind === null || NOBODYS.has(marked(kind)) ? null : kind
}
