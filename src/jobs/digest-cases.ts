import { filesOf } from '../core/application/conclusion.ts'
import { type Confirmation, isUnsettled, type SettledCheck, settledChecks } from '../core/application/confirmation.ts'
import { checkTitle } from '../core/application/confirmation-text.ts'
import { entryNames } from '../core/application/entry-names.ts'
import type { Call } from '../core/call/call.ts'
import { type Nouns, nounsOf, worded } from '../core/call/nouns.ts'
import type { DigestFacts, PersonCase, Point } from '../core/digest/facts.ts'
import { recognitionPoints } from '../core/digest/recognition-points.ts'
import type { RecognisedDocument } from '../core/document/scanned-document.ts'
import { onlyPeopleKnow } from '../core/eligibility/all-checks.ts'
import { unplacedHeadings } from '../core/form/assign/unplaced-headings.ts'
import { choicesFor } from '../core/judge/choices.ts'
import type { Decision } from '../core/judge/decision.ts'
import { decisiveFirst } from '../core/judge/decisive.ts'
import type { OnRecord } from '../core/judge/in-force.ts'
import type { Problem } from '../core/judge/problem.ts'
import { problemTitle } from '../core/judge/problem-text.ts'
import { isReceiptSent } from '../core/reply/addressees.ts'
import { applicantIn, evidenceFor, isNew, keyOf, type Related, senderOf } from './digest-related.ts'

export type Moment = {
  readonly kind: DigestFacts['kind']
  readonly at: Date
  readonly since: Date | null
  readonly callOf: (call: string | null) => Call | null
  readonly decisionOn: (id: number, entry: number) => Recorded | null
  /** What people settled of a call. */
  readonly confirmations?: (call: string) => readonly Confirmation[]
  readonly recognitionsOf: (id: number) => readonly RecognisedDocument[]
  /** A later mail superseded it. */
  readonly isSuperseded: (one: Related) => boolean
}

/** The latest decision, and the reason given where a person made it. */
type Recorded = Pick<OnRecord, 'decision' | 'reason' | 'decidedAt'>

/**
 * Held submissions, returned ones past the deadline, and accepted ones with something to verify, in this order: of these the new ones, in
 * the digest of the deadline every one that stands.
 */
export function personCases(related: readonly Related[], moment: Moment): readonly PersonCase[] {
  const named = namesAmong(related)
  const cases = related.flatMap(one => {
    if (!isCase(one) || moment.isSuperseded(one)) return []
    const found = moment.decisionOn(one.id, one.entry)
    if (found === null || found.decision.closed) return []
    const points = pointsOf(one, found, moment)
    if (points.length === 0) return []
    return [{ ...caseOf(one, { points, found }, moment), ...evidenceFor(one, related), entry: named(one) }]
  })
  return [...cases].sort((a, b) => URGENCY.indexOf(a.outcome) - URGENCY.indexOf(b.outcome))
}

/** By what `decide` knows an entry of a message that has several. */
function namesAmong(related: readonly Related[]): (one: Related) => string | null {
  const messages = Map.groupBy(related, ({ id }) => id)
  return one => {
    const entries = messages.get(one.id) ?? []
    return entries.length < 2 ? null : (entryNames(entries)[entries.indexOf(one)] ?? null)
  }
}

const URGENCY = ['held', 'returned', 'rejected', 'noted', 'accepted', 'ignored'] as const

const CASES: readonly Related['relation'][] = ['application', 'withdrawal', 'declined', 'evidence']

const isCase = ({ relation }: Related): boolean => CASES.includes(relation)

type Seen = { readonly points: readonly Point[]; readonly found: Recorded }

function caseOf(one: Related, { points, found: { decision } }: Seen, moment: Moment): PersonCase {
  const isUnmet = one.standing && unmet(checksOf(one, decision, moment)).length > 0
  return {
    ...senderOf(one),
    call: one.call,
    applicant: applicantIn(one),
    outcome: one.outcome ?? 'held',
    codes: codesOf(one, decision),
    points,
    choices: choicesFor({ decision, call: moment.callOf(one.call), isOver: isOver(one, moment) }),
    ...(isUnmet ? { unmet: true } : {}),
  }
}

/** Each condition with what a person said of it. */
const checksOf = (one: Related, decision: Decision, { confirmations }: Moment): readonly SettledCheck[] =>
  settledIn(one, decision, one.call === null ? [] : (confirmations?.(one.call) ?? []))

export const settledIn = (
  one: Pick<Related, 'applicant' | 'branch'>,
  decision: Decision,
  confirmations: readonly Confirmation[],
): readonly SettledCheck[] =>
  settledChecks(decision.checks ?? [], { applicant: keyOf(one), files: filesOf(decision) }, confirmations)

const unmet = (checks: readonly SettledCheck[]): readonly SettledCheck[] =>
  checks.filter(({ person }) => person?.verdict === 'fail')

/** A person found that it isn't met: it stays until somebody decides. */
const unmetPoints = (checks: readonly SettledCheck[], titles: Call['checks']): readonly Point[] =>
  unmet(checks).map(({ id, person }) => ({
    reason: `经核实不符合：${checkTitle(id, titles)}`,
    evidence: person === null ? [] : [`${person.by}：${person.reason}`],
  }))

const isOver = ({ call }: Related, { at, callOf }: Moment): boolean => {
  const deadline = callOf(call)?.deadline
  return deadline !== undefined && at > deadline
}

const codesOf = ({ outcome }: Related, { answer, problems }: Decision): PersonCase['codes'] => {
  if (outcome !== 'accepted') return decisiveFirst(problems).map(({ code }) => code)
  return answer === 'neutral' ? ['sender.unauthenticated'] : []
}

function pointsOf(one: Related, found: Recorded, moment: Moment): readonly Point[] {
  const { kind, since, callOf } = moment
  const over = isOver(one, moment)
  const nouns = nounsOf(callOf(one.call))
  const problems = [...reasonPoint(found), ...problemPoints(found.decision, nouns), ...strangerPoint(found.decision)]
  const scans = recognitionPoints(moment.recognitionsOf(one.id), callOf(one.call), keyOf(one) !== null)
  const read = [...scans, ...formPoints(found.decision.form, nouns)]
  if (one.outcome === 'held')
    return [...(problems.length === 0 ? [PERSON] : problems), ...staffNotes(found.decision), ...read]
  if (one.outcome === 'returned' && over) return [UNMENDED, ...problems, ...read]
  if (one.outcome === 'noted') return notedPoints(found.decision)
  if (one.outcome !== 'accepted') return []
  const isShown = isNew(one, since) || (kind === 'deadline' && over && one.standing)
  const isUntold = !isReceiptSent(found.decision, callOf(one.call))
  const isFresh = isShown || since === null || found.decidedAt >= since
  const checks = checksOf(one, found.decision, moment)
  const described = callOf(one.call)?.checks ?? []
  return [
    ...(isUntold && isFresh ? untold(found.decision, nouns) : []),
    ...(one.standing ? unmetPoints(checks, described) : []),
    ...(isShown ? toVerify(checks, described, { form: found.decision.form, nouns }) : []),
  ]
}

const staffNotes = ({ notes = [] }: Pick<Decision, 'notes'>): readonly Point[] =>
  notes.map(note => ({ reason: note, evidence: [] }))

/** «不申报» until a person confirms it, and evidence that came late, which only a person takes into the papers. */
function notedPoints({ relation, settled, remarks, stranger, notes = [] }: Decision): readonly Point[] {
  if (settled || stranger) return []
  if (notes.length > 0) return staffNotes({ notes })
  if (relation === 'declined') return [{ reason: '来信说明不申报，请核实', evidence: [] }]
  return remarks.map(remark => ({ reason: `佐证材料${remark}，是否列入评审材料请决定`, evidence: [] }))
}

/** Who takes back what another sent should be looked at twice. */
const strangerPoint = ({ stranger }: Decision): readonly Point[] =>
  stranger === true ? [{ reason: '来自其他地址：不是此前申报所用的邮箱，也不在名册中', evidence: [] }] : []

const PERSON: Point = { reason: '需人工核验', evidence: [] }
const UNMENDED: Point = { reason: '退回后至截止时未补正', evidence: [] }

const reasonPoint = ({ reason }: Recorded): readonly Point[] =>
  reason === null ? [] : [{ reason: '此前登记的意见', evidence: [reason] }]

/** A field left empty was not seen: its label tells which. */
const problemPoints = ({ problems }: Decision, nouns: Nouns): readonly Point[] =>
  decisiveFirst(problems).map(problem => ({
    reason: reasonOf(problem, nouns),
    evidence: problem.seen === null ? [] : [problem.seen],
  }))

const reasonOf = (problem: Problem, nouns: Nouns): string =>
  NAMED.has(problem.code) && problem.expected !== null
    ? `${problemTitle(problem, nouns)}：${problem.expected}`
    : problemTitle(problem, nouns)

/** What is missing is told by its name. */
const NAMED: ReadonlySet<string> = new Set(['form.field-missing'])

const NO_RECEIPT = '发件人身份未能验证，对方只收到“来信已收到”的答复，未收到受理回执。'
const NOBODY_TOLD = '未发回执，请转告：该件的发件人不可答复，名册中也没有可用的{applicant}邮箱。'

/** It counts, and nobody who applied knows. */
const untold = ({ answer }: Decision, nouns: Nouns): readonly Point[] => [
  { reason: answer === 'neutral' ? NO_RECEIPT : worded(NOBODY_TOLD, nouns), evidence: [] },
]

type Read = { readonly form: Decision['form']; readonly nouns: Nouns }

/** What a machine could not tell; 现实表现 can never be told from a form and would stand at every applicant. */
const toVerify = (
  checks: readonly SettledCheck[],
  described: Call['checks'],
  { form, nouns }: Read,
): readonly Point[] => [
  ...checks
    .filter(
      check => isUnsettled(check) && !described.some(({ id, type }) => id === check.id && onlyPeopleKnow({ type })),
    )
    .map(({ id, note, evidence }) => ({ reason: note, evidence: evidence.slice(0, 2), check: id })),
  ...formPoints(form, nouns),
]

/** What of the form was read and has no owner, and a layout that is not the template's: no fault, but somebody should look. */
function formPoints(form: Decision['form'], nouns: Nouns): readonly Point[] {
  const headings = unplacedHeadings(form)
  return [
    ...(headings.length === 0 ? [] : [{ reason: `未能归类：${headings.join('、')}`, evidence: [] }]),
    ...(form?.followsTemplate === false
      ? [{ reason: `${nouns.form}的版式与模板不一致，系统按内容识别。`, evidence: [] }]
      : []),
  ]
}
