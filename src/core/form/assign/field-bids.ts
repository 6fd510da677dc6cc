import { hasMark } from '../../document/document.ts'
import { isNamed } from '../../honours/surnames.ts'
import { listed } from '../../words/listed.ts'
import { STANDINGS } from '../../words/value-words.ts'
import type { FieldDescription, FieldId } from '../description.ts'
import type { Labels } from '../evidence/labels.ts'
import { fitOf, inOneLine, isProse, isUnmistakable } from '../evidence/shapes.ts'
import { ALIKE, KNOWN, most } from '../evidence/telling.ts'
import { cellText } from '../outline/grid.ts'
import { type Place, textAt } from '../places/place.ts'
import { chosenWords } from '../values/ticks.ts'
import type { Assigning } from './assign.ts'
import { apart, labelsIn, partsOf } from './combined.ts'

/** A place as a field's: what stands there, and how much speaks for it. */
export type Bid = {
  readonly field: FieldId
  readonly place: Place
  readonly text: string
  readonly score: number
  /** How much its label tells of the field: 1 is the field's own. */
  readonly told: number
  /** Whether its label is the field's in other words alone. */
  readonly isOtherWords: boolean
}

/** What answers score that nothing but their looks gives to a field. */
export const BY_LOOKS = 0.52

/** A place's bids; 职务/职称 is two places, and its answer is split as its label is; 手机/座机 is one. */
export function bidsAt(place: Place, assigning: Assigning): Bid[] {
  // A label over labels of its own: what stands beside these are the answers.
  if (isOverLabels(place, assigning.labels)) return []
  const [own, ...others] = apart(answerIn(place, assigning), assigning)
  const more = others.map(({ label, text }) => ({ ...place, label, blocks: [{ kind: 'paragraph', text } as const] }))
  return [...bidsAs(place, own, assigning), ...more.flatMap(one => bidsAs(one, textAt(one), assigning))]
}

function bidsAs(place: Place, answer: string, assigning: Assigning): Bid[] {
  const { label, groups } = place
  const [first = label, ...others] = labelsIn(place, assigning)
  if (Math.max(0, ...assigning.labels.tells(label, groups).values()) >= ALIKE)
    return bidsOf(place, label, answer, assigning)
  const told = (one: string) => most(assigning.labels.tells(one))
  if (others.every(other => told(other) === told(first))) return bidsOf(place, first, answer, assigning)
  return partsOf(place, answer, assigning).flatMap(part => bidsOf(place, part.label, part.text, assigning))
}

const isOverLabels = ({ blocks }: Place, labels: Labels): boolean =>
  blocks.some(block => block.kind === 'table' && block.cells.some(cell => labels.role(cellText(cell)) === 'label'))

function answerIn(place: Place, { prompts }: Assigning): string {
  const text = textAt(place)
  return prompts.isBlank(text) || isUnticked(text)
    ? ''
    : prompts.without(text).replace(/^(?:答[:：])?[\s_＿]+|^答[:：]|[\s_＿]+$/g, '')
}

/** Boxes of which none was chosen. */
const isUnticked = (text: string): boolean => UNTICKED.test(text) && chosenWords(text).length === 0
const UNTICKED = /□|[（(【[]\s{0,6}[\]】）)].{1,40}[（(【[]\s{0,6}[\]】）)]/

function bidsOf(place: Place, label: string, text: string, { form, labels }: Assigning): Bid[] {
  if (place.from === 'list') return []
  const told = labels.tells(label, place.groups)
  const best = Math.max(0, ...told.values())
  return Object.entries(form.fields).flatMap(([field, { type }]) => {
    const strength = told.get(field) ?? 0
    // A label that is wholly something else's is none of this field's.
    if (strength < best * 0.8 && best >= KNOWN) return []
    const answer =
      type === 'number' && isPrinted(text)
        ? ''
        : type === 'person' && field !== 'secretary.name'
          ? inOneLine(text)
          : text
    const score = scoreOf(answer, strength, { field, type, labels, place })
    const isOtherWords = labels.isOtherWords(label, field)
    const bid = { field, place, text: answer, score, told: strength, isOtherWords }
    return score === 0 && answer !== '' ? [] : [bid]
  })
}

/** «正式   名，预备   名» is the form's own: a number has a numeral. */
const isPrinted = (text: string): boolean =>
  !hasMark(text) && !/[\d一二三四五六七八九十百]/.test(text.normalize('NFKC'))

type Scoring = {
  readonly field: FieldId
  readonly type: FieldDescription['type']
  readonly labels: Labels
  readonly place: Place
}

function scoreOf(text: string, told: number, { field, type, labels, place }: Scoring): number {
  if (text === '') return told
  const kind = labels.kindOf(field)
  const fit = fitOf(text, { kind, type })
  // A label is never a value: the cell between them was lost.
  const isStanding = told >= KNOWN && listed(STANDINGS).includes(bare(text))
  if (labels.role(text) === 'label' && fit < 1 && !isStanding) return 0
  if (place.from === 'near') return fit === 1 ? told * 0.93 : 0
  if (place.from === 'loose' || place.label === '') return 0
  if (told >= 1) return fit === 1 ? 1 : fit === 0 ? 0.95 : isProse(text) ? 0.3 : 0.6
  if (told >= KNOWN) return fit === 1 ? 0.8 + told * 0.15 : fit === 0 ? 0.7 + told * 0.12 : 0.3
  if (told > 0.4) return fit === 1 ? 0.45 + told * 0.4 : fit === 0 ? told * 0.6 : 0
  // «支部掌舵人»: whoever stands for the branch, in whatever words.
  if (kind === 'secretary.name' && isNamed(bare(text)) && labels.tells(place.label).has('branchName'))
    return BY_LOOKS + 0.03
  // Whose names stand in a list nobody knows, and a branch beside a word for other bodies is another's.
  if (kind === 'secretary.name' && place.from === 'column') return 0
  if (kind === 'branchName' && (labels.tells(place.label).get('parentOrg') ?? 0) > 0.2) return 0
  return isUnmistakable(text, kind) ? BY_LOOKS : 0
}

/** Without white space. */
export const bare = (text: string): string => text.replace(/\s/g, '')
