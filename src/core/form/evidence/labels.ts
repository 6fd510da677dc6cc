import { asAlike } from '../../words/alike.ts'
import { columnKinds, type LabelKind, labelKinds } from '../../words/label-kinds.ts'
import { listed } from '../../words/listed.ts'
import { onceForText } from '../../words/once-for.ts'
import { pattern } from '../../words/pattern.ts'
import type { FieldId, FormDescription } from '../description.ts'
import { labelKey, labelKeys, splitLabel } from './label.ts'
import { isAnswerShaped } from './shapes.ts'

/** What a text in a table may be: a label that is known, one that may be, an answer, one with its label before it, or nothing. */
export type CellRole = 'label' | 'perhaps' | 'answer' | 'labelled' | 'blank'

/** From 0 to 1: 1 are the template's words or the description's own label, 0.85 and more words that are understood wholly. */
export type Telling = ReadonlyMap<string, number>

/** Kinds of sections that end another and aren't read. */
export const CLOSING: ReadonlySet<string> = new Set(['opinions', 'others', 'safeguards', 'instructions'])

/** Whole words of the vocabulary. */
export const KNOWN = 0.82

/** What is told most; '' where nothing is. */
export function most<Kind extends string>(told: ReadonlyMap<Kind, number>): Kind | '' {
  let best: Kind | '' = ''
  for (const [kind, strength] of told) if (best === '' || strength > (told.get(best) ?? 0)) best = kind
  return best
}

/** What is told most, where it is wholly understood; null where nothing is. */
export function understood<Kind extends string>(told: ReadonlyMap<Kind, number>): Kind | null {
  const best = most(told)
  return best !== '' && (told.get(best) ?? 0) >= KNOWN ? best : null
}

/** The label of the form's file in other words. */
const ALIKE = 0.97

/** What a heading over two sections («荣誉与考核») tells of each. */
export const TWOFOLD = 0.7

/** What the labels of a form tell: by the template's words, the description's own labels, and the vocabulary's parts. */
export type Labels = {
  /** The field whose own label it is, beyond doubt. */
  readonly exact: (label: string, groups?: readonly string[]) => FieldId | null
  /** How much a label tells of each field, and of each kind that isn't read; `groups` are labels around it. */
  readonly tells: (label: string, groups?: readonly string[]) => Telling
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
  const fieldOf = new Map(
    [...kinds].flatMap(([field, kind]) => (kind === null ? [] : [[kind as string, field] as const])),
  )
  const find = (text: string) =>
    labelKeys(text)
      .map(key => own.get(plain(key)))
      .find(field => field !== undefined) ?? null
  // Of what the vocabulary doesn't know: the same in other words, where it is one field's alone.
  const others = Map.groupBy(
    [...kinds].filter(([, kind]) => kind === null),
    ([field]) => asAlike(labelKey(described[field]?.label ?? '')),
  )
  const alike = (text: string): Telling => {
    const [[field] = [], ...more] = labelKeys(text).flatMap(key => others.get(asAlike(key)) ?? [])
    return new Map(field === undefined || more.length > 0 ? [] : [[field, ALIKE]])
  }
  const exact = (label: string, groups: readonly string[] = []) =>
    groups.map(group => find(`${group}${label}`)).find(field => field !== null) ?? find(label)
  const told = (key: string): Telling =>
    new Map([...labelKinds(key)].map(([kind, strength]) => [fieldOf.get(kind) ?? kind, strength * 0.95]))
  const alone = onceForText((label): Telling => {
    const field = find(label)
    const words = stronger(alike(label), ...labelKeys(label).map(told), ...officially(label).map(told))
    return field === null ? words : new Map([...words, [field, 1]])
  })
  const tells = (label: string, groups: readonly string[] = []): Telling => {
    if (groups.length === 0) return alone(label)
    const field = exact(label, groups)
    const grouped = groups.map(group => told(labelKey(group) + labelKey(label)))
    return stronger(alone(label), ...grouped, ...(field === null ? [] : [new Map([[field, 1]])]))
  }
  return { exact, tells, role: onceForText(text => roleOf(text, find)), kindOf: field => kinds.get(field) ?? null }
}

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

function roleOf(text: string, find: (text: string) => FieldId | null): CellRole {
  if (text.trim() === '' || SIGNATURE.test(text)) return 'blank'
  const isLabel = (words: string) => find(words) !== null || isKnown(words) || splitLabel(words).every(isKnown)
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

/** The strongest of all. */
function stronger(...all: readonly Telling[]): Telling {
  const best = new Map<string, number>()
  for (const telling of all)
    for (const [kind, strength] of telling) best.set(kind, Math.max(strength, best.get(kind) ?? 0))
  return best
}

/** The kind that a field is of, by its own label; what forms print and nobody judges, and what ends another section, is no field's. */
function ownKind(strengths: ReadonlyMap<LabelKind, number>): LabelKind | null {
  const kind = understood(strengths)
  return kind === null || NOBODYS.has(kind) ? null : kind
}

const NOBODYS: ReadonlySet<string> = new Set([...CLOSING, 'unread', 'basics'])
