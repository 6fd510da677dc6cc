import type { Milestones } from '../core/digest/facts.ts'
import { waitingMail } from '../core/doctor/health.ts'
import { describeError } from '../errors.ts'
import type { DigestNeeds } from '../jobs/digest.ts'
import { type FactsNeeds, gatherDigestFacts } from '../jobs/digest-facts.ts'
import { type AnswersNeeds, findAnswers, openQuestions } from '../jobs/open-questions.ts'
import { reconcile } from '../jobs/reconcile.ts'
import { diskFree } from '../store/disk-free.ts'
import { confirmationsOf } from './confirming.ts'
import { casesNow, issueCode } from './desk-codes.ts'
import { membersOf } from './members.ts'
import type { Parts } from './parts.ts'
import { scanNeeds } from './sweep.ts'
import { writeWorkbook } from './workbook.ts'

/** The digest, wired to the real edges; `mayAsk`: whether the mailbox may be asked now. */
export function digestNeeds(parts: Parts, mayAsk: boolean): DigestNeeds {
  const { config, clock } = parts
  const { digests, outbox, deskMails, transaction } = parts.store.get()
  const facts = factsNeeds(parts)
  return {
    clock,
    settings: { calls: parts.calls(), timezone: config.timezone, staff: parts.staff },
    digests: {
      exists: digests.exists,
      record: ({ date, name, mails }, at) =>
        transaction(() => {
          if (!digests.record(date, name, at)) return
          for (const { mail, code } of mails) {
            outbox.add(mail, { withheldFor: null }, at)
            if (code !== null)
              issueCode({ address: code.address, purpose: mail.purpose, cases: casesNow(code.cases, parts) }, parts)
          }
        }),
    },
    desk: { members: membersOf(config), refusedSince: deskMails.refusedSince },
    reconcile: async () => {
      const counted = await tryReconciling(parts, mayAsk)
      if (counted && config.mailbox.sent) await tryFindingAnswers(parts)
      return counted
    },
    gatherFacts: (kind, at) => gatherDigestFacts(kind, at, facts),
    writeWorkbook,
  }
}

export function factsNeeds(parts: Parts): FactsNeeds {
  const { config, store, calls } = parts
  const {
    overview,
    decisions,
    folders,
    digests,
    events,
    amendments,
    outbox,
    refusedFolders,
    troubles,
    scannedDocuments,
  } = store.get()
  return {
    settings: {
      ...{ calls: calls(), pending: config.pending, amendments: amendments.all() },
      ...{ timezone: config.timezone, replies: config.replies },
      ...{ mailbox: config.mailbox.user, contact: config.staff.contact },
    },
    digestBefore: digests.lastBefore,
    related: since =>
      overview.ofDigest(
        config.calls.map(({ id }) => id),
        since,
      ),
    decisionOn: (id, entry) => decisions.of(id, entry).at(-1) ?? null,
    isAnswered: store.get().answeredQuestions.has,
    confirmations: call => confirmationsOf(call, parts),
    // Where recognition is off, nothing waits for it.
    recognitionsOf: id =>
      scannedDocuments.of(id).filter(({ recognition }) => config.limits.ocr.enabled || recognition.state !== 'waiting'),
    service: {
      milestones: call => milestonesOf(call, parts),
      folders: folders.all,
      refusedFolders: refusedFolders.all,
      outboxCounts: overview.outbox,
      waiting: () => waitingMail({ outbox: outbox.outboxHealth(), troubles: troubles.all() }),
      auditHead: () => events.head()?.hash ?? null,
      diskFree: () => diskFree(config.database),
    },
  }
}

/** A mailbox that can't be counted now doesn't keep the digest back: it says that nothing was counted. */
async function tryReconciling(parts: Parts, mayAsk: boolean): Promise<boolean> {
  try {
    if (!mayAsk) throw new Error('it is left alone now')
    await reconcileMailbox(parts)
    return true
  } catch (error) {
    parts.log.warn({ error: describeError(error) }, 'the mailbox could not be counted for the digest')
    parts.store.get().folders.forgetReconciliation()
    return false
  }
}

/** How far the committee is with a call. */
function milestonesOf(call: string, { store }: Parts): Milestones {
  const { history, mailings } = store.get()
  const at = history.milestones(call)
  return {
    packedAt: at.get('packed') ?? null,
    told: new Set(mailings.told(call, 'result').map(({ applicant }) => applicant)).size,
    exportedAt: at.get('exported') ?? null,
    purgedAt: at.get('purged') ?? null,
  }
}

/** Who answers questions by hand finds them gone from the next digest; where that can't be seen now, they stay. */
async function tryFindingAnswers(parts: Parts): Promise<void> {
  try {
    await findAnswers(answersNeeds(parts))
  } catch (error) {
    parts.log.warn({ error: describeError(error) }, 'the sent mail could not be looked through for answers')
  }
}

function answersNeeds({ store, config, calls, clock, mailbox }: Parts): AnswersNeeds {
  const { overview, decisions, answeredQuestions, messages } = store.get()
  const related = () => config.calls.flatMap(({ id }) => overview.relatedTo(id))
  return {
    clock,
    calls: calls(),
    open: () =>
      openQuestions(related(), {
        decisionOn: (id, entry) => decisions.of(id, entry).at(-1)?.decision ?? null,
        isAnswered: answeredQuestions.has,
      }),
    messageId: id => messages.remembered(id)?.messageId ?? null,
    sentSince: since => mailbox.get().sentThreads(since),
    note: answeredQuestions.add,
  }
}

export function reconcileMailbox(parts: Parts) {
  const { folders, messages } = parts.store.get()
  const count = { recorded: messages.uids, write: folders.recordReconciliation }
  return reconcile({ scan: scanNeeds(parts), count })
}

/** Whether every folder was counted after that moment; what could not be counted when it was tried last was not. */
export function isCountedSince(moment: Date, { store, clock }: Pick<Parts, 'store' | 'clock'>): boolean {
  const folders = store.get().folders.all()
  const isCounted = ({ onServer, countedAt }: (typeof folders)[number]) =>
    onServer !== null && countedAt !== null && countedAt > moment && countedAt <= clock()
  return folders.length > 0 && folders.every(isCounted)
}
