import type { Submission } from '../core/application/application.ts'
import { filesOf } from '../core/application/conclusion.ts'
import type { StoredMessage } from '../core/application/recorded-message.ts'
import { appliedBefore, standingOf } from '../core/application/standing.ts'
import type { Applicant } from '../core/call/applicant.ts'
import type { Applied } from '../core/judge/applied.ts'
import { applicantOf, type Decision, type Outcome } from '../core/judge/decision.ts'
import type { Standing } from '../core/judge/findings/sender-findings.ts'

type StoredEntry = StoredMessage & { readonly entry: number }

type Applying = { readonly call: string; readonly applicant: Applicant; readonly submissions: Submission[] }

/** The applications as they come to be while a season is judged again, in memory. */
export function newSeason() {
  const applications = new Map<string, Applying>()
  const keyOf = (call: string, applicant: string) => `${call}\n${applicant}`
  return {
    enter: ({ id, entry, uid, receivedAt, sender }: StoredEntry, decision: Decision, machineOutcome: Outcome): void => {
      const { call, outcome, relation, withoutForm = false, ended = false } = decision
      const applicant = applicantOf(decision)
      if (!(relation === 'application' || ended) || call === null || applicant === null) return
      const key = keyOf(call, applicant.key)
      const files = filesOf(decision)
      const own = applications.get(key) ?? { call, applicant, submissions: [] }
      own.submissions.push({
        messageId: id,
        entry,
        uid,
        receivedAt,
        outcome,
        machineOutcome,
        sender,
        files,
        withoutForm,
        ended,
      })
      applications.set(key, own)
    },
    /** What stands for an applicant, of those entered so far: they come in the order of receipt. */
    standing: (call: string, applicant: string): Standing | null =>
      standingOf(applications.get(keyOf(call, applicant))?.submissions ?? []),
    /** What the call has on record, of those entered so far. */
    applied: (call: string): readonly Applied[] =>
      [...applications.values()].flatMap(one =>
        one.call === call ? (appliedBefore(one.applicant, one.submissions, null) ?? []) : [],
      ),
  }
}

export type Season = ReturnType<typeof newSeason>
