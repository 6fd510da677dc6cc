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
type Meaning = {
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
  const field = (id: string | null, type: Meaning['type']): Meaning => ({ id, label, type, isSection: false })
  const section = (id: string | null, type: Meaning['type']): Meaning => ({ id, label, type, isSection: true })
  const known = knownLabel(fold(label))
  const secretary = /书记/.test(slot.group) ? OF_SECRETARY[known?.id ?? ''] : undefined
  if (secretary !== undefined) {
    const own = field(secretary, known?.type ?? 'text')
    return secretary === 'secretary.name' ? { ...own, label: `${fold(slot.group)}${fold(label)}` } : own
  }
  if (LANGUAGE.test(fold(label)) && slot.group !== '')
    return { ...field(null, 'text'), ...inLanguage(slot.group, label) }
  const kind = kindOf(slot.label)
  const isOfHonours = [slot.label, ...slot.row.map(column => column.label)].some(text => HONOUR.test(text))
  if (slot.list === 'measures' && (isParty || kind === 'measures')) return section('measures', 'measures')
  if (slot.list === 'honours' && isOfHonours) return section('honours', 'honours')
  const ofParty = kind === null ? undefined : PARTY_SECTIONS[kind]
  if (slot.kind !== 'line' && ofParty !== undefined && (isParty || (slot.kind === 'section' && known === null)))
    return section(kind, ofParty)
  const boxes = /[□☐]/.test(slot.prompt) || isToMark(slot.prompt) ? ('choice' as const) : null
  if (known?.isSection === true) return boxes === null ? section(known.id, known.type) : field(known.id, boxes)
  if (slot.kind === 'section') return section(known?.id ?? null, 'text')
  if (slot.kind === 'list') return field(known?.id ?? null, 'table')
  if (known !== null) return field(known.id, boxes ?? known.type)
  const ofBranch = kind === null ? undefined : PARTY_FIELDS[kind]
  if (ofBranch !== undefined) return field(kind, boxes ?? ofBranch)
  if (OF_HONOURS.test(fold(label))) return section('honours', 'honours')
  if (/字以内|字左右|不少于\d+字|\d字/.test(`${slot.label}${slot.prompt}`)) return section(null, 'text')
  const type = guessType(fold(label))
  const isDay = type === 'text' && /^[\s_]*年[\s_]*月[\s_]*日?[\s_]*$/.test(slot.prompt)
  return field(null, boxes ?? (isDay ? 'date' : type))
}
