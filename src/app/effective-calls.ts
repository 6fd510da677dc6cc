import { type Amendment, amended } from '../core/call/amendment.ts'
import type { Call } from '../core/call/call.ts'
import type { Lazy } from '../lazy.ts'
import type { Store } from '../store/store.ts'

/** The calls as amended; the same values as long as nothing is amended, for much is prepared once for a call. */
export function effectiveCalls(published: readonly Call[], store: Lazy<Store>): () => readonly Call[] {
  let known: { readonly latest: string | null; readonly calls: readonly Call[] } = { latest: null, calls: published }
  return () => {
    const { amendments } = store.get()
    const latest = amendments.latest()
    if (latest !== known.latest) known = { latest, calls: amendedAll(published, amendments.all()) }
    return known.calls
  }
}

const amendedAll = (published: readonly Call[], amendments: readonly Amendment[]): readonly Call[] =>
  published.map(call => amended(call, amendments))
