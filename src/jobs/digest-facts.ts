import type { Call } from '../core/call.ts'
import type { Decision, Outcome } from '../core/decision.ts'
import type {
  DigestFacts,
  FolderFacts,
  PersonCase,
  RosterRow,
  ServiceFacts,
  WithheldReply,
} from '../core/digest/facts.ts'
import type { WithheldFor } from '../core/outgoing-mail.ts'
import { problemTitle } from '../core/problem-text.ts'

/** A message that isn't known to be unrelated, as the store lists it. */
export type Related = {
  readonly id: number
  readonly folder: string
  readonly state: 'received' | 'judged' | 'quarantined'
  readonly relation: Decision['relation'] | null
  readonly call: string | null
  readonly branch: string | null
  readonly outcome: Outcome | null
  readonly number: string | null
  readonly version: number | null
  readonly standing: boolean
  readonly receivedAt: string | null
  readonly from: string | null
  readonly subject: string | null
  readonly attempts: number
  readonly settledAt: Date | null
  readonly withheldFor: WithheldFor | null
}

export type FactsNeeds = {
  readonly calls: readonly Call[]
  readonly timezone: string
  readonly replies: 'hold' | 'live'
  readonly related: () => readonly Related[]
  readonly decisionOn: (id: number) => Decision | null
  readonly folders: () => readonly {
    path: string
    onServer: number | null
    unaccounted: number | null
    sweptAt: Date | null
  }[]
  readonly outboxCounts: () => ServiceFacts['replies']
  readonly digestBefore: (moment: Date) => Date | null
  /** The hash at the head of the chain of events. */
  readonly auditHead: () => string | null
  /** Bytes free on the data volume. */
  readonly diskFree: () => number | null
}

/** Everything a digest shows, as the database has it at that moment. */
export function gatherDigestFacts(kind: DigestFacts['kind'], at: Date, needs: FactsNeeds): DigestFacts {
  const since = needs.digestBefore(at)
  const related = needs.related()
  const arrived = related.filter(one => one.state === 'judged' && isNew(one, since))
  return {
    kind,
    composedAt: at,
    since,
    timezone: needs.timezone,
    trial: needs.replies === 'hold',
    calls: needs.calls.map(call => callFacts(call, related)),
    needsPerson: personCases(related, { at, since, needs }),
    arrivals: arrived.flatMap(one => (one.relation === 'application' ? [arrivalOf(one)] : [])),
    inquiries: arrived.filter(({ relation }) => relation === 'inquiry').map(senderOf),
    service: serviceFacts(related, since, needs),
  }
}

function callFacts(call: Call, related: readonly Related[]): DigestFacts['calls'][number] {
  const submissions = related.filter(one => one.call === call.id && one.relation === 'application')
  const known = new Set(call.roster.map(({ name }) => name))
  const { id, title, deadline } = call
  const unknown = submissions.filter(({ branch }) => branch === null || !known.has(branch)).length
  return {
    id,
    title,
    deadline,
    rows: call.roster.map(({ name }) => rowOf(name, submissions)),
    unknownBranchSubmissions: unknown,
  }
}

/** The standing submission makes a branch's state, else the latest one. */
function rowOf(branch: string, submissions: readonly Related[]): RosterRow {
  const own = submissions.filter(one => one.branch === branch).sort((a, b) => (a.version ?? 0) - (b.version ?? 0))
  const shown = own.find(({ standing }) => standing) ?? own.at(-1)
  if (shown === undefined) return { branch, state: 'none', version: null, receivedAt: null, number: null }
  const state = shown.outcome === null || shown.outcome === 'ignored' ? 'none' : shown.outcome
  return { branch, state, version: shown.version, receivedAt: dateOf(shown), number: shown.number }
}

type Moment = { readonly at: Date; readonly since: Date | null; readonly needs: FactsNeeds }

/** Held submissions, returned ones past the deadline, and new accepted ones with something to verify. */
function personCases(related: readonly Related[], moment: Moment): readonly PersonCase[] {
  return related.flatMap(one => {
    if (one.relation !== 'application' || isOvertaken(one, related)) return []
    const decision = moment.needs.decisionOn(one.id)
    const reasons = decision === null ? [] : reasonsFor(one, decision, moment)
    const evidence = decision === null ? [] : evidenceFor(one, decision)
    return reasons.length === 0 ? [] : [{ ...senderOf(one), ...branchOf(one), reasons, evidence }]
  })
}

/** A newer version that was accepted settles what was wrong with an older one of the branch. */
const isOvertaken = (one: Related, related: readonly Related[]): boolean =>
  one.branch !== null &&
  related.some(
    other =>
      other.standing &&
      other.call === one.call &&
      other.branch === one.branch &&
      (other.version ?? 0) > (one.version ?? 0),
  )

function reasonsFor(one: Related, decision: Decision, { at, since, needs }: Moment): readonly string[] {
  const titles = decision.problems.map(({ code }) => problemTitle(code))
  if (one.outcome === 'held') return titles.length === 0 ? ['需人工核验'] : titles
  const deadline = needs.calls.find(({ id }) => id === one.call)?.deadline
  if (one.outcome === 'returned' && deadline !== undefined && at > deadline) return ['退回后至截止时未补正', ...titles]
  if (one.outcome !== 'accepted' || !isNew(one, since)) return []
  return toVerify(decision).map(({ note }) => note)
}

const evidenceFor = (one: Related, decision: Decision): readonly string[] =>
  one.outcome === 'accepted'
    ? toVerify(decision).flatMap(({ evidence }) => evidence.slice(0, 2))
    : decision.problems.flatMap(({ seen }) => (seen === null ? [] : [seen]))

/** What a machine could not tell; 现实表现 can never be told from a form and would stand at every branch. */
const toVerify = (decision: Decision) =>
  (decision.checks ?? []).filter(({ id, verdict }) => verdict === 'review' && id !== 'conduct')

function serviceFacts(related: readonly Related[], since: Date | null, needs: FactsNeeds): ServiceFacts {
  const folders = needs.folders()
  const swept = folders.flatMap(({ sweptAt }) => (sweptAt === null ? [] : [sweptAt.getTime()]))
  const stuck = (state: Related['state']) => related.filter(one => one.state === state && one.attempts > 0)
  return {
    lastSweepAt: swept.length === 0 ? null : new Date(Math.min(...swept)),
    folders: folders.map(
      ({ path, onServer, unaccounted }): FolderFacts => ({
        path,
        onServer,
        accountedFor: (onServer ?? 0) - (unaccounted ?? 0),
      }),
    ),
    replies: needs.outboxCounts(),
    setAside: related.filter(({ state }) => state === 'quarantined').map(withAttempts),
    retrying: stuck('received').map(withAttempts),
    diskFree: needs.diskFree(),
    auditHead: needs.auditHead(),
    withheld: related.flatMap(one => withheldOf(one, since)),
  }
}

/** A reply that outwaits a cap is shown until it goes out, one that would have said the same again just once. */
function withheldOf(one: Related, since: Date | null): readonly WithheldReply[] {
  if (one.withheldFor !== 'cap' && !(one.withheldFor === 'repeat' && isNew(one, since))) return []
  return [{ ...senderOf(one), why: one.withheldFor }]
}

/** Settled after the digest before, whenever it came. */
const isNew = ({ settledAt }: Related, since: Date | null): boolean =>
  since === null || (settledAt !== null && settledAt > since)

const dateOf = ({ receivedAt }: Related): Date | null => (receivedAt === null ? null : new Date(receivedAt))
const senderOf = (one: Related) => ({ id: one.id, from: one.from, subject: one.subject, receivedAt: dateOf(one) })
const withAttempts = (one: Related) => ({ ...senderOf(one), attempts: one.attempts })
const branchOf = (one: Related) => ({ call: one.call, branch: one.branch, outcome: one.outcome ?? ('held' as const) })
const arrivalOf = (one: Related) => ({
  ...senderOf(one),
  branch: one.branch,
  outcome: one.outcome ?? ('held' as const),
  version: one.version,
  junk: /junk|spam|垃圾/i.test(one.folder),
})
