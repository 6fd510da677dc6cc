import { waitingMail } from '../core/doctor/health.ts'
import { describeError } from '../errors.ts'
import type { DigestNeeds } from '../jobs/digest.ts'
import { type FactsNeeds, gatherDigestFacts } from '../jobs/digest-facts.ts'
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
    reconcile: () => tryReconciling(parts, mayAsk),
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
      ...{ calls: calls(), amendments: amendments.all() },
      ...{ timezone: config.timezone, replies: config.replies },
      ...{ mailbox: config.mailbox.user, contact: config.staff.contact },
    },
    digestBefore: digests.lastBefore,
    related: since =>
      overview.ofDigest(
        config.calls.map(({ id }) => id),
        since,
      ),
    decisionOn: id => decisions.of(id).at(-1) ?? null,
    confirmations: call => confirmationsOf(call, parts),
    // Where recognition is off, nothing waits for it.
    recognitionsOf: id =>
      scannedDocuments.of(id).filter(({ recognition }) => config.limits.ocr.enabled || recognition.state !== 'waiting'),
    service: {
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

export function reconcileMailbox(parts: Parts) {
  const { folders, messages } = parts.store.get()
  const count = { recorded: messages.uids, write: folders.recordReconciliation }
  return reconcile({ scan: scanNeeds(parts), count })
}
