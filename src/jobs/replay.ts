import type { StoredMessage } from '../core/application/recorded-message.ts'
import { noDecision } from '../core/judge/base.ts'
import { applicantOf, type Decision, type Decisions } from '../core/judge/decision.ts'
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
    const onRecord = needs.records.decisionsOn(one.id)
    for (const replayed of await replayOne(one, { onRecord, season }, needs)) {
      const { entry, before, after } = replayed
      season.enter({ ...one, entry }, after, machineOutcome(onRecord[entry] ?? []) ?? after.outcome)
      if (call === null || before.call === call || after.call === call) yield { ...replayed, total: stored.length }
    }
  }
}

type On = { readonly onRecord: readonly (readonly OnRecord[])[]; readonly season: Season }

async function replayOne(stored: StoredMessage, on: On, needs: ReplayNeeds): Promise<readonly Replayed[]> {
  const known = needs.known.get(stored.id)
  const entries = on.onRecord.flatMap((decisions, entry) => foundOf(decisions, { stored, entry }))
  if (known !== undefined && countOf(known) === countOf(entries)) return known
  const source = needs.records.source(stored.id)
  if (source === null || entries.length === 0) return []
  if (entries.every(isKept)) return entries.map(({ rest }) => ({ ...rest, what: 'kept', after: rest.before }))
  try {
    const now = firstMoment(entries.flatMap(({ decisions }) => decisions))
    const again = await judgeAgain(stored, { source, now, season: on.season }, needs)
    return compared(entries, again, needs)
  } catch (error) {
    const failed = { what: 'failed', error: describeError(error) } as const
    return entries.map(({ rest }) => ({ ...rest, ...failed, after: rest.before }))
  }
}

/** An entry on record, and what is told of it whatever comes of the replay. */
type Found = { readonly decisions: readonly OnRecord[]; readonly rest: Omit<Replayed, 'what' | 'after'> }

function foundOf(decisions: readonly OnRecord[], of: Pick<Replayed, 'stored' | 'entry'>): readonly Found[] {
  const before = decisions.at(-1)?.decision
  return before === undefined ? [] : [{ decisions, rest: { ...of, before, decisions: decisions.length, error: null } }]
}

const countOf = (entries: readonly (Found | Replayed)[]): number =>
  entries.reduce((sum, one) => sum + (typeof one.decisions === 'number' ? one.decisions : one.decisions.length), 0)

/** Each entry on record with what it would be now; behind them what would be new, and of what would be none any more that it is. */
function compared(entries: readonly Found[], again: Decisions, needs: ReplayNeeds): readonly Replayed[] {
  const left = [...again]
  const taken = entries.map(({ rest }) => takeLike(rest.before, left))
  const pairs = entries.map((found, index) => ({ found, now: taken[index] ?? left.shift() ?? null }))
  const news = left.map((now, index): Replayed => {
    const [first] = entries
    const entry = entries.length + index
    return {
      ...(first as Found).rest,
      entry,
      before: nothing(now),
      after: asReplayed(now),
      decisions: 0,
      what: 'changed',
    }
  })
  return [...pairs.map(({ found, now }) => comparedOne(found, now, needs)), ...news]
}

/** Of the same applicant in the same call. */
function takeLike(before: Decision, left: Decision[]): Decision | null {
  const key = applicantOf(before)?.key
  const index = left.findIndex(now => now.call === before.call && applicantOf(now)?.key === key)
  return index < 0 ? null : (left.splice(index, 1)[0] ?? null)
}

function comparedOne(found: Found, now: Decision | null, needs: ReplayNeeds): Replayed {
  const { before } = found.rest
  if (isKept(found)) return { ...found.rest, what: 'kept', after: before }
  const after = now === null ? nothing(before) : inTime(now, before, needs)
  return { ...found.rest, what: isSame(before, after) ? 'same' : 'changed', after: asReplayed(after) }
}

const asReplayed = (decision: Decision): Decision => ({ ...decision, replayed: true })

/** No application, as what came beside it. */
const nothing = (beside: Decision): Decision => ({
  ...{ ...beside, ...noDecision },
  ...{ relation: 'unrelated', call: null, branch: null, outcome: 'ignored', answer: 'never' },
})

type Again = { readonly source: Uint8Array; readonly now: Date; readonly season: Season }

async function judgeAgain(
  { internalDate }: StoredMessage,
  { source, now, season }: Again,
  needs: ReplayNeeds,
): Promise<Decisions> {
  const message = await needs.reader.parse(source)
  const documents = await needs.reader.readDocuments(message.attachments)
  const thread = needs.rules.threadOf(message.references)
  return needs.rules.judge({ message, documents, internalDate, thread, now }, season)
}

/** What a person decided, closed or put back stays. */
const isKept = ({ decisions }: Found): boolean => {
  const putBack = decisions.at(-1)?.decision.undone === true && decisions.some(({ decision }) => decision.replayed)
  const counts = inForce(decisions).at(-1)
  return putBack || (counts !== undefined && isByPerson(counts))
}

const firstMoment = (decisions: readonly OnRecord[]): Date =>
  new Date(Math.min(...decisions.map(({ decidedAt }) => decidedAt.getTime())))

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
  applicantOf(before)?.key === applicantOf(after)?.key
