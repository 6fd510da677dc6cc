import type { FieldType, SectionType } from '../form/description.ts'
import { labelKey } from '../form/evidence/label.ts'
import { understood } from '../form/evidence/telling.ts'
import { withoutNumber } from '../form/outline/numbering.ts'
import { type LabelKind, labelKinds } from '../words/label-kinds.ts'
import { listed } from '../words/listed.ts'
import { pattern } from '../words/pattern.ts'
import type { Slot } from './blank-slots.ts'
import { isToMark } from './blank-texts.ts'
import { guessType } from './form-draft.ts'
import { knownLabel } from './known-labels.ts'
import { fold } from './notice.ts'
import { HONOURS } from './vocabulary.ts'

/** What shenbao takes a label for, where it is sure enough. */
export const kindOf = (label: string): LabelKind | null => understood(labelKinds(labelKey(label)))

/** In one line, without its number and colon, letters not spaced out. */
export const plainLabel = (label: string): string =>
  withoutNumber(label.replace(/\s+/g, ' ').trim())
    .replace(/(?<=\p{Script=Han}) +(?=\p{Script=Han})/gu, '')
    .replace(/[:：]$/, '')

/** What a place asks for: a known field by its id, or one under its own label. */
export type Meaning = {
  readonly id: string | null
  readonly label: string
  readonly type: FieldType | SectionType
  readonly isSection: boolean
}

const OF_SECRETARY: Readonly<Record<string, string>> = {
  name: 'secretary.name',
  post: 'secretary.post',
  title: 'secretary.title',
}
const PARTY_SECTIONS: Readonly<Partial<Record<LabelKind, SectionType>>> = {
  ...{ honours: 'honours', reviewGrades: 'reviewGrades', measures: 'measures' },
  ...{ basis: 'text', idea: 'text', outcomes: 'text' },
}
const PARTY_FIELDS: Readonly<Partial<Record<LabelKind, FieldType>>> = {
  ...{ branchName: 'text', parentOrg: 'text', branchType: 'choice', memberCount: 'number', 'secretary.name': 'person' },
}

/** What a list of people (排名, 姓名, 工作单位, 贡献) doesn't speak of. */
const HONOUR = pattern`${[...HONOURS, '授予']}`

/** «近三年团队所获主要荣誉（限10项）». */
const OF_HONOURS = pattern`^(?!.*成果).*(?:获|曾|近[\d一二两三四五].?年).*${listed('荣誉 荣誉称号 获奖情况 奖励情况 表彰情况')}(?:\([^()]*\))?$`

/** «项目名称 | 中文 | ＿», over «英文 | ＿». */
const LANGUAGE = /^[中英]文名?称?$/
const inLanguage = (group: string, label: string): { id: string | null; label: string } => ({
  id: /^中/.test(label) ? (knownLabel(fold(group))?.id ?? null) : null,
  label: `${fold(group)}${label}`,
})

export function meaningOf(slot: Slot, isParty: boolean): Meaning {
  const label = plainLabel(slot.label)
  const known = knownLabel(fold(label))
  const secretary = /书记/.test(slot.group) && known !== null ? OF_SECRETARY[known.id] : undefined
  if (secretary !== undefined) {
    const name = secretary === 'secretary.name' ? `${fold(slot.group)}${fold(label)}` : label
    return { id: secretary, label: name, type: known?.type ?? 'text', isSection: false }
  }
  if (LANGUAGE.test(fold(label)) && slot.group !== '')
    return { ...inLanguage(slot.group, label), type: 'text', isSection: false }
  const kind = kindOf(slot.label)
  const section = kind === null ? undefined : PARTY_SECTIONS[kind]
  const isOfHonours = [slot.label, ...slot.row.map(column => column.label)].some(text => HONOUR.test(text))
  const isOfMeasures = isParty || kind === 'measures'
  if ((slot.list === 'measures' && isOfMeasures) || (slot.list === 'honours' && isOfHonours))
    return { id: slot.list, label, type: slot.list, isSection: true }
  if (slot.kind !== 'line' && section !== undefined && (isParty || (slot.kind === 'section' && known === null)))
    return { id: kind, label, type: section, isSection: true }
  const boxes = /[□☐]/.test(slot.prompt) || isToMark(slot.prompt) ? ('choice' as const) : null
  if (known?.isSection === true && boxes !== null) return { id: known.id, label, type: boxes, isSection: false }
  if (known?.isSection === true) return { id: known.id, label, type: known.type, isSection: true }
  if (slot.kind === 'section') return { id: known?.id ?? null, label, type: 'text', isSection: true }
  if (slot.kind === 'list') return { id: known?.id ?? null, label, type: 'table', isSection: false }
  const field = kind === null ? undefined : PARTY_FIELDS[kind]
  if (known !== null) return { id: known.id, label, type: boxes ?? known.type, isSection: false }
  if (field !== undefined) return { id: kind, label, type: boxes ?? field, isSection: false }
  if (OF_HONOURS.test(fold(label))) return { id: 'honours', label, type: 'honours', isSection: true }
  const isLong = /字以内|字左右|不少于\d+字|\d字/.test(`${slot.label}${slot.prompt}`)
  const isDay = /^[\s_]*年[\s_]*月[\s_]*日?[\s_]*$/.test(slot.prompt) && guessType(fold(label)) === 'text'
  const type = isDay ? 'date' : guessType(fold(label))
  return { id: null, label, type: isLong ? 'text' : (boxes ?? type), isSection: isLong }
}
