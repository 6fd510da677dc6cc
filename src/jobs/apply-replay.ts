import { recordDecision } from './record-decision.ts'
import type { Replayed } from './replay.ts'
import type { ApplyNeeds } from './replay-needs.ts'

/** `overtaken`: somebody decided meanwhile; `left`: it would be no application any more, which a person must say. */
export type Applied = 'applied' | 'overtaken' | 'left'

/** Records a change as that person's decision, rebuilds the chain, and answers the sender. */
export async function applyChange(
  { stored: { id }, after, decisions: known }: Replayed,
  who: { readonly by: string; readonly reason: string },
  needs: ApplyNeeds,
): Promise<Applied> {
  if (after.relation !== 'application') return 'left'
  const message = await needs.answered(id)
  return needs.transaction(() => {
    const decisions = needs.decisionsOn(id)
    const latest = decisions.at(-1)?.decision
    // A mail that brought the same files has got its lot with the one it repeats.
    if (latest?.outcome === after.outcome && latest.branch?.name === after.branch?.name && decisions.length > known)
      return 'applied'
    if (decisions.length > known) return 'overtaken'
    recordDecision(id, { ...who, decision: after, message, letter: 'reply' }, needs)
    return 'applied'
  })
}
