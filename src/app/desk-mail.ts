import { entryNames } from '../core/application/entry-names.ts'
import { amendedTexts, decidedTexts, remindedTexts, settledTexts } from '../core/desk/done-text.ts'
import type { CaseFacts } from '../core/desk/plan-case.ts'
import { applicantOf } from '../core/judge/decision.ts'
import { amend } from '../jobs/amend.ts'
import { confirm } from '../jobs/confirm.ts'
import { decide } from '../jobs/decide.ts'
import type { AnswerNeeds, CarryOutNeeds, DeskDeeds } from '../jobs/desk-needs.ts'
import { remind } from '../jobs/remind.ts'
import { type Around, within } from '../jobs/within.ts'
import { amendNeeds } from './amending.ts'
import { confirmNeeds } from './confirming.ts'
import { decideNeeds } from './desk.ts'
import { issueCode } from './desk-codes.ts'
import { membersOf } from './members.ts'
import type { Parts } from './parts.ts'
import { remindNeeds } from './reminding.ts'

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
  }
}

export function answerNeeds(parts: Parts): AnswerNeeds {
  const { deskMails, outbox, transaction } = parts.store.get()
  const { mailbox, replies } = parts.config
  return {
    ...{ clock: parts.clock, transaction, outbox },
    mails: deskMails,
    lines: deskMails,
    find: caseIn(parts),
    issueCode: code => issueCode(code, parts),
    settings: { mailbox: mailbox.user, domain: parts.staff.domain, replies, calls: parts.calls },
  }
}

/** What each job did, as sentences. */
const told = <Done>(
  { after, ...around }: Around<readonly string[]>,
  say: (done: Done) => readonly string[],
): Around<Done> => ({
  ...around,
  after: done => after(say(done)),
})

function deedsOf(parts: Parts): DeskDeeds {
  const { replies, timezone } = parts.config
  const { transaction } = parts.store.get()
  return {
    decide: async (id, deciding, around) => {
      const needs = decideNeeds(parts)
      const whole = within(
        transaction,
        told<Awaited<ReturnType<typeof decide>>>(around, done => decidedTexts(id, done, replies)),
      )
      await decide(id, deciding, { ...needs, record: { ...needs.record, transaction: whole } })
    },
    amend: async (call, wish, who, around) => {
      const needs = amendNeeds(parts)
      const whole = within(
        transaction,
        told<Awaited<ReturnType<typeof amend>>>(around, done => amendedTexts(done, { timezone, replies })),
      )
      const record = { ...needs.apply.record, transaction: whole }
      await amend(call, wish, who, { ...needs, apply: { ...needs.apply, record } })
    },
    confirm: async (confirming, who, around) => {
      const whole = within(transaction, told<ReturnType<typeof confirm>>(around, settledTexts))
      confirm(confirming, who, { ...confirmNeeds(parts), transaction: whole })
    },
    remind: async (call, around) => {
      const whole = within(transaction, told<Awaited<ReturnType<typeof remind>>>(around, remindedTexts))
      await remind(call, { ...remindNeeds(parts), transaction: whole })
    },
  }
}

/** A case as it is now. */
const caseIn =
  ({ store }: Parts) =>
  (id: number): CaseFacts | null => {
    const { decisions, overview } = store.get()
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
      })),
      sender: listed.from?.toLowerCase() ?? null,
      number: listed.number,
    }
  }
