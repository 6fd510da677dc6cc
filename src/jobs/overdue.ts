import type { Decision } from '../core/decision.ts'
import { overtaken } from '../core/person-decision.ts'
import { type Answered, type RecordNeeds, recordDecision } from './record-decision.ts'

export type OverdueNeeds = RecordNeeds & {
  readonly expired: (now: Date) => readonly number[]
  readonly answered: (id: number) => Promise<Answered>
}

const BY = '系统'
const REASON = '退回修改的答复在截止时间前未能发出，转人工核验'

/**
 * What was returned, and whose sender was not told of it while there was time: a person looks at it, and the sender is told so instead.
 * Gives the messages.
 */
export async function holdOverdue(needs: OverdueNeeds): Promise<readonly number[]> {
  const held: number[] = []
  for (const id of needs.expired(needs.clock())) {
    const message = await needs.answered(id)
    const found: Decision | undefined = needs.decisions.of(id).at(-1)?.decision
    if (found === undefined) continue
    recordDecision(id, { decision: overtaken(found), by: BY, reason: REASON, tell: null, message }, needs)
    held.push(id)
  }
  return held
}
