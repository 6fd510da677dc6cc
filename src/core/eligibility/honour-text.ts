import { dateText } from '../dates/date-text.ts'
import type { Honour, Level, RecipientKind } from '../form/form.ts'
import { clausesOf, withoutSpaces } from './sentences.ts'

export const LEVEL_NAMES: Readonly<Record<Level, string>> = {
  national: '国家级',
  provincial: '省部级',
  municipal: '市级',
  university: '校级',
  school: '院级',
  unknown: '级别不明',
}

/** Whose an honour is, with the call's nouns. */
export const RECIPIENT_NAMES: Readonly<Record<RecipientKind, string>> = {
  branch: '{applicant}',
  secretary: '{head}',
  member: '成员',
  unknown: '未写明获奖对象',
}
const LONGEST_NAME = 30

/** «“先进基层党组织”»: an honour as a note calls it. */
export const titleOf = ({ name, quote }: Honour): string =>
  `“${(name ?? quote).slice(0, LONGEST_NAME).replaceAll('“', '‘').replaceAll('”', '’')}”`

/** «“先进基层党组织”（2022年6月，校级）». */
export const describeHonour = (honour: Honour): string =>
  `${titleOf(honour)}（${[dateText(honour.date ?? ''), LEVEL_NAMES[honour.level]].filter(Boolean).join('，')}）`

/** What tells of this honour alone: its row, or the clause of the sentence in which it stands. */
export const ownText = (honour: Honour): string => (isRow(honour) ? honour.quote : clauseOf(honour))

/** What calls it by its name: the cell for it, or that clause. */
export const namingText = (honour: Honour): string => (isRow(honour) ? (honour.name ?? honour.quote) : clauseOf(honour))

const isRow = ({ quote }: Honour): boolean => quote.includes(' | ')

function clauseOf({ quote, name }: Honour): string {
  const own = name === null ? null : withoutSpaces(name)
  return clausesOf(quote).find(clause => own !== null && withoutSpaces(clause).includes(own)) ?? quote
}

/** The bodies that granted it together. */
export const grantingBodies = (honour: Honour): string[] =>
  (honour.grantedBy ?? '')
    .slice(0, 200)
    .split(/[、，,；;/()（）\s]+/)
    .filter(body => body !== '')
