import type { Call } from '../core/call/call.ts'
import type { Decision } from '../core/judge/decision.ts'
import { decidedAs, type Verdict } from '../core/judge/person-decision.ts'
import { UsageError } from '../errors.ts'
import { type Answered, type Recorded, type RecordNeeds, recordDecision } from './record-decision.ts'

export type DecideNeeds = RecordNeeds & {
  readonly calls: readonly Call[]
  readonly find: (id: number) => { readonly sameAs: number | null; readonly state: string } | null
  /** The mail as the reply needs it, from its stored bytes, or from what is remembered of it. */
  readonly answered: (id: number) => Promise<Answered>
}

/** A person's decision; `branch` names the branch where it is open, null leaves it as it is. */
export type Deciding = {
  readonly verdict: Verdict
  readonly by: string
  readonly reason: string
  readonly branch: string | null
}

/**
 * Records what a person decides of a submission, and answers its sender. Throws UsageError, with a sentence, where nothing can be
 * decided. The reason of a return or a refusal is told to the sender.
 */
export async function decide(
  id: number,
  deciding: Deciding,
  needs: DecideNeeds,
): Promise<Recorded & { readonly decision: Decision }> {
  submissionOf(id, needs)
  const message = await needs.answered(id)
  return needs.transaction(() => {
    // Scanned up again: the worker may have decided something meanwhile.
    const found = submissionOf(id, needs)
    const { verdict, by, reason } = deciding
    const decision = decidedAs(found, verdict, branchFor(found, deciding, needs.calls))
    checkTime(decision, needs)
    const tell = verdict === 'accept' ? null : reason
    return { decision, ...recordDecision(id, { decision, by, reason, tell, message }, needs) }
  })
}

function submissionOf(id: number, { find, decisions, applications }: DecideNeeds): Decision {
  const row = find(id)
  if (row === null) throw new UsageError(`there is no message ${id}: shenbao list shows them`)
  if (row.sameAs !== null)
    throw new UsageError(`message ${id} is the same mail as ${row.sameAs}: decide on ${row.sameAs}`)
  const found = decisions.of(id).at(-1)?.decision
  if (row.state === 'received' && found !== undefined)
    throw new UsageError(`message ${id} is tried again by the next sweep: decide then`)
  if (found === undefined && row.state !== 'judged')
    throw new UsageError(`message ${id} could not be judged yet: there is nothing to decide on`)
  if (found === undefined || found.relation !== 'application')
    throw new UsageError(`message ${id} is no application: there is nothing to decide`)
  const chain =
    found.call === null || found.branch === null ? [] : (applications.find(found.call, found.branch.name)?.chain ?? [])
  const mine = chain.find(({ messageId }) => messageId === id)
  const original = mine?.repeats ? chain.find(one => !one.repeats && one.version === mine.version) : undefined
  if (original !== undefined)
    throw new UsageError(
      `message ${id} only repeats the files of ${original.messageId}: decide on ${original.messageId}`,
    )
  return found
}

/** An accepted application is somebody's: of a branch of the roster. */
function branchFor(found: Decision, { verdict, branch }: Deciding, calls: readonly Call[]): string | null {
  if (branch === null) {
    if (verdict === 'accept' && found.branch === null)
      throw new UsageError('its branch is open: name it with --branch, as it stands in the roster')
    return null
  }
  const roster = calls.find(({ id }) => id === found.call)?.roster ?? []
  const row = roster.find(({ name, aliases }) => name === branch || aliases.includes(branch))
  if (row === undefined) throw new UsageError(`${branch} does not stand in the roster of ${found.call}`)
  return row.name
}

/** Nothing is returned that can't be mended any more. */
function checkTime({ outcome, call }: Decision, { calls, clock }: DecideNeeds): void {
  const deadline = calls.find(({ id }) => id === call)?.deadline
  if (outcome === 'returned' && deadline !== undefined && clock() >= deadline)
    throw new UsageError('the deadline has passed, nothing can be mended any more: accept or reject')
}
