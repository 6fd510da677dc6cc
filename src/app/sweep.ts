import { performance } from 'node:perf_hooks'
import { callFingerprint } from '../core/call/call-fingerprint.ts'
import { announcedDay, firstScanDay } from '../core/call/first-scan.ts'
import { mayBeCommand } from '../core/desk/may-be-command.ts'
import { mayBeApplication } from '../core/message/may-be-application.ts'
import { LONGEST_WAIT } from '../core/sending/retry.ts'
import type { ScanNeeds } from '../jobs/scan.ts'
import type { SweepNeeds } from '../jobs/sweep.ts'
import { sha256 } from '../sha256.ts'
import type { Store } from '../store/store.ts'
import { intakeNeeds } from './intake.ts'
import { membersOf } from './members.ts'
import type { Parts } from './parts.ts'

/** Milliseconds: new mail, digests and deadlines wait no longer for the judging of a backlog. */
const PORTION = 30_000
/** For each reader process so many messages are fetched ahead, as long as they hold no more bytes than this. */
const AHEAD = 4
const AHEAD_BYTES = 32 * 1024 * 1024

/** One sweep, wired to the real edges; `progressed` is told of each sign that it gets on. */
export function sweepNeeds(parts: Parts, progressed = (): void => undefined): SweepNeeds {
  const { clock, config } = parts
  return {
    clock,
    scan: scanNeeds(parts),
    changedCalls: changedCalls(parts),
    queue: queueIn(parts.store.get()),
    intake: intakeNeeds(parts),
    pace: {
      room: { atOnce: AHEAD * config.limits.readers, bytes: AHEAD_BYTES },
      isEnough: portion(),
      progress: () => {
        parts.pulse.beat()
        progressed()
      },
      signal: parts.ending.signal,
    },
  }
}

export function scanNeeds(parts: Parts): ScanNeeds {
  const calls = parts.calls()
  const desk = membersOf(parts.config).map(({ address }) => address)
  return {
    clock: parts.clock,
    mailbox: parts.mailbox.get(),
    register: parts.store.get().register,
    folderNames: parts.config.mailbox.folders,
    firstScan: firstScanDay(parts.config.calls, parts.config.mailbox.since, parts.config.timezone),
    mayBeApplication: preview => mayBeApplication(preview, calls) || mayBeCommand(preview, desk),
    expectDocuments: () => {
      parts.readers.get().expect()
      // Before the first file comes; whoever reads that asks again, and hears what goes wrong.
      parts.templates.read().catch(() => undefined)
    },
  }
}

const queueIn = ({ messages, attempts }: Store): SweepNeeds['queue'] => ({
  waiting: messages.waiting,
  suspects: now => attempts.suspects(now, LONGEST_WAIT),
  notGiven: messages.countFailedFetch,
  cancelAll: attempts.cancelAll,
})

/** From the first time it is asked: a slow scan of the folders leaves no message waiting for ever. */
function portion(): () => boolean {
  let begun: number | null = null
  return () => {
    begun ??= performance.now()
    return performance.now() - begun > PORTION
  }
}

/** By what decides which mail concerns a call: its naming, roster and dates. */
function changedCalls(parts: Parts): SweepNeeds['changedCalls'] {
  const { scannedCalls, transaction } = parts.store.get()
  const effective = parts.calls()
  const calls = effective.map(call => ({ id: call.id, fingerprint: sha256(Buffer.from(callFingerprint(call))) }))
  return {
    announced: () => {
      const changed = new Set(scannedCalls.changed(calls))
      return announcedDay(
        effective.filter(({ id }) => changed.has(id)),
        parts.config.timezone,
      )
    },
    remember: () => transaction(() => scannedCalls.remember(calls)),
  }
}
