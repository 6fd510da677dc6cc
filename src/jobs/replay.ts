import type { StoredMessage } from '../core/application/recorded-message.ts'
import type { Decision } from '../core/judge/decision.ts'
import { inForce, isByPerson, type OnRecord } from '../core/judge/in-force.ts'
import { describeError } from '../errors.ts'
import type { Replayed, ReplayNeeds } from './replay-needs.ts'
import { newSeason, type Season } from './replay-season.ts'

/**
 * Judges every stored message again, in the order of receipt, each as at the moment at which it was judged: only the configuration is
 * today's. Sends and records nothing. `call`: only what belongs, or would belong, to that call.
 */
export async function* replay(call: string | null, needs: ReplayNeeds): AsyncGenerator<Replayed & { total: number }> {
  const season = newSeason()
  const stored = needs.records.stored()
  for (const one of stored) {
    const replayed = await replayOne(one, season, needs)
    if (replayed === null) continue
    const { before, after } = replayed
    season.enter(one, after, machineOutcome(needs.records.decisionsOn(one.id)) ?? after.outcome)
    if (call === null || before.call === call || after.call === call) yield { ...replayed, total: stored.length }
  }
}

async function replayOne(stored: StoredMessage, season: Season, needs: ReplayNeeds): Promise<Replayed | null> {
  const decisions = needs.records.decisionsOn(stored.id)
  const known = needs.known.get(stored.id)
  if (known?.decisions === decisions.length) return known
  const source = needs.records.source(stored.id)
  const latest = decisions.at(-1)
  if (source === null || latest === undefined) return null
  const before = latest.decision
  const rest = { stored, before, decisions: decisions.length, error: null }
  if (isKept(decisions)) return { ...rest, what: 'kept', after: before }
  try {
    const after = inTime(
      await judgeAgain(stored, { source, now: firstMoment(decisions, latest), season }, needs),
      before,
      needs,
    )
    return { ...rest, what: isSame(before, after) ? 'same' : 'changed', after: { ...after, replayed: true } }
  } catch (error) {
    return { ...rest, what: 'failed', after: before, error: describeError(error) }
  }
}

type Again = { readonly source: Uint8Array; readonly now: Date; readonly season: Season }

async function judgeAgain(
  { internalDate }: StoredMessage,
  { source, now, season }: Again,
  needs: ReplayNeeds,
): Promise<Decision> {
  const message = await needs.reader.parse(source)
  const documents = await needs.reader.readDocuments(message.attachments)
  const thread = needs.rules.threadOf(message.references)
  return needs.rules.judge({ message, documents, internalDate, thread, now }, season.standing)
}

/** What a person decided, closed or put back stays. */
const isKept = (decisions: readonly OnRecord[]): boolean => {
  const putBack = decisions.at(-1)?.decision.undone === true && decisions.some(({ decision }) => decision.replayed)
  const counts = inForce(decisions).at(-1)
  return putBack || (counts !== undefined && isByPerson(counts))
}

const firstMoment = (decisions: readonly OnRecord[], { decidedAt }: OnRecord): Date =>
  decisions[0]?.decidedAt ?? decidedAt

/** The latest: what was decided on the header alone is not what the machine thinks of a message that was tried again. */
const machineOutcome = (decisions: readonly OnRecord[]) =>
  decisions.findLast(({ decidedBy }) => decidedBy === null)?.decision.outcome

/** Nothing is returned anew that can't be mended any more. */
function inTime(after: Decision, before: Decision, { calls, clock }: ReplayNeeds): Decision {
  const deadline = calls.find(({ id }) => id === after.call)?.deadline
  const isOver = deadline !== undefined && clock() >= deadline
  return after.outcome === 'returned' && before.outcome !== 'returned' && isOver ? { ...after, outcome: 'held' } : after
}

const isSame = (before: Decision, after: Decision): boolean =>
  before.outcome === after.outcome &&
  before.relation === after.relation &&
  before.call === after.call &&
  before.branch?.name === after.branch?.name
