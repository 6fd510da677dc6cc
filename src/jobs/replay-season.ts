import { chainOf, type Submission } from '../core/application/application.ts'
import { filesOf } from '../core/application/conclusion.ts'
import type { StoredMessage } from '../core/application/recorded-message.ts'
import { applicantOf, type Decision, type Outcome } from '../core/judge/decision.ts'
import type { Standing } from '../core/judge/findings/sender-findings.ts'

type StoredEntry = StoredMessage & { readonly entry: number }

/** The applications as they come to be while a season is judged again, in memory. */
export function newSeason() {
  const applications = new Map<string, Submission[]>()
  const keyOf = (call: string, applicant: string) => `${call}\n${applicant}`
  return {
    enter: ({ id, entry, uid, receivedAt, sender }: StoredEntry, decision: Decision, machineOutcome: Outcome): void => {
      const { call, outcome, relation, withoutForm = false, ended = false } = decision
      const applicant = applicantOf(decision)
      if (!(relation === 'application' || ended) || call === null || applicant === null) return
      const key = keyOf(call, applicant.key)
      const files = filesOf(decision)
      const own = applications.get(key) ?? []
      own.push({ messageId: id, entry, uid, receivedAt, outcome, machineOutcome, sender, files, withoutForm, ended })
      applications.set(key, own)
    },
    /** What stands for an applicant, of those entered so far: they come in the order of receipt. */
    standing: (call: string, applicant: string): Standing | null => {
      const found = chainOf(applications.get(keyOf(call, applicant)) ?? []).find(one => one.standing)
      return found === undefined || found.sender === null ? null : { sender: found.sender, files: found.files }
    },
  }
}

export type Season = ReturnType<typeof newSeason>
