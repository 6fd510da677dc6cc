import type { Call } from '../core/call/call.ts'
import type { OnRecord } from '../core/judge/in-force.ts'
import { beijingTime } from '../core/text/time.ts'
import { UsageError } from '../errors.ts'
import { personCases } from './digest-cases.ts'
import type { Related } from './digest-related.ts'
import { supersededAmong } from './digest-superseded.ts'

type ToPurge = { readonly call: string; readonly before: Date }

/** In whose name letters that nobody got go with the rest. */
export type Discard = { readonly by: string; readonly reason: string }

export type PurgeNeeds = {
  readonly clock: () => Date
  readonly transaction: <Result>(work: () => Result) => Result
  readonly lastExport: (call: string) => Date | null
  /** Everything that belongs to the call. */
  readonly related: (call: string) => readonly Related[]
  readonly decisionOn: (id: number, entry: number) => OnRecord | null
  readonly purging: {
    count(which: ToPurge): Pick<PurgePlan, 'messages' | 'automatic' | 'letters'>
    lastChange(which: ToPurge): Date | null
    unsent(which: ToPurge): { readonly letters: number; readonly underWay: number }
    purge(which: ToPurge, discarding: (Discard & { readonly discarded: number }) | null, at: Date): void
    forget(): void
  }
}

/** What a purge would remove, and, in sentences, what forbids it. */
export type PurgePlan = {
  readonly messages: number
  /** Automatic mail of that time. */
  readonly automatic: number
  /** What the committee sent to many: reminders, results. */
  readonly letters: number
  /** Letters that never went out. */
  readonly unsent: number
  /** Cases that nobody decided or closed. */
  readonly open: readonly number[]
  readonly refusals: readonly string[]
}

/** Looks, and removes nothing. */
export function planPurge(call: Call, before: Date, needs: PurgeNeeds, discard: Discard | null = null): PurgePlan {
  const which = { call: call.id, before }
  const counted = needs.purging.count(which)
  const { letters, underWay } = needs.purging.unsent(which)
  const open = openCases(call, needs)
  const refusals = [
    ...openRefusal(call, needs.clock()),
    ...unsentRefusal({ letters, underWay }, discard),
    ...(open.length === 0 ? [] : [`cases are open: messages ${open.join(', ')}: decide or close them first`]),
    ...exportRefusal(which, needs),
  ]
  return { ...counted, unsent: letters, open, refusals }
}

/**
 * Removes what is personal in a closed call's messages received before that moment, and in automatic mail of that time; gives what it was.
 * Throws UsageError, with every reason, where the call or a case of it is open, a letter was never sent, or something of the call was decided since its last export.
 */
export function purge(call: Call, before: Date, discard: Discard | null, needs: PurgeNeeds): PurgePlan {
  const done = needs.transaction(() => {
    // In the transaction of the purge: nothing is decided between the one and the other.
    const plan = planPurge(call, before, needs, discard)
    if (plan.refusals.length > 0) throw new UsageError(plan.refusals.join('\n'))
    const discarding = discard === null ? null : { ...discard, discarded: plan.unsent }
    if (plan.messages + plan.automatic + plan.letters > 0)
      needs.purging.purge({ call: call.id, before }, discarding, needs.clock())
    return plan
  })
  needs.purging.forget()
  return done
}

const openRefusal = ({ id, deadline }: Call, now: Date): readonly string[] =>
  deadline >= now ? [`${id} is open until ${beijingTime(deadline)}: nothing is purged`] : []

function unsentRefusal(
  { letters, underWay }: { readonly letters: number; readonly underWay: number },
  discard: Discard | null,
): readonly string[] {
  if (underWay > 0) return ['letters are being sent: try again in a minute']
  if (letters === 0 || discard !== null) return []
  return [
    `${letters} letters to these senders are still to be sent: --discard-unsent, with --by and --reason, drops them`,
  ]
}

function exportRefusal(which: ToPurge, { lastExport, purging }: PurgeNeeds): readonly string[] {
  const exported = lastExport(which.call)
  const changed = purging.lastChange(which)
  if (exported !== null && (changed === null || changed <= exported)) return []
  const why = exported === null ? 'the call was never exported' : 'something was decided since the last export'
  return [`${why}: shenbao export --call ${which.call} --out DIR first`]
}

/** What would still stand in a digest. */
function openCases(call: Call, { related: relatedTo, decisionOn, clock }: PurgeNeeds): readonly number[] {
  const related = relatedTo(call.id)
  const isSuperseded = supersededAmong(related, (id, entry) => decisionOn(id, entry)?.decision ?? null)
  const moment = {
    kind: 'daily',
    at: clock(),
    since: clock(),
    isSuperseded,
    decisionOn,
    callOf: () => call,
    recognitionsOf: () => [],
  } as const
  const open = personCases(related, moment).filter(({ outcome }) => outcome !== 'accepted')
  return [...new Set(open.map(({ id }) => id))]
}
