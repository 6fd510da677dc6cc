import type { Application } from '../core/application/application.ts'
import { entryNames } from '../core/application/entry-names.ts'
import type { CaseFacts } from '../core/desk/case-facts.ts'
import { applicantOf, type Decision } from '../core/judge/decision.ts'
import type { AnswerNeeds, CarryOutNeeds } from '../jobs/desk-needs.ts'
import { issueCode } from './desk-codes.ts'
import { deedsOf } from './desk-deeds.ts'
import { membersOf } from './members.ts'
import type { Parts } from './parts.ts'

/** What carries out the lines of staff, wired to the real edges. */
export function carryOutNeeds(parts: Parts): CarryOutNeeds {
  const { deskMails } = parts.store.get()
  return {
    clock: parts.clock,
    mails: deskMails,
    lines: deskMails,
    deeds: deedsOf(parts),
    sight: { find: caseIn(parts), calls: parts.calls, timezone: parts.config.timezone },
    members: membersOf(parts.config),
    mostTries: parts.config.limits.attempts,
  }
}

export function answerNeeds(parts: Parts): AnswerNeeds {
  const { deskMails, deskFiles, outbox, transaction } = parts.store.get()
  const { mailbox, replies } = parts.config
  return {
    ...{ clock: parts.clock, transaction, outbox },
    mails: { ...deskMails, asked: deskFiles.asked },
    lines: deskMails,
    find: caseIn(parts),
    issueCode: code => issueCode(code, parts),
    settings: { mailbox: mailbox.user, domain: parts.staff.domain, replies, calls: parts.calls },
  }
}

/** A case as it is now. */
const caseIn =
  ({ store }: Parts) =>
  (id: number): CaseFacts | null => {
    const { applications, decisions, overview } = store.get()
    const listed = overview.message(id)
    const latest = decisions.byEntry(id).flatMap((made, entry) => {
      const last = made.at(-1)
      return last === undefined ? [] : [{ ...last, entry }]
    })
    if (listed === null || latest.length === 0) return null
    const names = entryNames(latest.map(({ decision }) => ({ call: decision.call, applicant: applicantOf(decision) })))
    return {
      id,
      entries: latest.map(({ id: decisionId, entry, decision, decidedBy: by, decidedAt: at }, index) => ({
        ...{ entry, decisionId, decision, by, at },
        name: names[index] ?? '',
        newer: laterStanding(id, decision, applications),
      })),
      sender: listed.from?.toLowerCase() ?? null,
      number: listed.number,
    }
  }

type Applications = { find(call: string, applicant: string): Application | null }

/** The mail whose version counts, where it is behind this one in the chain. */
function laterStanding(id: number, decision: Decision, applications: Applications): number | null {
  const applicant = applicantOf(decision)
  const { call } = decision
  const chain = call === null || applicant === null ? [] : (applications.find(call, applicant.key)?.chain ?? [])
  const own = chain.findIndex(({ messageId }) => messageId === id)
  return own < 0 ? null : (chain.slice(own + 1).find(({ standing }) => standing)?.messageId ?? null)
}
