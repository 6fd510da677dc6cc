import { chainOf, type Submission } from '../core/application/application.ts'
import type { StoredMessage } from '../core/application/recorded-message.ts'
import type { Decision, Outcome } from '../core/judge/decision.ts'
import type { Standing } from '../core/judge/findings/sender-findings.ts'

/** The applications as they come to be while a season is judged again, in memory. */
export function newSeason() {
  const applications = new Map<string, Submission[]>()
  const keyOf = (call: string, branch: string) => `${call}\n${branch}`
  return {
    enter: ({ id, uid, receivedAt, sender }: StoredMessage, decision: Decision, machineOutcome: Outcome): void => {
      const { call, branch, outcome, relation, documents, withoutForm = false, ended = false } = decision
      if (!(relation === 'application' || ended) || call === null || branch === null) return
      const key = keyOf(call, branch.name)
      const files = documents.map(({ sha256 }) => sha256).sort()
      const own = applications.get(key) ?? []
      own.push({ messageId: id, uid, receivedAt, outcome, machineOutcome, sender, files, withoutForm, ended })
      applications.set(key, own)
    },
    /** What stands for a branch, of those entered so far: they come in the order of receipt. */
    standing: (call: string, branch: string): Standing | null => {
      const found = chainOf(applications.get(keyOf(call, branch)) ?? []).find(one => one.standing)
      return found === undefined || found.sender === null ? null : { sender: found.sender, files: found.files }
    },
  }
}

export type Season = ReturnType<typeof newSeason>
