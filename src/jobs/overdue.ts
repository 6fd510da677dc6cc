import type { Call } from '../core/call/call.ts'
import type { Decision } from '../core/judge/decision.ts'
import { inForce, SYSTEM } from '../core/judge/in-force.ts'
import { oneByOne } from './one-by-one.ts'
import { recordDecisions } from './record-decision.ts'
import type { Answered, RecordNeeds, ToRecord } from './record-needs.ts'

export type OverdueNeeds = {
  readonly record: RecordNeeds
  readonly calls: readonly Call[]
  readonly expired: (now: Date) => readonly number[]
  readonly answered: (id: number) => Promise<Answered>
}

const TOO_LATE = '退回修改的答复在截止时间前未能发出，转人工核验'
const EXTENDED = '截止时间已延长，重新生成退回修改的答复'

/**
 * What was returned, and whose sender was not told of it while there was time: a person looks at it, and the sender is told so instead;
 * where the deadline was moved meanwhile, the sender is told the new one. Gives the messages.
 */
export async function holdOverdue(needs: OverdueNeeds): Promise<readonly number[]> {
  const held: number[] = []
  await oneByOne(needs.expired(needs.record.clock()), async id => {
    const message = await needs.answered(id)
    if (needs.record.transaction(() => holdOne(id, message, needs))) held.push(id)
  })
  return held
}

/** Looked up again: a person may have decided meanwhile. All entries that its reply asked to mend. */
function holdOne(id: number, message: Answered, needs: OverdueNeeds): boolean {
  if (!needs.expired(needs.record.clock()).includes(id)) return false
  const returned = needs.record.messages.entries(id).flatMap(entry => returnedAnew(id, entry, needs) ?? [])
  if (returned.length === 0) return false
  recordDecisions(id, { message, made: returned }, needs.record)
  return returned.some(({ decision }) => decision.outcome === 'held')
}

/** What is returned still; null where it isn't. */
function returnedAnew(id: number, entry: number, needs: OverdueNeeds): ToRecord | null {
  const decisions = needs.record.decisions.of(id, entry)
  const found = decisions.at(-1)?.decision
  if (found === undefined || found.outcome !== 'returned') return null
  const isTime = hasTime(found, needs)
  const decision: Decision = isTime ? found : { ...found, outcome: 'held' }
  // What a person said of it is said all the same.
  const voice = isTime ? inForce(decisions).at(-1) : undefined
  const made = { entry, decision, by: SYSTEM, reason: isTime ? EXTENDED : TOO_LATE, letter: 'reply' as const }
  return voice === undefined ? made : { ...made, voice }
}

const hasTime = ({ call }: Decision, { calls, record }: OverdueNeeds): boolean =>
  calls.some(({ id, deadline }) => id === call && deadline > record.clock())
