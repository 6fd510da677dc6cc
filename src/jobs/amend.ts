import { type Amendable, changeFor, type Wish } from '../core/call/amending.ts'
import { type Amendment, amended, type Change, renamedApplicant } from '../core/call/amendment.ts'
import type { Call } from '../core/call/call.ts'
import type { Decision } from '../core/judge/decision.ts'
import { asFound } from '../core/judge/person-decision.ts'
import type { NewMail } from '../core/sending/outgoing-mail.ts'
import { UsageError } from '../errors.ts'
import { type AnnounceNeeds, announceDeadline } from './announce.ts'
import { type Applied, applyNow, messagesOf, type Who } from './apply-replay.ts'
import type { Related } from './digest-related.ts'
import { putDown } from './record-decision.ts'
import type { Answered } from './record-needs.ts'
import type { ApplyNeeds, Replayed } from './replay-needs.ts'

export type AmendNeeds = {
  readonly apply: ApplyNeeds
  readonly announce: AnnounceNeeds
  /** As the call's file says. */
  readonly published: readonly Call[]
  readonly amendments: {
    all(): readonly Amendment[]
    latest(): string | null
    add(amendment: Omit<Amendment, 'id'>): number
  }
  /** Judges what is stored again under these calls; `known`: what was judged again just now. */
  readonly rejudge: (calls: readonly Call[], known: ReadonlyMap<number, readonly Replayed[]>) => AsyncIterable<Replayed>
  readonly records: {
    /** By which it is known whether anything was judged or decided since. */
    latestDecision(): number | null
    rename(call: string, from: string, to: string): void
    /** Everything that belongs to the call. */
    related(call: string): readonly Related[]
  }
}

/** What came of an amendment. */
export type Amended = {
  readonly amendment: Amendment
  readonly call: Call
  /** What was judged otherwise than before, and the letters on it. */
  readonly applied: readonly Applied[]
  /** What a person had decided otherwise, and stays so. */
  readonly kept: readonly Replayed[]
  readonly failed: readonly Replayed[]
  readonly announced: readonly NewMail[]
}

const TRIES = 5

/**
 * What the committee changes of a call: recorded, applied to everything stored as a replay would, and those concerned are told, all of it
 * together or nothing. Throws UsageError, with a sentence, where it can't be amended so.
 */
export async function amend(callId: string, wish: Wish, who: Who, needs: AmendNeeds): Promise<Amended> {
  let known: ReadonlyMap<number, readonly Replayed[]> = new Map()
  for (let tried = 0; tried < TRIES; tried += 1) {
    const plan = planned(callId, wish, who, needs)
    const seen = needs.records.latestDecision()
    const replayed: Replayed[] = []
    for await (const one of needs.rejudge(plan.calls, known)) replayed.push(one)
    const messages = await messagesFor(replayed, callId, needs)
    const done = needs.apply.record.transaction(() =>
      needs.records.latestDecision() === seen && needs.amendments.latest() === plan.latest
        ? write(plan, { replayed, messages }, needs)
        : null,
    )
    if (done !== null) return done
    // Mail was judged meanwhile: only that is judged again.
    known = Map.groupBy(replayed, ({ stored }) => stored.id)
  }
  throw new Error('mail is judged all the while, nothing was amended: try again')
}

type Plan = {
  readonly amendment: Omit<Amendment, 'id'>
  readonly call: Call
  readonly calls: readonly Call[]
  readonly latest: string | null
}

function planned(callId: string, wish: Wish, { by, reason }: Who, needs: AmendNeeds): Plan {
  const { published, amendments, apply } = needs
  const file = published.find(({ id }) => id === callId)
  if (file === undefined) throw new UsageError(`there is no call ${callId}`)
  const made = amendments.all()
  const latest = amendments.latest()
  const at: Amendable = { file, call: amended(file, made), now: apply.record.clock() }
  const amending = changeFor(wish, at)
  if ('refused' in amending) throw new UsageError(amending.refused, amending.told)
  const amendment = { call: callId, change: amending.change, by, reason, at: at.now }
  const next = [...made, { ...amendment, id: 0 }]
  const calls = published.map(one => amended(one, next))
  return { amendment, latest, calls, call: calls.find(({ id }) => id === callId) ?? file }
}

/** The mails of everything that a letter may go out on. */
async function messagesFor(replayed: readonly Replayed[], callId: string, needs: AmendNeeds) {
  const messages = new Map(await messagesOf(replayed.filter(isChanged), needs.apply))
  for (const { id } of needs.records.related(callId))
    if (!messages.has(id)) messages.set(id, await needs.apply.answered(id))
  return messages
}

const isChanged = ({ what }: Replayed): boolean => what === 'changed'

type Seen = { readonly replayed: readonly Replayed[]; readonly messages: ReadonlyMap<number, Answered> }

function write(plan: Plan, { replayed, messages }: Seen, needs: AmendNeeds): Amended {
  const { amendment, call } = plan
  const { change, by, reason } = amendment
  const id = needs.amendments.add(amendment)
  const own = replayed.filter(({ before, after }) => before.call === call.id || after.call === call.id)
  rename(change, own, { call, who: { by, reason }, needs })
  const applied = applyNow(own.filter(isChanged), { who: { by, reason }, messages }, needs.apply)
  const announced =
    change.kind === 'deadline'
      ? announceDeadline(
          { call, amendment: id, messages, related: relatedTo(call, needs), answered: toldIn(applied) },
          needs.announce,
        )
      : []
  const failed = own.filter(({ what }) => what === 'failed')
  return { amendment: { ...amendment, id }, call, applied, announced, failed, kept: own.filter(isKeptApart(change)) }
}

const relatedTo = ({ id }: Call, { records }: AmendNeeds): readonly Related[] =>
  records.related(id).filter(({ relation }) => relation === 'application')

const toldIn = (applied: readonly Applied[]): ReadonlySet<number> =>
  new Set(applied.filter(({ reply }) => reply !== null).map(({ change }) => change.stored.id))

type Renaming = { readonly call: Call; readonly who: Who; readonly needs: AmendNeeds }

/** A branch with another name keeps its number, and what people decided on it. */
function rename(change: Change, own: readonly Replayed[], { call, who, needs }: Renaming): void {
  if (change.kind !== 'roster' || change.branch === null || change.branch === change.row.name) return
  const { branch: from } = change
  const { name: to } = change.row
  needs.records.rename(call.id, from, to)
  for (const { what, before, stored, entry } of own)
    if (what === 'kept' && before.branch?.name === from)
      putDown(stored.id, { ...who, entry, decision: renamed(before, from, to) }, needs.apply.record)
}

const renamed = (decision: Decision, from: string, name: string): Decision => {
  const { withoutForm, closed, applicant } = decision
  const said = { ...(withoutForm ? { withoutForm } : {}), ...(closed ? { closed } : {}) }
  return {
    ...asFound(decision),
    branch: { name },
    ...(applicant ? { applicant: renamedApplicant(applicant, from, name) } : {}),
    ...said,
  }
}

/** A person accepted what is excluded now, or refused what is in time now: somebody must look at it. */
const isKeptApart =
  (change: Change) =>
  ({ what, before }: Replayed): boolean => {
    if (what !== 'kept') return false
    if (change.kind === 'exclude') return before.branch?.name === change.branch && before.outcome === 'accepted'
    const codes = before.problems.map(({ code }) => code)
    const was = change.kind === 'deadline' ? 'deadline.missed' : 'branch.excluded'
    return before.outcome === 'rejected' && codes.includes(was)
  }
