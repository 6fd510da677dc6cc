import { plainText } from '../../document/document.ts'
import type { FieldId, FormDescription } from '../description.ts'
import { listKind } from '../outline/columns.ts'
import type { Candidate, Reading } from '../places/candidate.ts'
import { without } from '../places/label-cells.ts'
import { BASICS, type Labels } from './labels.ts'
import { KNOWN } from './telling.ts'
import { type TextFit, textFit } from './text-fit.ts'
import { toldInSentences } from './told-in-sentences.ts'

/** How much speaks for it that a part is a section's: its words, and what stands in it. */
type Bid = {
  readonly field: FieldId
  readonly part: Candidate
  readonly score: number
  readonly looks: number
  /** How much its heading, or the labels of its list, tell of the field. */
  readonly told: number
}

/** A score from which a bid is sure, and one from which it counts. */
export const SURE = 0.8
export const ENOUGH = 0.5

/** A part's bids for the sections that it may be. */
export function bidsFor(part: Candidate, reading: Reading): Bid[] {
  const { form, call, labels } = reading
  const fit = textFit(part.blocks, call)
  const list = listOf(part)
  // «荣誉与考核»: the grades within are found in the honours' text, too.
  const isJoint = fit.honours > ENOUGH / 2 && tellsHonours(part, form)
  return Object.entries(form.sections).flatMap(([field, { type }]) => {
    if (isJoint && type === 'reviewGrades') return []
    const isAccount = labels.kindOf(field) === 'basis' && isOverProse(part)
    const words = Math.max(part.telling.get(field) ?? 0, isAccount || (list !== null && list === type) ? KNOWN : 0)
    // «支部概况» may be a text, or what stands in the cells of a form's head.
    const isEither = !isAccount && words < 1 && (part.telling.get(BASICS) ?? 0) >= words
    const told = isEither ? words * 0.7 : words
    const looks = fitFor(fit, field, type)
    const score =
      told >= 1
        ? 1
        : told < KNOWN
          ? told * 0.55 + looks * 0.42
          : isAnothers(fit, field, labels.kindOf(field))
            ? told * 0.5
            : Math.min(0.98, told * 0.86 + looks * 0.12)
    if (told < 1 && part.isOfValues) return []
    if (told < 1 && told >= KNOWN && labels.kindOf(field) === 'basis' && isOverview(part, reading)) return []
    return told >= KNOWN || (told > 0.25 && mayBeText(part, labels)) ? [{ field, part, score, looks, told }] : []
  })
}

/** Whether a heading speaks of honours, perhaps of grades beside them. */
const tellsHonours = ({ telling }: Candidate, { sections }: FormDescription): boolean =>
  [...telling].some(([field, strength]) => sections[field]?.type === 'honours' && strength > ENOUGH)

/** «支部建设基本情况» over a text and no values is the account of what was done. */
const isOverProse = ({ telling, places, blocks, isSection }: Candidate): boolean =>
  isSection &&
  (telling.get(BASICS) ?? 0) >= KNOWN &&
  places.length === 0 &&
  plainText(blocks).split('。').length > SENTENCES
const SENTENCES = 2

/** «支部现有党员27名，书记周启明，……»: a short text that tells the values which a form's head asks for. */
const isOverview = (part: Candidate, reading: Reading): boolean =>
  part.isSection && plainText(part.blocks).length < LONGEST_OVERVIEW && toldInSentences([part], reading).size >= VALUES
const LONGEST_OVERVIEW = 300
const VALUES = 3

/** Whether a text can hardly be what its heading seems to say: items with their limits are measures, and a plan has times. */
function isAnothers(fit: TextFit, field: FieldId, kind: string | null): boolean {
  const own = fitFor(fit, field, 'text')
  if (field === 'measures') return own < 0.15 && (fit.outcomes > 0.7 || fit.honours > 0.7)
  return own < 0.3 && LISTS.some(list => list !== field && list !== kind && fit[list] > 0.8)
}
const LISTS = ['measures', 'honours', 'reviewGrades'] as const

/** «总体规划» beside the measures themselves, which look like nothing else. */
export const isOutdone = ({ field, told, looks }: Bid, bids: readonly Bid[]): boolean =>
  field === 'measures' &&
  looks < ENOUGH &&
  told < 1 &&
  bids.some(other => other.field === field && other.looks >= SURE && other.told >= KNOWN)

export const fitFor = (fit: TextFit, field: FieldId, type: string): number =>
  (fit as Readonly<Record<string, number>>)[field] ?? (fit as Readonly<Record<string, number>>)[type] ?? 0

/** Labels with their answers are no text; what stands beside them may be. */
export function mayBeText(part: Candidate, labels: Labels): boolean {
  const labelled = part.places.filter(({ from, label }) => from !== 'near' && labels.role(label) === 'label')
  if (labelled.length < 2) return true
  const taken = new Set(part.places.filter(({ from }) => from !== 'near').flatMap(({ takes }) => takes))
  const rest = plainText(without(part.blocks, taken)).replace(/\s/g, '')
  return rest.length >= LEAST_TEXT && rest.length > labelled.length * 20
}

const LEAST_TEXT = 15

const listOf = ({ blocks }: Candidate): 'honours' | 'measures' | null => {
  for (const block of blocks) {
    const kind = block.kind === 'table' ? listKind(block) : null
    if (kind !== null) return kind
  }
  return null
}
