import type { DocumentContent } from '../document/document.ts'
import { plainText } from '../document/document.ts'
import { labelKey, splitLabel } from '../form/evidence/label.ts'
import { headOf } from '../form/title.ts'
import type { LabelKind } from '../words/label-kinds.ts'
import { FORM_PAPERS } from '../words/papers.ts'
import { pattern } from '../words/pattern.ts'
import { kindOf, meaningOf, plainLabel } from './blank-meaning.ts'
import { type Slot, slotsOf } from './blank-slots.ts'
import { isAsked, isToFill, withoutSeal } from './blank-texts.ts'
import { createIds, type DraftedField, type FormDraft } from './form-draft.ts'
import { knownLabel } from './known-labels.ts'
import { fold } from './notice.ts'
import { OPTIONAL } from './vocabulary.ts'

/** A slot with the field that it is of. */
type DescribedSlot = { readonly field: DraftedField; readonly isSection: boolean; readonly slot: Slot }

/** What a blank form tells of itself: its title, what is asked and where; types are guessed. */
export function describeBlank(content: DocumentContent): FormDraft {
  const slots = describeSlots(content)
  return {
    title: titleOf(content),
    fields: slots.filter(({ isSection }) => !isSection).map(({ field }) => field),
    sections: slots.filter(({ isSection }) => isSection).map(({ field }) => field),
    said: null,
    twice: twiceIn(content, slots),
  }
}

/** What a cover and the table behind it both print. */
const SAME_THING: ReadonlySet<string> = new Set([
  'project',
  'work',
  'team',
  'caseName',
  'college',
  'leader',
  'branchName',
])

/** What the form prints again for another one: «联系电话» of 负责人, and of 安全员. */
function twiceIn(content: DocumentContent, described: readonly DescribedSlot[]): readonly string[] {
  const told = new Set(described.map(({ slot }) => slot.place))
  const labels = askedSlots(content)
    .filter(slot => slot.kind !== 'line' && !told.has(slot.place))
    .map(({ label }) => plainLabel(label))
  return [...new Set(labels)].filter(label =>
    described.some(
      ({ slot, field }) => slot.kind !== 'line' && !SAME_THING.has(field.id) && isSame(field.label, label),
    ),
  )
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

const askedSlots = (content: DocumentContent): Slot[] =>
  slotsOf(content)
    .filter(
      ({ label, group }) =>
        label !== '' && !isToFill(label) && isAsked(withoutSeal(label)) && isAsked(group) && !isClosing(label),
    )
    .flatMap(parted)

/** The slots of a blank with their fields; of one field the first in a table counts, else the first. */
export function describeSlots(content: DocumentContent): DescribedSlot[] {
  const asked = askedSlots(content)
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
  const places = inOrder.filter(({ kind }) => kind === 'cell').map(({ place }) => place)
  // «学号/工号»: who has one has not the other.
  const isEither = ({ place }: Slot) => places.indexOf(place) !== places.lastIndexOf(place)
  return meant.flatMap(({ slot, id, type, isSection, label }): DescribedSlot[] => {
    // The cover's label of what a table asks, and a second label of the same words, are the same field.
    if (id !== null && slot.kind === 'line' && named.has(id)) return []
    const twice = isTold.has(labelKey(label)) || (id !== null && ONCE.has(id) && isTold.has(id))
    if (twice || isSame(label, title)) return []
    // Beside the sum that is applied for 经费预算 is how it is spent.
    const isBudget = id === 'money' && type === 'money' && isTold.has(id)
    isTold.add(labelKey(label))
    if (id !== null) isTold.add(id)
    const own = ids(id)
    return [
      {
        slot,
        isSection,
        field: {
          id: own,
          label,
          type: isBudget ? 'text' : type,
          required: !isEither(slot) && isRequired({ id: own, isSection, slot, isParty, isOfBranches }),
        },
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

const isClosing = (label: string): boolean =>
  knownLabel(fold(plainLabel(label))) === null && CLOSING.includes(kindOf(label) ?? 'unread')

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
