import { applicantField } from '../../call/applicants.ts'
import { isNamed } from '../../honours/surnames.ts'
import { rowOrName } from '../../naming/roster.ts'
import type { FieldId } from '../description.ts'
import type { Labels } from '../evidence/labels.ts'
import { KNOWN, RESEMBLES } from '../evidence/telling.ts'
import { toldInSentences } from '../evidence/told-in-sentences.ts'
import type { Confidence } from '../form.ts'
import type { Candidate } from '../places/candidate.ts'
import { type Place, textAt } from '../places/place.ts'
import type { Assigning } from './assign.ts'
import { labelsIn } from './combined.ts'
import { type Bid, BY_LOOKS, bare, bidsAt } from './field-bids.ts'

/** A single value as written, without prompts; null where nothing was assigned. */
export type Value = {
  readonly text: string | null
  readonly confidence: Confidence
  /** Whether its own label was seen beyond doubt, and whether one was understood at all. */
  readonly label: 'own' | 'understood' | 'none'
  readonly takes: readonly object[]
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
  const bids = overBlanks(places.flatMap(place => bidsAt(place, assigning)))
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

/** A label of the field's own over a blank outweighs one that only may mean the same: the degree is not the highest degree. */
const overBlanks = (bids: readonly Bid[]): readonly Bid[] =>
  bids.filter(bid => bid.told !== RESEMBLES || !bid.isOtherWords || !isLeftBlank(bid.field, bids))

const isLeftBlank = (own: FieldId, bids: readonly Bid[]): boolean =>
  bids.some(({ field, told, text }) => field === own && told >= 1 && text === '')

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
  const isMeant = bid.told !== RESEMBLES && !(bid.isOtherWords && isLeftBlank(bid.field, bids))
  // What stands in lines under a name may be another label's with its answer.
  const isOne = assigning.form.fields[bid.field]?.type !== 'person' || !bid.text.includes('\n')
  const confidence = bid.score >= SURE && isMeant && isOne && !isRivalled ? 'sure' : 'doubtful'
  return { text: bid.text, confidence, label: seenLabel(bid.field, bids), takes: takesOf(bid.field, bids) }
}

/** What a field may be by the looks of answers or by words that are like its own: where several are, it is none of them. */
const guessesAt = (bids: readonly Bid[], field: FieldId, assigning: Assigning): ReadonlySet<string> =>
  new Set(
    bids.filter(bid => bid.field === field && bid.text !== '' && isGuess(bid)).map(bid => comparable(bid, assigning)),
  )
const isGuess = ({ score, told }: Bid): boolean => (score >= ENOUGH && score <= BY_LOOKS) || told === RESEMBLES
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
