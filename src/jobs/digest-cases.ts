import type { DigestFacts, PersonCase, Point } from '../core/digest/facts.ts'
import { unplacedHeadings } from '../core/form/unplaced-headings.ts'
import type { Decision } from '../core/judge/decision.ts'
import { problemTitle } from '../core/judge/problem-text.ts'
import { isNew, type Related, senderOf } from './digest-related.ts'

export type Moment = {
  readonly kind: DigestFacts['kind']
  readonly at: Date
  readonly since: Date | null
  readonly deadlineOf: (call: string | null) => Date | undefined
  readonly decisionOn: (id: number) => Recorded | null
  /** A later mail superseded it. */
  readonly isSuperseded: (one: Related) => boolean
}

/** The latest decision, and the reason given where a person made it. */
type Recorded = { readonly decision: Decision; readonly reason: string | null }

/**
 * Held submissions, returned ones past the deadline, and accepted ones with something to verify, in this order: of these the new ones, in
 * the digest of the deadline every one that stands.
 */
export function personCases(related: readonly Related[], moment: Moment): readonly PersonCase[] {
  const cases = related.flatMap(one => {
    if (one.relation !== 'application' || moment.isSuperseded(one)) return []
    const found = moment.decisionOn(one.id)
    const points = found === null ? [] : pointsOf(one, found, moment)
    return points.length === 0 ? [] : [caseOf(one, points, found)]
  })
  return [...cases].sort((a, b) => URGENCY.indexOf(a.outcome) - URGENCY.indexOf(b.outcome))
}

const URGENCY = ['held', 'returned', 'rejected', 'accepted', 'ignored'] as const

const caseOf = (one: Related, points: readonly Point[], found: Recorded | null): PersonCase => ({
  ...senderOf(one),
  call: one.call,
  branch: one.branch,
  outcome: one.outcome ?? 'held',
  codes: found === null ? [] : codesOf(one, found.decision),
  points,
})

const codesOf = ({ outcome }: Related, { answer, problems }: Decision): PersonCase['codes'] => {
  if (outcome !== 'accepted') return problems.map(({ code }) => code)
  return answer === 'neutral' ? ['sender.unauthenticated'] : []
}

function pointsOf(one: Related, found: Recorded, { kind, at, since, deadlineOf }: Moment): readonly Point[] {
  const deadline = deadlineOf(one.call)
  const isOver = deadline !== undefined && at > deadline
  const problems = [...reasonPoint(found), ...problemPoints(found.decision)]
  const read = formPoints(found.decision.form)
  if (one.outcome === 'held') return [...(problems.length === 0 ? [PERSON] : problems), ...read]
  if (one.outcome === 'returned' && isOver) return [UNMENDED, ...problems, ...read]
  const isShown = isNew(one, since) || (kind === 'deadline' && isOver && one.standing)
  return one.outcome === 'accepted' && isShown ? toVerify(found.decision) : []
}

const PERSON: Point = { reason: '需人工核验', evidence: [] }
const UNMENDED: Point = { reason: '退回后至截止时未补正', evidence: [] }

const reasonPoint = ({ reason }: Recorded): readonly Point[] =>
  reason === null ? [] : [{ reason: '此前登记的意见', evidence: [reason] }]

/** A field left empty was not seen: its label tells which. */
const problemPoints = ({ problems }: Decision): readonly Point[] =>
  problems.map(({ code, seen, expected }) => ({
    reason:
      code === 'form.field-missing' && expected !== null ? `${problemTitle(code)}：${expected}` : problemTitle(code),
    evidence: seen === null ? [] : [seen],
  }))

const NO_RECEIPT: Point = {
  reason: '发件人身份未能验证，对方只收到“来信已收到”的答复，未收到受理回执。',
  evidence: [],
}

/** What a machine could not tell; 现实表现 can never be told from a form and would stand at every branch. */
const toVerify = ({ answer, checks, form }: Decision): readonly Point[] => [
  ...(answer === 'neutral' ? [NO_RECEIPT] : []),
  ...(checks ?? [])
    .filter(({ id, verdict }) => verdict === 'review' && id !== 'conduct')
    .map(({ note, evidence }) => ({ reason: note, evidence: evidence.slice(0, 2) })),
  ...formPoints(form),
]

/** What of the form was read and has no owner, and a layout that is not the template's: no fault, but somebody should look. */
function formPoints(form: Decision['form']): readonly Point[] {
  const headings = unplacedHeadings(form)
  return [
    ...(headings.length === 0 ? [] : [{ reason: `未能归类：${headings.join('、')}`, evidence: [] }]),
    ...(form?.followsTemplate === false
      ? [{ reason: '申报书的版式与模板不一致，系统按内容识别。', evidence: [] }]
      : []),
  ]
}
