import type { Call } from '../core/call/call.ts'
import { nounsOf, worded } from '../core/call/nouns.ts'
import { applicantOf, type Decision } from '../core/judge/decision.ts'
import { formBrought } from '../core/judge/form-brought.ts'
import { excluding, inForce, isByPerson, type OnRecord } from '../core/judge/in-force.ts'
import {
  broughtBack,
  closed,
  type Deed,
  decidedAs,
  kept,
  type Verdict,
  type Whose,
  withdrawn,
} from '../core/judge/person-decision.ts'
import { tellsOf } from '../core/reply/answers.ts'
import { UsageError } from '../errors.ts'
import { type CaseNeeds, caseOf } from './case.ts'
import { recordDecisions } from './record-decision.ts'
import type { Answered, Recorded, RecordNeeds, ToRecord } from './record-needs.ts'
import { whoeverIsNamed } from './whoever-is-named.ts'

export type DecideNeeds = {
  readonly record: RecordNeeds
  readonly find: CaseNeeds['find']
  readonly calls: () => readonly Call[]
  /** The mail as the reply needs it, from its stored bytes, or from what is remembered of it. */
  readonly answered: (id: number) => Promise<Answered>
  /** What the replies to it that left us, or may have, were for. */
  readonly toldFor: (id: number) => readonly string[]
}

/** What a person does of an entry of a message; `branch` names who applies where it is open, null leaves it as it is; `withoutForm`: knowing that no form came. */
export type Deciding = {
  readonly verdict: Deed
  readonly by: string
  readonly reason: string
  readonly branch: string | null
  /** Which entry of the message is meant, where it has several, as entryNames has it. */
  readonly entry?: string | null
  readonly withoutForm?: boolean
}

/** What came of it: the decision as it is now and the one before it, what stands, and which letter goes out. */
export type Outcome = Recorded & { readonly decision: Decision; readonly before: Decision }

/**
 * Records what a person decides of a submission, and answers its sender. Throws UsageError, with a sentence, where that can't be decided.
 * The reason of a return or a refusal is told to the sender, unless the committee excluded the branch; any other is recorded only.
 */
export async function decide(id: number, deciding: Deciding, needs: DecideNeeds): Promise<Outcome> {
  const { record } = needs
  const cases: CaseNeeds = { ...record, entries: record.messages.entries, find: needs.find }
  const name = deciding.entry ?? null
  caseOf(id, name, cases)
  const message = await needs.answered(id)
  return needs.record.transaction(() => {
    // Looked up again: the worker may have decided something meanwhile.
    const found = caseOf(id, name, cases)
    const { entry } = found
    const { by, reason } = deciding
    const said = DEEDS[deciding.verdict](found, deciding, needs)
    checkOthers(said.decision, found)
    const recorded = recordDecisions(id, { message, made: [{ entry, by, reason, ...said }] }, record)
    return { ...said, before: found.decision, ...recorded }
  })
}

const OPEN = 'who applies is open: name them with --branch, as the roster has them'

/** A message brings an applicant one application in a call, no more. */
function checkOthers(decision: Decision, { id, others }: Case): void {
  const { call } = decision
  const key = applicantOf(decision)?.key
  if (key !== undefined && others.some(other => other.call === call && applicantOf(other)?.key === key))
    throw new UsageError(`message ${id} brings another entry of ${key}: decide on that one`)
}

type Case = ReturnType<typeof caseOf>
type Said = Pick<ToRecord, 'decision' | 'letter' | 'voice'>
type Do = (found: Case, deciding: Deciding, needs: DecideNeeds) => Said

const DEEDS: Readonly<Record<Deed, Do>> = {
  accept: (found, deciding, needs) => say('accept', found, { deciding, needs }),
  return: (found, deciding, needs) => say('return', found, { deciding, needs }),
  reject: (found, deciding, needs) => say('reject', found, { deciding, needs }),
  close: ({ id, decision }) => {
    const { outcome, relation, question } = decision
    const asks = relation === 'inquiry' || question !== undefined
    const isCase = asks || outcome === 'held' || outcome === 'returned' || outcome === 'noted'
    if (!isCase || decision.closed)
      throw new UsageError(`message ${id} is no open case: there is nothing to close`, `第${id}号不是待办件，无须办结`)
    // «请于…前重新发送» is no longer said once the case is closed.
    return { decision: closed(decision), letter: outcome === 'returned' ? 'unsaid' : 'none' }
  },
  withdraw: confirmEnd,
  keep: letStand,
  undo: takeBack,
}

type With = { readonly deciding: Deciding; readonly needs: DecideNeeds }

function say(verdict: Verdict, { id, decision: found, isSetAside }: Case, { deciding, needs }: With): Said {
  if (found.relation !== 'application')
    throw new UsageError(
      `message ${id} is no application: there is nothing to decide`,
      `第${id}号不是申报，不能受理或退回`,
    )
  const { withoutForm = false } = deciding
  const call = needs.calls().find(one => one.id === found.call)
  const decision = decidedAs(found, { verdict, whose: whoseIn(found, deciding, call), withoutForm })
  const excluded = call?.roster.some(row => row.name === decision.branch?.name && row.excluded !== null) ?? false
  if (verdict === 'accept') checkForm(found, { withoutForm, isSetAside, call: call ?? null })
  if (verdict === 'return') checkTime(call, needs)
  if (verdict === 'return' && excluded)
    throw new UsageError(
      'the branch is excluded: reject it, or restore the branch first',
      worded('该{applicant}已排除，不能退回：请写不予受理，或先恢复', nounsOf(call ?? null)),
    )
  return { decision: excluded ? excluding(decision, nounsOf(call ?? null)) : decision, letter: 'reply' }
}

/** A withdrawal takes effect at the time it was received; of a confirmed «不申报» nobody is reminded any more. */
function confirmEnd({ id, decision: found }: Case, deciding: Deciding, needs: DecideNeeds): Said {
  if (found.relation !== 'withdrawal' && found.relation !== 'declined')
    throw new UsageError(
      `message ${id} withdraws nothing: there is nothing to confirm`,
      `第${id}号不是撤回或不申报的来信`,
    )
  const decision = withdrawn(found, whoseIn(found, deciding, callOf(found, needs)))
  if (applicantOf(decision) === null) throw stillOpen(callOf(found, needs), deciding.verdict)
  return { decision, letter: decision.ended ? 'reply' : 'none' }
}

/** A withdrawal that is not confirmed is told; evidence is kept without a word. */
function letStand({ id, decision: found }: Case, deciding: Deciding, needs: DecideNeeds): Said {
  if (found.relation !== 'withdrawal' && found.relation !== 'evidence')
    throw new UsageError(
      `message ${id} is neither a withdrawal nor evidence: there is nothing to keep`,
      `第${id}号既不是撤回也不是佐证材料`,
    )
  const decision = kept(found, whoseIn(found, deciding, callOf(found, needs)))
  if (found.relation === 'evidence' && applicantOf(decision) === null)
    throw stillOpen(callOf(found, needs), deciding.verdict)
  return { decision, letter: found.relation === 'withdrawal' ? 'reply' : 'none' }
}

const callOf = ({ call }: Decision, { calls }: DecideNeeds): Call | undefined => calls().find(({ id }) => id === call)

/** An accepted application is somebody's. */
function whoseIn(found: Decision, { verdict, branch }: Deciding, call: Call | undefined): Whose | null {
  if (branch !== null) return whoeverIsNamed(branch, found, call)
  if (verdict === 'accept' && applicantOf(found) === null) throw stillOpen(call, verdict)
  return null
}

const SAID: Partial<Readonly<Record<Deed, string>>> = { accept: '受理', withdraw: '同意撤回', keep: '收入材料' }

const stillOpen = (call: Call | undefined, verdict: Deed) => {
  const line = `17 ${SAID[verdict] ?? '受理'} {applicant}={applicant}全称`
  return new UsageError(OPEN, worded(`{applicant}未定，请写明{applicant}，如：${line}`, nounsOf(call ?? null)))
}

/** What brings no form is no application, unless a person says that it is. */
type FormKnown = { readonly withoutForm: boolean; readonly isSetAside: boolean; readonly call: Call | null }

function checkForm(found: Decision, { withoutForm, isSetAside, call }: FormKnown): void {
  const nouns = nounsOf(call)
  const lacksForm = formBrought(found, call) === 'none' && !isSetAside
  if (lacksForm && !withoutForm)
    throw new UsageError(
      'none of its documents is a filled form: return or reject it, or accept it with --without-form, which displaces no version with a form',
      worded('来件中没有填写好的{form}，不能受理：经研究仍要受理的，请写“受理 无{form} 理由”', nouns),
    )
  if (!lacksForm && withoutForm)
    throw new UsageError(
      'it brings a form, or may: accept it without --without-form',
      worded('此件带有{form}或可能带有，请写“受理”，不写“无{form}”', nouns),
    )
}

/** Nothing is returned that can't be mended any more. */
function checkTime(call: Call | undefined, { record }: DecideNeeds): void {
  if (call !== undefined && record.clock() >= call.deadline)
    throw new UsageError(
      'the deadline has passed, nothing can be mended any more: accept or reject',
      '截止时间已过，对方来不及修改，不能退回：请写受理或不予受理',
    )
}

/** The state before the last decision; a letter takes back what was told, where something was. */
function takeBack({ id, decisions }: Case, _: Deciding, needs: DecideNeeds): Said {
  const force = inForce(decisions)
  const [before, last] = force.slice(-2)
  if (before === undefined || last === undefined || last.decidedBy === null)
    throw new UsageError(
      `message ${id} has no decision of a person's: there is nothing to undo`,
      `第${id}号没有可撤销的人工决定`,
    )
  if (!isByPerson(last) && last.decision.replayed !== true)
    throw new UsageError(
      `the last decision on message ${id} was not a person's: decide anew`,
      `第${id}号的上一决定不是人工作出的，请直接写新的决定`,
    )
  const decision = inTime(broughtBack(before.decision), needs)
  return { decision, letter: letterFor(id, [before, last], needs), voice: { ...before, decision } }
}

/** Closing told nobody anything; and what never went out needs no correction. */
function letterFor(id: number, [before, last]: readonly [OnRecord, OnRecord], { toldFor }: DecideNeeds) {
  if (last.decision.closed === true) return 'none'
  const told = toldFor(id)
  const wasTold = ({ id: decision, decidedBy }: OnRecord) =>
    told.some(purpose => tellsOf(purpose, decidedBy === null ? null : decision))
  if (wasTold(last)) return 'correction'
  return wasTold(before) ? 'unsaid' : 'reply'
}

/** Nothing is returned anew that can't be mended any more. */
const inTime = (decision: Decision, { calls, record }: DecideNeeds): Decision =>
  decision.outcome === 'returned' &&
  calls().some(({ id, deadline }) => id === decision.call && deadline <= record.clock())
    ? { ...decision, outcome: 'held' }
    : decision
