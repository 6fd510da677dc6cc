import { applicantField } from '../../call/applicants.ts'
import { hasMark } from '../../document/document.ts'
import { isNamed } from '../../honours/surnames.ts'
import { rowOrName } from '../../naming/roster.ts'
import { listed } from '../../words/listed.ts'
import { STANDINGS } from '../../words/value-words.ts'
import type { FieldDescription, FieldId } from '../description.ts'
import { KNOWN, type Labels, most } from '../evidence/labels.ts'
import { fitOf, inOneLine, isProse, isUnmistakable } from '../evidence/shapes.ts'
import { toldInSentences } from '../evidence/told-in-sentences.ts'
import type { Confidence } from '../form.ts'
import { cellText } from '../outline/grid.ts'
import type { Candidate } from '../places/candidate.ts'
import { type Place, textAt } from '../places/place.ts'
import { chosenWords } from '../values/ticks.ts'
import type { Assigning } from './assign.ts'
import { apart, labelsIn, partsOf } from './combined.ts'

/** A single value as written, without prompts; null where nothing was assigned. */
export type Value = {
  readonly text: string | null
  readonly confidence: Confidence
  /** Whether its own label was seen beyond doubt, and whether one was understood at all. */
  readonly label: 'own' | 'understood' | 'none'
  readonly takes: readonly object[]
}

type Bid = {
  readonly field: FieldId
  readonly place: Place
  readonly text: string
  readonly score: number
  /** How much its label tells of the field: 1 is the field's own. */
  readonly told: number
}

const SURE = 0.8
const ENOUGH = 0.5
const CLOSE = 0.06

/** The single values of a form, one owner for each place: the best bids first, over all fields. `owned`: parts that are a section's. */
export function assignFields(
  all: readonly Candidate[],
  owned: ReadonlySet<Candidate>,
  assigning: Assigning,
): ReadonlyMap<FieldId, Value> {
  const parts = all.filter(part => !owned.has(part))
  const places = parts.flatMap(part => part.places)
  const bids = places.flatMap(place => bidsAt(place, assigning))
  const own = ownBids(bids, places, assigning.labels).sort((a, b) => b.score - a.score || order(a) - order(b))
  const disputed = new Set(
    Object.keys(assigning.form.fields).filter(field => guessesAt(own, field, assigning).size > 1),
  )
  const values = new Map<FieldId, Value>()
  const owners = new Map<object, FieldId>()
  for (const bid of own) {
    const key = bid.place.blocks[0] ?? bid.place
    if (bid.text === '' || bid.score < ENOUGH || values.has(bid.field)) continue
    if (isGuess(bid) && disputed.has(bid.field)) continue
    if ((owners.get(key) ?? bid.field) !== bid.field && labelsIn(bid.place, assigning).length < 2) continue
    owners.set(key, bid.field)
    values.set(bid.field, chosen(bid, own, assigning))
  }
  const open = all.filter(({ closing }) => closing === null)
  for (const [field, value] of untaken(own, values, { open, owned, assigning })) values.set(field, value)
  return values
}

type Around = {
  readonly open: readonly Candidate[]
  readonly owned: ReadonlySet<Candidate>
  readonly assigning: Assigning
}

/** Sentences tell what has no place of its own; what has one is told by those only that no section owns. */
function untaken(bids: readonly Bid[], values: ReadonlyMap<FieldId, Value>, around: Around): [FieldId, Value][] {
  const { open, owned, assigning } = around
  const { fields } = assigning.form
  const missing = Object.keys(fields).filter(field => !values.has(field))
  const seen = new Map(missing.map(field => [field, seenLabel(field, bids)]))
  const labels = new Set(missing.some(field => fields[field]?.required) ? seen.values() : [])
  const anywhere = labels.delete('none') ? toldInSentences(open, assigning) : null
  const unowned = open.filter(part => !owned.has(part))
  const free = labels.size > 0 ? toldInSentences(unowned, assigning) : null
  return missing.map(field => {
    const own = seen.get(field) ?? 'none'
    const text = (own === 'none' ? anywhere : free)?.get(field) ?? null
    const label = own === 'none' && text !== null ? 'understood' : own
    return [field, { text, confidence: text === null ? 'none' : 'doubtful', label, takes: [] }]
  })
}

/** What the tables say counts before the cover. */
const order = ({ place }: Bid): number => ['row', 'column', 'line', 'near', 'list', 'loose'].indexOf(place.from)

/** A second value that is told as well makes a value doubtful. */
function chosen(bid: Bid, bids: readonly Bid[], assigning: Assigning): Value {
  const rivals = bids.filter(
    other =>
      other.field === bid.field &&
      other.text !== '' &&
      bid.score - other.score < CLOSE &&
      comparable(other, assigning) !== comparable(bid, assigning),
  )
  const isRivalled = rivals.some(rival => (rival.place.from === 'line') === (bid.place.from === 'line'))
  const confidence = bid.score >= SURE && !isRivalled ? 'sure' : 'doubtful'
  return { text: bid.text, confidence, label: seenLabel(bid.field, bids), takes: takesOf(bid.field, bids) }
}

/** What a field may be by the looks of answers alone: where several look the same, it is none of them. */
const guessesAt = (bids: readonly Bid[], field: FieldId, assigning: Assigning): ReadonlySet<string> =>
  new Set(
    bids.filter(bid => bid.field === field && bid.text !== '' && isGuess(bid)).map(bid => comparable(bid, assigning)),
  )
const isGuess = ({ score }: Bid): boolean => score >= ENOUGH && score <= BY_LOOKS
const BY_LOOKS = 0.52
/** Where the secretary's own telephone is told, another's comes behind it, and is nobody's question. */
const SECOND = 0.55

/** With the unit in front or without, whose form it is stays the same. */
function comparable({ field, text }: Bid, { labels, form, call }: Assigning): string {
  const isName = labels.kindOf(field) === 'branchName' || field === applicantField(call.applicant, form.fields)
  return isName ? rowOrName(plain(text), call) : plain(text)
}

const plain = (text: string): string => text.normalize('NFKC').replace(/[\s_]/g, '')

const takesOf = (field: FieldId, bids: readonly Bid[]): object[] =>
  bids.filter(bid => bid.field === field && bid.score >= ENOUGH).flatMap(({ place }) => place.takes)

function seenLabel(field: FieldId, bids: readonly Bid[]): Value['label'] {
  const told = Math.max(0, ...bids.filter(bid => bid.field === field).map(bid => bid.told))
  return told >= 1 ? 'own' : told >= KNOWN ? 'understood' : 'none'
}

/** A place's bids; 职务/职称 is two places, and its answer is split as its label is; 手机/座机 is one. */
function bidsAt(place: Place, assigning: Assigning): Bid[] {
  // A label over labels of its own: what stands beside these are the answers.
  if (isOverLabels(place, assigning.labels)) return []
  const [own, ...others] = apart(answerIn(place, assigning), assigning)
  const more = others.map(({ label, text }) => ({ ...place, label, blocks: [{ kind: 'paragraph', text } as const] }))
  return [...bidsAs(place, own, assigning), ...more.flatMap(one => bidsAs(one, textAt(one), assigning))]
}

function bidsAs(place: Place, answer: string, assigning: Assigning): Bid[] {
  const { label, groups } = place
  const [first = label, ...others] = labelsIn(place, assigning)
  if (assigning.labels.exact(label, groups) !== null) return bidsOf(place, label, answer, assigning)
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
const isUnticked = (text: string): boolean => /□/.test(text) && chosenWords(text).length === 0

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
    return score === 0 && answer !== '' ? [] : [{ field, place, text: answer, score, told: strength }]
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

const bare = (text: string): string => text.replace(/\s/g, '')

/** A post, a title, a telephone may be anybody's: the secretary's stand in rows that say so, with the name in its table, or where there is no other. */
function ownBids(bids: readonly Bid[], places: readonly Place[], labels: Labels): Bid[] {
  const answered = bids.filter(({ text, score }) => text !== '' && score >= ENOUGH)
  const names = answered.filter(({ field }) => field === 'secretary.name')
  const isPersonal = ({ field }: Bid) => field === 'secretary.post' || field === 'secretary.title'
  const isSecretarys = ({ place }: Bid) =>
    place.groups.some(group => tellsSecretary(group, labels)) || tellsSecretary(place.label, labels)
  const isOnly = (own: FieldId) =>
    new Set(answered.filter(({ field }) => field === own).map(({ text }) => plain(text))).size === 1
  const only = new Set(['secretary.post', 'secretary.title'].filter(isOnly))
  const isTold = (field: FieldId) => answered.some(bid => bid.field === field && bid.told >= KNOWN && isSecretarys(bid))
  const reached = new Set(['phone', 'email'].filter(isTold))
  const second = (bid: Bid) =>
    reached.has(bid.field) && !isSecretarys(bid) ? { ...bid, score: Math.min(bid.score, SECOND) } : bid
  return bids.map(second).filter(bid => {
    if (!isPersonal(bid) || isSecretarys(bid)) return true
    if (bids.some(other => other.field === bid.field && isSecretarys(other))) return false
    const isBeside = ({ table, from }: Place) =>
      table === bid.place.table && (from === 'column') === (bid.place.from === 'column')
    if (names.some(({ place }) => isBeside(place))) return true
    const isListed =
      bid.place.from === 'column' && places.some(place => isBeside(place) && isNamed(bare(textAt(place))))
    return only.has(bid.field) && !isListed
  })
}

const tellsSecretary = (text: string, labels: Labels): boolean =>
  (labels.tells(text, []).get('secretary.name') ?? 0) >= KNOWN ||
  (/(?<!副)书记|负责人|带头人/.test(text) && text.length < 20)
