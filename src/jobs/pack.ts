import { filesOf } from '../core/application/conclusion.ts'
import { type Confirmation, settledChecks } from '../core/application/confirmation.ts'
import type { Call } from '../core/call/call.ts'
import { rosterSheet } from '../core/digest/digest-sheets.ts'
import type { CallFacts } from '../core/digest/facts.ts'
import type { RecognisedDocument } from '../core/document/scanned-document.ts'
import type { Sheet } from '../core/export/sheet.ts'
import { broughtBy } from '../core/judge/decision.ts'
import type { OnRecord } from '../core/judge/in-force.ts'
import type { Evidence, Papers, PapersDocument, Standing } from '../core/papers/papers.ts'
import { papersDocument } from '../core/papers/papers-document.ts'
import { papersSheet } from '../core/papers/papers-sheet.ts'
import { clean } from '../core/text/quote.ts'
import { applicantIn, inOrder, keyOf, type Related, rootOf, withNoteState } from './digest-related.ts'

export type PackNeeds = {
  readonly clock: () => Date
  readonly timezone: string
  readonly records: {
    related(call: string): readonly Related[]
    decisionsOn(id: number, entry: number): readonly OnRecord[]
    confirmations(call: string): readonly Confirmation[]
    recognitionsOf(id: number): readonly RecognisedDocument[]
  }
  /** Where the call stands now. */
  readonly now: (call: Call) => CallFacts
  readonly writeDocx: (papers: PapersDocument) => Promise<Uint8Array>
  readonly writeWorkbook: (sheets: readonly Sheet[]) => Promise<Uint8Array>
  /** Notes in the chain of events that the papers were made. */
  readonly note: (call: string, applicants: number, at: Date) => void
}

/** Everybody of whom a version stands, in the roster's order, those that the roster lacks behind them, then by 受理编号. */
export function gatherPapers(call: Call, needs: PackNeeds): Papers {
  const { records, clock, timezone } = needs
  const related = records
    .related(call.id)
    .map(one => withNoteState(one, (id, entry) => records.decisionsOn(id, entry).at(-1)?.decision ?? null))
  const confirmations = records.confirmations(call.id)
  const order = new Map(call.roster.map(({ name }, index) => [name, index]))
  const placeOf = ({ root }: Standing) => order.get(root ?? '') ?? order.size
  const standing = related
    .filter(one => one.standing && keyOf(one) !== null)
    .map(one => standingOf(one, { related, confirmations, call }, needs))
    .sort((a, b) => placeOf(a) - placeOf(b) || a.number.localeCompare(b.number))
  return { call, standing, confirmations, composedAt: clock(), timezone }
}

type Beside = {
  readonly related: readonly Related[]
  readonly confirmations: readonly Confirmation[]
  readonly call: Call
}

function standingOf(one: Related, { related, confirmations, call }: Beside, needs: PackNeeds): Standing {
  const { records } = needs
  const decisions = records.decisionsOn(one.id, one.entry)
  const decision = decisions.at(-1)?.decision
  if (decision === undefined) throw new Error(`message ${one.id} stands and has no decision`)
  const applicant = applicantIn(one) ?? { key: '', shown: '' }
  const root = rootOf(one, call)
  const evidence = related.filter(other => isOf(other, { one, call }) && counts(other, needs)).sort(inOrder)
  return {
    ...{ applicant, root, listed: root !== null || !call.applicant.inRoster },
    number: one.number ?? '',
    version: one.version,
    message: one.id,
    receivedAt: one.receivedAt === null ? null : new Date(one.receivedAt),
    decision,
    checks: settledChecks(decision.checks ?? [], { applicant: applicant.key, files: filesOf(decision) }, confirmations),
    evidence: [one, ...evidence].flatMap(mail => evidenceIn(mail, records.decisionsOn(mail.id, mail.entry))),
    notes: decisions.flatMap(noteOf),
    recognised: [one, ...evidence].flatMap(({ id }) => records.recognitionsOf(id)),
  }
}

type Whose = { readonly one: Related; readonly call: Call }

/** What came for the same applicant; where several may come of one row, also what named the row alone. */
const isOf = (other: Related, { one, call }: Whose): boolean =>
  keyOf(other) === keyOf(one) || (call.applicant.several !== null && one.branch !== null && keyOf(other) === one.branch)

/** Evidence of the applicant's own that came in time, or that a person took in. */
function counts({ id, entry, relation, outcome, settled, stranger }: Related, { records }: PackNeeds): boolean {
  if (relation !== 'evidence' || outcome !== 'noted') return false
  const isLate = (records.decisionsOn(id, entry).at(-1)?.decision.remarks.length ?? 0) > 0
  return settled === true || (stranger !== true && !isLate)
}

/** What came beside the form. */
const evidenceIn = (mail: Related, decisions: readonly OnRecord[]): readonly Evidence[] =>
  decisions
    .slice(-1)
    .flatMap(({ decision }) => broughtBy(decision))
    .filter(({ isForm, status }) => !isForm && status !== 'opened')
    .map(({ name, bytes, kind, sha256 }) => ({
      ...{ name, bytes, kind, sha256, message: mail.id },
      receivedAt: mail.receivedAt === null ? null : new Date(mail.receivedAt),
    }))

/** What a person decided on the version, and why. */
const noteOf = ({ decidedBy, reason }: OnRecord): readonly string[] =>
  decidedBy === null || reason === null ? [] : [`经办意见（${clean(decidedBy, 40)}）：${clean(reason, 300)}`]

/** The meeting's papers as files: 评审材料.docx and 汇总表.xlsx. */
export async function packPapers(call: Call, needs: PackNeeds) {
  const papers = gatherPapers(call, needs)
  const docx = await needs.writeDocx(papersDocument(papers))
  const xlsx = await needs.writeWorkbook([papersSheet(papers), rosterSheet(needs.now(call), '', needs.timezone)])
  needs.note(call.id, papers.standing.length, needs.clock())
  return { papers, docx, xlsx }
}
