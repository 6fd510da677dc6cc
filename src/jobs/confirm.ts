import type { Application, PlacedSubmission } from '../core/application/application.ts'
import { type Confirmation, confirmationOn } from '../core/application/confirmation.ts'
import type { Applicant } from '../core/call/applicant.ts'
import type { Call } from '../core/call/call.ts'
import type { CheckDescription } from '../core/call/check-description.ts'
import { findCheck } from '../core/call/find-check.ts'
import { worded } from '../core/call/nouns.ts'
import { onlyPeopleKnow } from '../core/eligibility/all-checks.ts'
import type { Verdict } from '../core/eligibility/check.ts'
import type { Decision } from '../core/judge/decision.ts'
import { UsageError } from '../errors.ts'
import { applicantNamed } from './applicant-named.ts'
import type { Who } from './apply-replay.ts'

export type ConfirmNeeds = {
  readonly clock: () => Date
  readonly transaction: <Result>(work: () => Result) => Result
  readonly calls: () => readonly Call[]
  readonly confirmations: {
    of(call: string): readonly Confirmation[]
    add(confirmation: Omit<Confirmation, 'id'>): number
  }
  readonly find: (call: string, applicant: string) => Application | null
  /** Those who sent something, once for each mail; `standing`: a version of theirs stands by it. */
  readonly applicants: (call: string) => readonly (Applicant & { readonly standing: boolean })[]
  readonly decisionOn: (id: number, entry: number) => Pick<Decision, 'checks'> | null
}

/** `applicant`: as it stands in the roster or applied, or near to it; null: everybody of whom a version stands. `check`: its id or words of its title. */
export type Confirming = {
  readonly call: string
  readonly applicant: string | null
  readonly check: string
  readonly verdict: Confirmation['verdict']
}

/** One applicant whom a confirmation concerns: what the machine says of the condition, and what a person said before. */
export type Concerned = {
  readonly applicant: Applicant
  /** Of the version that it is about; null: it holds for the applicant. */
  readonly files: readonly string[] | null
  /** The mail that brought that version; null: nothing came yet. */
  readonly message: number | null
  readonly machine: Verdict | null
  readonly before: Confirmation | null
}

export type ConfirmPlan = {
  readonly call: Call
  readonly check: CheckDescription
  readonly verdict: Confirmation['verdict']
  readonly concerned: readonly Concerned[]
}

/** Whom it would concern; records nothing. Throws UsageError, with a sentence, where that can't be confirmed. */
export function planConfirmation(confirming: Confirming, needs: ConfirmNeeds): ConfirmPlan {
  const call = needs.calls().find(({ id }) => id === confirming.call)
  if (call === undefined) throw new UsageError(`没有${confirming.call}这一通知。`)
  const check = checkOf(confirming.check, call)
  const known = needs.applicants(call.id)
  const applicants =
    confirming.applicant === null
      ? known.filter(({ standing }) => standing)
      : [applicantNamed(confirming.applicant, known, call)]
  if (applicants.length === 0) throw new UsageError('还没有已受理的申报，无从核实。')
  const before = needs.confirmations.of(call.id)
  const concerned = applicants.map(applicant => concernedOf({ applicant, check, call }, before, needs))
  return { call, check, verdict: confirming.verdict, concerned }
}

/** Records a person's verdict beside the machine's: no outcome changes, no letter goes out. */
export const confirm = (confirming: Confirming, who: Who, needs: ConfirmNeeds): ConfirmPlan =>
  needs.transaction(() => {
    const plan = planConfirmation(confirming, needs)
    const { call, check, verdict } = plan
    for (const { applicant, files } of plan.concerned)
      needs.confirmations.add({
        ...{ call: call.id, applicant: applicant.key, check: check.id, verdict, files },
        ...{ by: who.by, reason: who.reason, at: needs.clock() },
      })
    return plan
  })

function checkOf(written: string, { checks }: Call): CheckDescription {
  const found = findCheck(written, checks)
  if ('found' in found) return found.found
  const choices = found.choices.map(({ id, title }) => `${id}（${title}）`).join('、')
  throw new UsageError(`“${written}”不能确定是哪一项条件，请写编号或条件中的词：${choices}`)
}

type Of = { readonly applicant: Applicant; readonly check: CheckDescription; readonly call: Call }

function concernedOf(of: Of, before: readonly Confirmation[], needs: ConfirmNeeds): Concerned {
  const { applicant, check, call } = of
  const version = countingVersion(needs.find(call.id, applicant.key))
  const holds = onlyPeopleKnow(check)
  if (version === null && !holds)
    throw new UsageError(
      worded(`${applicant.shown}没有{form}可核实：“${check.title}”针对{form}内容，须在收到申报后核实。`, call.nouns),
    )
  const decision = version === null ? null : needs.decisionOn(version.messageId, version.entry)
  return {
    applicant,
    files: holds ? null : (version?.files ?? []),
    message: version?.messageId ?? null,
    machine: decision?.checks?.find(({ id }) => id === check.id)?.verdict ?? null,
    before: confirmationOn(check.id, { applicant: applicant.key, files: version?.files ?? [] }, before),
  }
}

/** The standing version, else the latest that was not refused and no withdrawal ended. */
function countingVersion(application: Application | null): PlacedSubmission | null {
  const chain = application?.chain ?? []
  const lasting = chain.slice(chain.findLastIndex(({ ended }) => ended) + 1)
  return lasting.find(({ standing }) => standing) ?? lasting.findLast(({ outcome }) => outcome !== 'rejected') ?? null
}
