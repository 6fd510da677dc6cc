import type { Call } from '../core/call/call.ts'
import { UsageError } from '../errors.ts'

type ToPurge = { readonly call: string; readonly before: Date }

export type PurgeNeeds = {
  readonly clock: () => Date
  readonly transaction: <Result>(work: () => Result) => Result
  readonly lastExport: (call: string) => Date | null
  readonly purging: {
    count(which: ToPurge): number
    lastChange(which: ToPurge): Date | null
    unsent(which: ToPurge): number
    purge(which: ToPurge, at: Date): void
    emptyLog(): void
  }
}

/**
 * Removes what is personal in a closed call's messages received before that moment; gives how many it were. Throws UsageError, with a
 * sentence, where the call is open, something is still to be sent, or what would go isn't in an export.
 */
export function purge(call: Call, before: Date, needs: PurgeNeeds): number {
  const which = { call: call.id, before }
  const count = needs.transaction(() => {
    check(call, which, needs)
    const concerned = needs.purging.count(which)
    if (concerned > 0) needs.purging.purge(which, needs.clock())
    return concerned
  })
  needs.purging.emptyLog()
  return count
}

/** In the transaction of the purge: nothing is decided between the one and the other. */
function check(call: Call, which: ToPurge, { clock, lastExport, purging }: PurgeNeeds): void {
  if (call.deadline >= clock())
    throw new UsageError(`${call.id} is open until ${call.deadline.toISOString()}: nothing is purged`)
  if (purging.unsent(which) > 0) throw new UsageError('replies to some of these messages are still to be sent')
  const exported = lastExport(call.id)
  const changed = purging.lastChange(which)
  if (exported === null || (changed !== null && changed > exported))
    throw new UsageError(
      `${exported === null ? 'the call was never exported' : 'something was decided since the last export'}: shenbao export --call ${call.id} --out DIR first`,
    )
}
