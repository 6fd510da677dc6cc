import { entryKey, isAnsweredByLater } from '../core/application/told-of-replay.ts'
import { applicantOf, type Outcome } from '../core/judge/decision.ts'
import type { NewMail } from '../core/sending/outgoing-mail.ts'
import { answerDecisions, applicationOf } from './answer-decisions.ts'
import { putDown } from './record-decision.ts'
import type { Answered, PutDown } from './record-needs.ts'
import type { ApplyNeeds, Replayed } from './replay-needs.ts'

/**
 * What became of a change. `overtaken`: somebody decided meanwhile; `left`: it would be no application any more, which a person must say.
 * `reply`: the letter that goes out; null: none, for example of a version that a later one replaced.
 */
export type Applied = {
  readonly change: Replayed
  readonly what: 'applied' | 'overtaken' | 'left'
  readonly reply: NewMail | null
}

/** In whose name changes are recorded; the reason is told to nobody. */
export type Who = { readonly by: string; readonly reason: string }

/** Records the changes of a replay as that person's decisions, rebuilds the chains, and answers those concerned: all of it, or nothing. */
export async function applyReplay(
  changes: readonly Replayed[],
  who: Who,
  needs: ApplyNeeds,
): Promise<readonly Applied[]> {
  const messages = await messagesOf(changes, needs)
  return needs.record.transaction(() => applyNow(changes, { who, messages }, needs))
}

/** The mails as their replies need them. */
export async function messagesOf(
  changes: readonly Replayed[],
  { answered }: ApplyNeeds,
): Promise<ReadonlyMap<number, Answered>> {
  const messages = new Map<number, Answered>()
  for (const { stored } of changes) messages.set(stored.id, await answered(stored.id))
  return messages
}

type Applying = { readonly who: Who; readonly messages: ReadonlyMap<number, Answered> }
type Put = { readonly change: Replayed; readonly what: Applied['what']; readonly put: PutDown | null }

/** Within a transaction. All is put down before anything is answered: a letter tells what stands in the end. */
export function applyNow(changes: readonly Replayed[], at: Applying, needs: ApplyNeeds): readonly Applied[] {
  const put = changes.map(change => putDownOne(change, at, needs))
  const before = new Map(
    put.flatMap(({ change, what }) =>
      what === 'applied' ? [[entryKey(change.stored.id, change.entry), change.before.outcome] as const] : [],
    ),
  )
  const byMessage = Map.groupBy(put, ({ change }) => change.stored.id)
  return [...byMessage.values()].flatMap(own => answerAll(own, { ...at, before }, needs))
}

function putDownOne(change: Replayed, { who }: Applying, needs: ApplyNeeds): Put {
  const { stored, entry, after, decisions: known } = change
  if (after.relation !== 'application') return { change, what: 'left', put: null }
  const decisions = needs.record.decisions.of(stored.id, entry)
  const latest = decisions.at(-1)?.decision
  // A mail that brought the same files has got its lot with the one it repeats.
  const isSame =
    latest !== undefined && latest.outcome === after.outcome && applicantOf(latest)?.key === applicantOf(after)?.key
  if (decisions.length > known) return { change, what: isSame ? 'applied' : 'overtaken', put: null }
  return { change, what: 'applied', put: putDown(stored.id, { ...who, entry, decision: after }, needs.record) }
}

type Answering = Applying & { readonly before: ReadonlyMap<string, Outcome> }

/** What a message's entries became, in one letter. */
function answerAll(own: readonly Put[], at: Answering, needs: ApplyNeeds): readonly Applied[] {
  const id = own[0]?.change.stored.id ?? 0
  const message = at.messages.get(id)
  const put = own.flatMap(one => toAnswer(one, at, needs) ?? [])
  const reply =
    message === undefined || put.length === 0 ? null : answerDecisions(id, { message, put }, needs.record).reply
  return own.map(({ change, what, put: down }) => ({ change, what, reply: down === null ? null : reply }))
}

function toAnswer({ change, put }: Put, { who, before }: Answering, { record }: ApplyNeeds) {
  const { stored, entry, after } = change
  if (put === null) return null
  const chain = applicationOf(after, record)?.chain ?? []
  const isRepeat = chain.some(one => one.messageId === stored.id && one.repeats)
  const letter = isRepeat || isAnsweredByLater(stored.id, chain, before) ? ('unsaid' as const) : ('reply' as const)
  return { ...who, ...put, entry, decision: after, letter }
}
