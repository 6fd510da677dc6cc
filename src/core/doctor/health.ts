import type { HealthFacts } from './health-facts.ts'
import { age, healthLines, iso, NAMES } from './health-lines.ts'

/** `verdict`: null while all is well, else the sentence why not; `lines`: what else there is to know. */
type Health = { readonly verdict: string | null; readonly lines: readonly string[] }

type MailFacts = Pick<HealthFacts, 'troubles' | 'outbox'>

/** Milliseconds that a mail may wait through a fault of ours or the server's. */
const LONGEST_DELAY = 60 * 60_000

/**
 * Healthy while the last completed sweep is recent and what is due goes out; everything else is told, for a restart of the container would
 * not mend it.
 */
export function judgeHealth(facts: HealthFacts, now: Date): Health {
  return { verdict: verdictOn(facts, now), lines: healthLines(facts, now) }
}

const verdictOn = (facts: HealthFacts, now: Date): string | null => sweepVerdict(facts, now) ?? mailVerdict(facts, now)

function sweepVerdict({ sweptAt, dueBy, troubles }: HealthFacts, now: Date): string | null {
  const trouble = troubles.find(({ server }) => server === 'mailbox')
  const why = trouble === undefined ? '' : `; the mailbox ${NAMES[trouble.kind]} since ${iso(trouble.since)}`
  if (sweptAt === null || dueBy === null) return `unhealthy: no sweep has been completed yet${why}`
  if (sweptAt.getTime() - now.getTime() > dueBy.getTime() - sweptAt.getTime())
    return `unhealthy: the last sweep was completed at ${iso(sweptAt)}, which is yet to come: the clock went back`
  if (now <= dueBy) return null
  return `unhealthy: the last sweep was completed ${age(sweptAt, now)} ago, another was due by ${iso(dueBy)}${why}`
}

function mailVerdict(facts: HealthFacts, now: Date): string | null {
  const { since, lastError } = waitingMail(facts)
  if (since === null || now.getTime() - since.getTime() < LONGEST_DELAY) return null
  const words = lastError === null ? '' : `: ${lastError}`
  return `unhealthy: mail has waited for ${age(since, now)} (${facts.outbox.due} due)${words}`
}

/** Since when mail waits through a fault of ours or the server's; one that the server has with all is all the due ones'. */
function waitsSince({ troubles, outbox }: MailFacts): Date | null {
  const trouble = troubles.find(({ server }) => server === 'smtp')
  const { oldestDue, delayedSince } = outbox
  const forAll = trouble === undefined || oldestDue === null ? null : later(trouble.since, oldestDue)
  if (forAll === null || delayedSince === null) return forAll ?? delayedSince
  return forAll < delayedSince ? forAll : delayedSince
}

/** The same for the digest. */
export function waitingMail(facts: MailFacts) {
  const { oldestDue: oldest, lastError } = facts.outbox
  const words = facts.troubles.find(({ server }) => server === 'smtp')?.words ?? lastError
  return { oldest, since: waitsSince(facts), lastError: oldest === null ? null : words }
}

const later = (one: Date, other: Date): Date => (one > other ? one : other)
