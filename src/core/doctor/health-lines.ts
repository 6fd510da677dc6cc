import type { TroubleKind } from '../sending/trouble.ts'
import type { HealthFacts, OutboxFacts } from './health-facts.ts'

export const NAMES: Readonly<Record<TroubleKind, string>> = {
  login: 'refuses the login',
  sender: 'takes no mail from us',
  unreachable: 'can’t be reached',
  busy: 'wants less mail',
}

/** What there is to know beside the verdict, a line each. */
export const healthLines = (facts: HealthFacts, now: Date): readonly string[] => [
  ...sweepLine(facts, now),
  ...restLines(facts, now),
]

const sweepLine = ({ sweptAt }: HealthFacts, now: Date): readonly string[] =>
  sweptAt === null ? [] : [`last completed sweep: ${iso(sweptAt)}, ${age(sweptAt, now)} ago`]

const restLines = (
  { troubles, outbox, folders, refusedFolders, oldestUnjudged, setAside }: HealthFacts,
  now: Date,
): readonly string[] => [
  ...folders.map(folder => folderLine(folder, now)),
  ...refusedFolders.map(({ path, since, words }) => `${path}: not opened by the server since ${iso(since)}: ${words}`),
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

function folderLine({ path, onServer, unaccounted, countedAt }: HealthFacts['folders'][number], now: Date): string {
  if (onServer === null || unaccounted === null) return `${path}: not counted`
  const rest = unaccounted === 0 ? 'all accounted for' : `${unaccounted} were not accounted for`
  const when = countedAt === null ? 'when last counted' : `when counted ${age(countedAt, now)} ago`
  return `${path}: ${onServer} messages on the server ${when}, ${rest}`
}

export const iso = (instant: Date): string => instant.toISOString()

export function age(since: Date, now: Date): string {
  const seconds = Math.max(0, Math.round((now.getTime() - since.getTime()) / 1000))
  const minutes = Math.round(seconds / 60)
  if (seconds < 120) return `${seconds} s`
  if (minutes < 120) return `${minutes} min`
  return minutes < 48 * 60 ? `${Math.round(minutes / 60)} h` : `${Math.round(minutes / 1440)} days`
}
