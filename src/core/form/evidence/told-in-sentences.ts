import { listed } from '../../words/listed.ts'
import { pattern } from '../../words/pattern.ts'
import type { FieldId } from '../description.ts'
import { textOf } from '../outline/grid.ts'
import type { Candidate, Reading } from '../places/candidate.ts'
import { postIn, readPerson, titleIn } from '../values/person.ts'
import { type Fit, fitOf } from './shapes.ts'
import { KNOWN } from './telling.ts'

const SENTENCE = /[。！!\n|]+/
/** Where clauses end; what stands in brackets is one of its own. */
const BETWEEN_CLAUSES = /[，,；;（）()\u3000]+| {2,}/
const LONGEST_CLAUSE = 40
const LONGEST_LABEL = 10
/** No label ends within «jicz@…». */
const IN_WORD = /^[\w.]{2}$/
/** Less than a label alone must tell: what stands behind it must be of its kind. */
const TELLING = 0.55
/** Between a label and what it tells, and behind a name. */
const LINK = pattern`^[:：\s]*${listed('分别为 共计 为 是 共 有 叫 由')}?[:：\s]*`
const BEHIND_NAME = /\s*(?:同志|老师)?(?:担任|兼任)?$/
const QUOTED = /^[“"](.+)[”"]$/
/** «现有22名党员», the number before what it counts. */
const COUNT_FIRST = /^(.{0,8}?)(\d{1,4}|[一二三四五六七八九十百]{1,5})\s?([名人位])(?:中共)?(党员)$/
/** Who speaks: «根据通知要求，教工第四党支部申报……», «教工第四党支部，现有党员22名». */
const ANYBODYS = listed('本 我 该 各 全体')
const SPEAKS = listed('于 现有 共有 申报 拟申报 隶属 成立于 组建于 位于 前身')
const SUBJECT = pattern`^(?:[^，,]{0,12}[，,])?(?!${ANYBODYS})([^，,]{3,30}?党支部)[，,\s]{0,2}${SPEAKS}`
/** Whose telephone and title stand behind them, and not the secretary's. */
const OTHER_PEOPLE = pattern`${listed('联系人 联络人 经办人 填报人 填表人 委员 副书记 秘书 干事 组长')}`
const OF_PERSON: readonly FieldId[] = ['secretary.post', 'secretary.title', 'phone', 'email']
const NAME = /^\p{Script=Han}{2,4}$/u

/** `isLikely`: a name by its place alone, which counts where the sentence tells more than one thing beside it. */
type Fact = { readonly field: FieldId; readonly text: string; readonly isLikely: boolean }

/** «本支部现有党员23名，书记王明，副教授，联系电话……»: what sentences tell of the fields, where they don't disagree. */
export function toldInSentences(parts: readonly Candidate[], reading: Reading): ReadonlyMap<FieldId, string> {
  const told = new Map<FieldId, Set<string>>()
  for (const part of parts)
    for (const sentence of textOf(part.blocks).split(SENTENCE))
      for (const { field, text } of factsIn(sentence, reading, told.get('secretary.name') ?? new Set()))
        told.set(field, new Set([...(told.get(field) ?? []), text]))
  return new Map(
    [...told].flatMap(([field, [text = '', ...others]]) => (others.length === 0 ? [[field, text] as const] : [])),
  )
}

/** `secretaries`: who was named before; «联系人王明» may be the secretary, too. */
function factsIn(sentence: string, reading: Reading, secretaries: ReadonlySet<string>): Fact[] {
  const facts = subjectOf(sentence, reading)
  let person: 'secretary' | 'other' | null = null
  for (const clause of sentence.split(BETWEEN_CLAUSES)) {
    const told = factIn(clause.trim(), reading)
    const isSecretary = [...secretaries].some(name => clause.includes(name))
    if (OTHER_PEOPLE.test(clause) && !isSecretary) person = 'other'
    else if (told?.field === 'secretary.name') person = 'secretary'
    if (told === null && person === 'secretary') facts.push(...besideName(clause))
    if (told !== null && !(person === 'other' && OF_PERSON.includes(told.field))) facts.push(told)
  }
  const sure = firstOf(facts.filter(({ isLikely }) => !isLikely))
  return sure.length > 1 ? firstOf(facts) : sure
}

/** A sentence tells of each field once: «办公电话…，手机…». */
const firstOf = (facts: readonly Fact[]): Fact[] =>
  facts.filter(({ field }, at) => facts.findIndex(other => other.field === field) === at)

function subjectOf(sentence: string, reading: Reading): Fact[] {
  const [, text = ''] = SUBJECT.exec(sentence) ?? []
  return fitAt('branchName', text, reading) === 1 ? [{ field: 'branchName', text, isLikely: false }] : []
}

/** The label that a clause begins with, that which tells most, and an answer of its kind behind it. */
function factIn(written: string, reading: Reading): Fact | null {
  if (written === '' || written.length > LONGEST_CLAUSE || reading.labels.role(written) === 'label') return null
  const clause = written.replace(COUNT_FIRST, '$1$4$2$3')
  const longest = Math.min(LONGEST_LABEL, clause.length - 1)
  const ends = Array.from({ length: Math.max(0, longest - 1) }, (_, index) => longest - index)
  const told = ends.flatMap(end => {
    if (IN_WORD.test(clause.slice(end - 1, end + 1))) return []
    const text = clause.slice(end).replace(LINK, '').replace(BEHIND_NAME, '').replace(QUOTED, '$1')
    return [...reading.labels.tells(clause.slice(0, end))]
      .filter(([field, strength]) => strength > (suits(field, text, reading) === 'likely' ? KNOWN : TELLING))
      .filter(([field]) => suits(field, text, reading) !== null)
      .map(([field, strength]) => ({ field, text, strength }))
  })
  const [best] = told.sort((a, b) => b.strength - a.strength)
  return best === undefined ? null : { ...best, isLikely: suits(best.field, best.text, reading) === 'likely' }
}

/** Whether a text is an answer of the field's kind, or a name by its place alone. */
function suits(field: FieldId, text: string, reading: Reading): 'sure' | 'likely' | null {
  if (!/^[\p{L}\p{N}+(]/u.test(text)) return null
  const fits = fitAt(field, text, reading)
  const isName = field === 'secretary.name'
  if (isName && reading.labels.role(readPerson(text).name ?? '') === 'label') return null
  if (fits === 1) return 'sure'
  return isName && fits === 0 && NAME.test(text) ? 'likely' : null
}

/** «书记王明，副教授»: a title or a post behind the name. */
const besideName = (clause: string): Fact[] =>
  [
    { field: 'secretary.title', text: titleIn(clause), isLikely: false },
    { field: 'secretary.post', text: postIn(clause), isLikely: false },
  ].flatMap(({ text, ...fact }) => (text === null ? [] : [{ ...fact, text }]))

function fitAt(field: FieldId, text: string, { form, labels }: Reading): Fit {
  const type = form.fields[field]?.type
  return type === undefined || text === '' ? -1 : fitOf(text, { kind: labels.kindOf(field), type })
}
