import type { Trouble, TroubleKind } from '../sending/trouble.ts'

/** What `health` looks at. Times are instants. */
export type HealthFacts = {
  readonly sweptAt: Date | null
  /** By then the next sweep must be completed: three intervals of the schedule after the last one. */
  readonly dueBy: Date | null
  readonly troubles: readonly Trouble[]
  readonly outbox: OutboxFacts
  readonly folders: readonly {
    readonly path: string
    readonly onServer: number | null
    readonly unaccounted: number | null
  }[]
  /** Since when the oldest message waits that isn't judged yet. */
  readonly oldestUnjudged: Date | null
  readonly setAside: number
}

/** Mail of ours that has not gone out; what a cap or `replies: hold` holds back is not meant. */
export type OutboxFacts = {
  readonly due: number
  /** When the oldest of them was composed. */
  readonly oldestDue: Date | null
  /** Since when the first of them waits through a fault of ours or the server's. */
  readonly delayedSince: Date | null
  readonly failed: number
  /** What was said last of one of them. */
  readonly lastError: string | null
}

/** `verdict`: null while all is well, else the sentence why not; `lines`: what else there is to know. */
export type Health = { readonly verdict: string | null; readonly lines: readonly string[] }

type MailFacts = Pick<HealthFacts, 'troubles' | 'outbox'>

/** Milliseconds that a mail may wait through a fault of ours or the server's. */
const LONGEST_DELAY = 60 * 60_000

/**
 * Healthy while the last completed sweep is recent and what is due goes out; everything else is told, for a restart of the container would
 * not mend it.
 */
export function judgeHealth(facts: HealthFacts, now: Date): Health {
  return { verdict: verdictOn(facts, now), lines: [...sweepLine(facts, now), ...restLines(facts, now)] }
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

export const NAMES: Readonly<Record<TroubleKind, string>> = {
  login: 'refuses the login',
  sender: 'takes no mail from us',
  unreachable: 'can’t be reached',
  busy: 'wants less mail',
}

const sweepLine = ({ sweptAt }: HealthFacts, now: Date): readonly string[] =>
  sweptAt === null ? [] : [`last completed sweep: ${iso(sweptAt)}, ${age(sweptAt, now)} ago`]

const restLines = (
  { troubles, outbox, folders, oldestUnjudged, setAside }: HealthFacts,
  now: Date,
): readonly string[] => [
  ...folders.map(folderLine),
  ...troubles.map(({ server, kind, since, words }) => `${server}: ${NAMES[kind]} since ${iso(since)}: ${words}`),
  ...outboxLines(outbox, now),
  ...(oldestUnjudged === null ? [] : [`oldest message not judged yet: recorded ${age(oldestUnjudged, now)} ago`]),
  ...(setAside === 0 ? [] : [`messages set aside for a person: ${setAside}`]),
]

function outboxLines({ due, oldestDue, failed, lastError }: OutboxFacts, now: Date): readonly string[] {
  const error = lastError === null ? '' : `, last error: ${lastError}`
  return [
    ...(oldestDue === null ? [] : [`mail due: ${due}, the oldest composed ${age(oldestDue, now)} ago${error}`]),
    ...(failed === 0 ? [] : [`mail that failed for good: ${failed}, see shenbao list; shenbao resend tries again`]),
  ]
}

function folderLine({ path, onServer, unaccounted }: HealthFacts['folders'][number]): string {
  if (onServer === null || unaccounted === null) return `${path}: not counted`
  const rest = unaccounted === 0 ? 'all accounted for' : `${unaccounted} were not accounted for`
  return `${path}: ${onServer} messages on the server when last counted, ${rest}`
}

const iso = (instant: Date): string => instant.toISOString()

function age(since: Date, now: Date): string {
  const seconds = Math.max(0, Math.round((now.getTime() - since.getTime()) / 1000))
  const minutes = Math.round(seconds / 60)
  if (seconds < 120) return `${seconds} s`
  if (minutes < 120) return `${minutes} min`
  return minutes < 48 * 60 ? `${Math.round(minutes / 60)} h` : `${Math.round(minutes / 1440)} days`
}
