import { filesOf } from '../core/application/conclusion.ts'
import { type Confirmation, settledChecks } from '../core/application/confirmation.ts'
import type { Call } from '../core/call/call.ts'
import { rosterSheet } from '../core/digest/digest-sheets.ts'
import type { CallFacts } from '../core/digest/facts.ts'
import type { RecognisedDocument } from '../core/document/scanned-document.ts'
import type { Sheet } from '../core/export/sheet.ts'
import type { OnRecord } from '../core/judge/in-force.ts'
import type { Papers, PapersDocument, Standing } from '../core/papers/papers.ts'
import { papersDocument } from '../core/papers/papers-document.ts'
import { papersSheet } from '../core/papers/papers-sheet.ts'
import { clean } from '../core/text/quote.ts'
import { broughtFor } from './brought-for.ts'
import { applicantIn, keyOf, type Related, rootOf, withNoteState } from './digest-related.ts'

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
    .flatMap(one => standingOf(one, { related, confirmations, call }, needs) ?? [])
    .sort((a, b) => placeOf(a) - placeOf(b) || a.number.localeCompare(b.number))
  return { call, standing, confirmations, composedAt: clock(), timezone }
}

type Beside = {
  readonly related: readonly Related[]
  readonly confirmations: readonly Confirmation[]
  readonly call: Call
}

/** null: it was purged, and nothing is left to show. */
function standingOf(one: Related, { related, confirmations, call }: Beside, needs: PackNeeds): Standing | null {
  const { records } = needs
  const decisions = records.decisionsOn(one.id, one.entry)
  const decision = decisions.at(-1)?.decision
  if (decision === undefined) return null
  const applicant = applicantIn(one) ?? { key: '', shown: '' }
  const root = rootOf(one, call)
  const brought = broughtFor(one, { related, call }, records)
  return {
    ...{ applicant, root, listed: root !== null || !call.applicant.inRoster },
    number: one.number ?? '',
    version: one.version,
    message: one.id,
    receivedAt: one.receivedAt === null ? null : new Date(one.receivedAt),
    decision,
    checks: settledChecks(decision.checks ?? [], { applicant: applicant.key, files: filesOf(decision) }, confirmations),
    form: brought.form,
    evidence: brought.beside,
    notes: decisions.flatMap(noteOf),
    recognised: brought.mails.flatMap(({ id }) => records.recognitionsOf(id)),
  }
}

/** What a person decided on the version, and why. */
const noteOf = ({ decidedBy, reason }: OnRecord): readonly string[] =>
  decidedBy === null || reason === null ? [] : [`经办意见（${clean(decidedBy, 40)}）：${clean(reason, 300)}`]

/** The meeting's papers as files: 评审材料.docx and 汇总表.xlsx. */
export async function packPapers(call: Call, needs: PackNeeds) {
  const papers = gatherPapers(call, needs)
  const docx = await needs.writeDocx(papersDocument(papers))
  const xlsx = await packSheet(papers, needs)
  needs.note(call.id, papers.standing.length, needs.clock())
  return { papers, docx, xlsx }
}

/** 汇总表.xlsx: who stands, and beside it the whole roster. */
export const packSheet = (papers: Papers, needs: PackNeeds): Promise<Uint8Array> =>
  needs.writeWorkbook([papersSheet(papers), rosterSheet(needs.now(papers.call), '', needs.timezone)])
