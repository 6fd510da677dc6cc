import type { LoginTrouble } from '../sending/login-alarm.ts'

/** What `health` looks at. Times are instants. */
export type HealthFacts = {
  readonly sweptAt: Date | null
  /** By then the next sweep must be completed: three intervals of the schedule after the last one. */
  readonly dueBy: Date | null
  readonly troubles: readonly LoginTrouble[]
  readonly folders: readonly {
    readonly path: string
    readonly onServer: number | null
    readonly unaccounted: number | null
  }[]
  /** Since when the oldest message waits that isn't judged yet. */
  readonly oldestUnjudged: Date | null
  readonly setAside: number
}

/** `verdict`: null while all is well, else the sentence why not; `lines`: what else there is to know. */
export type Health = { readonly verdict: string | null; readonly lines: readonly string[] }

/** Healthy while the last completed sweep is recent; everything else is told, for a restart of the container would not mend it. */
export function judgeHealth(facts: HealthFacts, now: Date): Health {
  return { verdict: verdictOn(facts, now), lines: [...sweepLine(facts, now), ...restLines(facts, now)] }
}

function verdictOn({ sweptAt, dueBy, troubles }: HealthFacts, now: Date): string | null {
  const refused = troubles.find(({ server }) => server === 'mailbox')
  const why = refused === undefined ? '' : `; the mailbox refuses the login since ${iso(refused.since)}`
  if (sweptAt === null || dueBy === null) return `unhealthy: no sweep has been completed yet${why}`
  if (sweptAt.getTime() - now.getTime() > dueBy.getTime() - sweptAt.getTime())
    return `unhealthy: the last sweep was completed at ${iso(sweptAt)}, which is yet to come: the clock went back`
  if (now <= dueBy) return null
  return `unhealthy: the last sweep was completed ${age(sweptAt, now)} ago, another was due by ${iso(dueBy)}${why}`
}

const sweepLine = ({ sweptAt }: HealthFacts, now: Date): readonly string[] =>
  sweptAt === null ? [] : [`last completed sweep: ${iso(sweptAt)}, ${age(sweptAt, now)} ago`]

const restLines = ({ troubles, folders, oldestUnjudged, setAside }: HealthFacts, now: Date): readonly string[] => [
  ...folders.map(folderLine),
  ...troubles.map(({ server, since, words }) => `${server}: login refused since ${iso(since)}: ${words}`),
  ...(oldestUnjudged === null ? [] : [`oldest message not judged yet: recorded ${age(oldestUnjudged, now)} ago`]),
  ...(setAside === 0 ? [] : [`messages set aside for a person: ${setAside}`]),
]

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
