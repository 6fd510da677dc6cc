import type { DocumentContent } from '../document/document.ts'
import { plainText } from '../document/document.ts'
import type { FieldType, SectionType } from '../form/description.ts'
import { labelKey, splitLabel } from '../form/evidence/label.ts'
import { understood } from '../form/evidence/labels.ts'
import { withoutNumber } from '../form/outline/numbering.ts'
import { headOf } from '../form/title.ts'
import { type LabelKind, labelKinds } from '../words/label-kinds.ts'
import { listed } from '../words/listed.ts'
import { FORM_PAPERS } from '../words/papers.ts'
import { pattern } from '../words/pattern.ts'
import { type Slot, slotsOf } from './blank-slots.ts'
import { isAsked, isToFill, isToMark, withoutSeal } from './blank-texts.ts'
import { createIds, type DraftedField, type FormDraft, guessType } from './form-draft.ts'
import { knownLabel } from './known-labels.ts'
import { fold } from './notice.ts'
import { HONOURS, OPTIONAL } from './vocabulary.ts'

/** A slot with the field that it is of. */
export type DescribedSlot = { readonly field: DraftedField; readonly isSection: boolean; readonly slot: Slot }

/** What a blank form tells of itself: its title, what is asked and where; types are guessed. */
export function describeBlank(content: DocumentContent): FormDraft {
  const slots = describeSlots(content)
  return {
    title: titleOf(content),
    fields: slots.filter(({ isSection }) => !isSection).map(({ field }) => field),
    sections: slots.filter(({ isSection }) => isSection).map(({ field }) => field),
    said: null,
  }
}

const PAPER = pattern`${FORM_PAPERS}(?:\([^()]*\))?$`
const UNIVERSITY = /^[\p{Script=Han}]{2,10}大学(?=[\p{Script=Han}“"]{4,})/u

/** A title may stand in two lines, its last word spaced out: «申 报 书». */
function titleOf(content: DocumentContent): string {
  const head = headOf(content)
  const lines = (head.length > 0 ? head : plainText(content.blocks).split('\n').slice(0, 10)).map(line =>
    fold(line).replace(/\s/g, ''),
  )
  const at = lines.findIndex(line => PAPER.test(line) && !/^附件/.test(line))
  const line = lines[at] ?? lines.find(one => one.length >= 4 && !/^附件/.test(one)) ?? '申报表'
  const isShort = line.length <= 6 && at > 0 && !/^附件|[:：]/.test(lines[at - 1] ?? '附件')
  const whole = isShort ? `${lines[at - 1]}${line}` : line
  return whole
    .replace(UNIVERSITY, '')
    .replace(/\([^()]*\)$/, '')
    .replace(/["“”《》]/g, '')
}

/** The slots of a blank with their fields; of one field the first in a table counts, else the first. */
export function describeSlots(content: DocumentContent): DescribedSlot[] {
  const asked = slotsOf(content)
    .filter(
      ({ label, group }) =>
        label !== '' && !isToFill(label) && isAsked(withoutSeal(label)) && isAsked(group) && !isClosing(label),
    )
    .flatMap(parted)
  const tables = asked.filter(({ kind }) => kind !== 'line')
  const lines = asked.filter(({ kind, label }) => kind === 'line' && !tables.some(other => isSame(other.label, label)))
  const ids = createIds()
  const title = titleOf(content)
  const isTold = new Set<string>()
  const inOrder = asked.filter(slot => tables.includes(slot) || lines.includes(slot))
  const isParty = isPartyForm(inOrder)
  const isOfBranches = inOrder.some(({ label }) => kindOf(label) === 'branchName')
  const first = inOrder.find(slot => meaningOf(slot, isParty).id === 'honours')
  // Honours stand once: a list of others' is a table.
  const meant = inOrder.map(slot => ({
    slot,
    ...meaningOf(slot.list === 'honours' && slot !== first ? { ...slot, list: null } : slot, isParty),
  }))
  const named = new Set(meant.filter(({ slot }) => slot.kind !== 'line').map(({ id }) => id))
  return meant.flatMap(({ slot, id, type, isSection, label }): DescribedSlot[] => {
    // The cover's label of what a table asks, and a second label of the same words, are the same field.
    if (id !== null && slot.kind === 'line' && named.has(id)) return []
    const twice = isTold.has(labelKey(label)) || (id !== null && ONCE.has(id) && isTold.has(id))
    if (twice || isSame(label, title)) return []
    isTold.add(labelKey(label))
    if (id !== null) isTold.add(id)
    const own = ids(id)
    return [
      {
        slot,
        isSection,
        field: { id: own, label, type, required: isRequired({ id: own, isSection, slot, isParty, isOfBranches }) },
      },
    ]
  })
}

const isSame = (one: string, other: string): boolean => labelKey(one) === labelKey(other)

/** 职务/职称 is two fields. */
function parted(slot: Slot): Slot[] {
  const parts = splitLabel(slot.label)
  const isCombined = parts.length > 1 && parts.every(part => knownLabel(fold(part)) !== null)
  return isCombined ? parts.map(label => ({ ...slot, label })) : [slot]
}

/** Fields of which a form has one, however often it prints them. */
const ONCE: ReadonlySet<string> = new Set([
  ...['branchName', 'secretary.name', 'phone', 'email', 'parentOrg', 'memberCount', 'honours', 'measures', 'basis'],
])
const PARTY_SIGNS: readonly LabelKind[] = ['basis', 'measures', 'idea', 'outcomes']

/** A branch's plan: several of its parts, not 主要事迹 or 预期成果 alone, and its name. */
function isPartyForm(slots: readonly Slot[]): boolean {
  const kinds = new Set(slots.filter(({ kind }) => kind !== 'line').map(({ label }) => kindOf(label)))
  const isBranch = slots.some(({ label }) => kindOf(label) === 'branchName')
  return isBranch && PARTY_SIGNS.filter(sign => kinds.has(sign)).length >= 2
}

const CLOSING: readonly LabelKind[] = ['opinions', 'instructions', 'safeguards', 'basics', 'others']

const kindOf = (label: string): LabelKind | null => understood(labelKinds(labelKey(label)))

const isClosing = (label: string): boolean =>
  knownLabel(fold(plainLabel(label))) === null && CLOSING.includes(kindOf(label) ?? 'unread')

/** In one line, without its number and colon, letters not spaced out. */
const plainLabel = (label: string): string =>
  withoutNumber(label.replace(/\s+/g, ' ').trim())
    .replace(/(?<=\p{Script=Han}) +(?=\p{Script=Han})/gu, '')
    .replace(/[:：]$/, '')

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

function meaningOf(slot: Slot, isParty: boolean): Meaning {
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
  if (slot.list === 'measures' || (slot.list === 'honours' && isOfHonours))
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
  const isDay = /年\s*月/.test(slot.prompt) && guessType(fold(label)) === 'text'
  const type = isDay ? 'date' : guessType(fold(label))
  return { id: null, label, type: isLong ? 'text' : (boxes ?? type), isSection: isLong }
}

/** What no application is without; the rest an office may mark as it likes. */
const CORE: ReadonlySet<string> = new Set([
  ...[
    'branchName',
    'name',
    'project',
    'leader',
    'studentNo',
    'secretary.name',
    'phone',
    'caseName',
    'topic',
    'work',
    'lab',
    'team',
    'club',
  ],
])

type Asked = {
  readonly id: string
  readonly isSection: boolean
  readonly slot: Slot
  readonly isParty: boolean
  /** It asks for the name of a Party branch. */
  readonly isOfBranches: boolean
}

const MAY_STAY_EMPTY = pattern`${[...OPTIONAL, '可不填', '没有可']}`

function isRequired({ id, isSection, slot, isParty, isOfBranches }: Asked): boolean {
  const printed = `${slot.label}${slot.prompt}`
  if (MAY_STAY_EMPTY.test(printed)) return false
  if (/必填|[*★]/.test(printed)) return true
  if (id === 'honours') return isParty
  if (id === 'memberCount') return isParty || isOfBranches
  return isSection ? !['reviewGrades', 'resume', 'service', 'studies'].includes(id) : CORE.has(id)
}
