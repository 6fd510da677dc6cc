import type { Applicant } from '../core/call/applicant.ts'
import type { Call } from '../core/call/call.ts'
import type { CallFacts, RosterRow } from '../core/digest/facts.ts'
import { reminderNotice } from '../core/digest/reminder.ts'
import type { Decision } from '../core/judge/decision.ts'
import type { Target } from '../core/judge/findings/naming-findings.ts'
import type { Address } from '../core/message/message.ts'
import { recipientOf } from '../core/reply/recipient.ts'
import type { Lacking, Reminded } from '../core/reply/reminder-letter.ts'
import type { Mailing, Told } from '../core/sending/mailing.ts'
import type { OutgoingMail } from '../core/sending/outgoing-mail.ts'
import { dayIn } from '../core/text/day.ts'
import { zonedTime } from '../core/text/time.ts'
import { UsageError } from '../errors.ts'
import type { Answered } from './record-needs.ts'

export type RemindNeeds = {
  readonly clock: () => Date
  readonly transaction: <Result>(work: () => Result) => Result
  readonly call: (id: string) => Call | null
  /** Where the call stands now. */
  readonly now: (call: Call) => CallFacts
  readonly mailings: {
    told(call: string, kind: 'reminder'): readonly Told[]
    add(mailing: Mailing, at: Date): void
  }
  readonly mail: {
    decisionOn(id: number, entry: number): Pick<Decision, 'answer' | 'stranger' | 'form'> | null
    answered(id: number): Promise<Answered>
    compose(reminded: Omit<Reminded, 'service'>): OutgoingMail
  }
  readonly settings: {
    readonly timezone: string
    readonly replies: 'hold' | 'live'
    /** Our own address, the one to apply to, and whom to ask. */
    readonly from: string
    readonly mailbox: string
    readonly contact: string
  }
}

/** Somebody who is reminded, why, and the letter. */
export type Reminder = {
  readonly applicant: Applicant
  readonly lacking: Lacking
  readonly messageId: number | null
  readonly mail: OutgoingMail
}

export type RemindPlan = {
  readonly call: Call
  readonly reminders: readonly Reminder[]
  /** Those to remind of whom no address is known. */
  readonly unreachable: readonly string[]
  /** Those who were reminded today. */
  readonly today: readonly string[]
  /** A notice to copy. */
  readonly notice: readonly string[]
}

const LACKING: readonly RosterRow['state'][] = ['none', 'evidence', 'declining', 'returned']

/** `entry`: of the message. */
type Whom = {
  readonly applicant: Applicant
  readonly root: string | null
  readonly lacking: Lacking
  readonly message: number | null
  readonly entry: number
}

/** Whom a reminder would reach; records and sends nothing. Throws UsageError, with a sentence, where nobody is to be reminded any more. */
export async function planReminders(callId: string, needs: RemindNeeds): Promise<RemindPlan> {
  const call = openCall(callId, needs)
  const facts = needs.now(call)
  const told = toldToday(call, needs)
  const targets = targetsIn(facts)
  const letters = await Promise.all(
    targets
      .filter(({ applicant }) => !told.has(applicant.key))
      .map(async (target, index) => ({
        target,
        reminder: await reminderTo(target, { call, place: index + 1 }, needs),
      })),
  )
  return {
    call,
    reminders: letters.flatMap(({ reminder }) => reminder ?? []),
    unreachable: letters.flatMap(({ target, reminder }) => (reminder === null ? [target.applicant.shown] : [])),
    today: targets.flatMap(({ applicant }) => (told.has(applicant.key) ? [applicant.shown] : [])),
    notice: reminderNotice(facts, { composedAt: needs.clock(), ...needs.settings }),
  }
}

/**
 * Has the worker send them, each once: all are put into the outbox together, and of the planned ones only to those who still lack something
 * and weren't reminded today. Gives the plan as it was carried out.
 */
export async function remind(callId: string, needs: RemindNeeds): Promise<RemindPlan> {
  if (needs.settings.replies === 'hold') throw new UsageError('试运行期间不对外发信：启用发送后再催报。')
  const plan = await planReminders(callId, needs)
  return needs.transaction(() => {
    const call = openCall(callId, needs)
    const told = toldToday(call, needs)
    const lacking = new Map(targetsIn(needs.now(call)).map(one => [one.applicant.key, one.lacking]))
    const reminders = plan.reminders.filter(
      ({ applicant: { key }, lacking: planned }) => lacking.get(key) === planned && !told.has(key),
    )
    const letters = reminders.map(one => ({ ...one, applicant: one.applicant.key, expiresAt: call.deadline }))
    if (letters.length > 0) needs.mailings.add({ call: call.id, kind: 'reminder', about: null, letters }, needs.clock())
    return { ...plan, reminders }
  })
}

function openCall(id: string, { call: find, clock, settings }: RemindNeeds): Call {
  const call = find(id)
  if (call === null) throw new UsageError(`没有${id}这一通知。`)
  if (call.deadline <= clock())
    throw new UsageError(`已于${zonedTime(call.deadline, settings.timezone)}截止，不再催报。`)
  return call
}

/** Nobody hears of it twice a day. */
function toldToday({ id }: Call, { mailings, clock, settings }: RemindNeeds): ReadonlySet<string> {
  const today = dayIn(clock(), settings.timezone)
  const told = mailings.told(id, 'reminder').filter(({ at }) => dayIn(at, settings.timezone) === today)
  return new Set(told.map(({ applicant }) => applicant))
}

/** Those in whose favour nothing stands and whom the committee did not exclude; without a roster nobody is waited for but who was asked to mend. */
const targetsIn = ({ rows }: CallFacts): readonly Whom[] =>
  rows.flatMap(({ applicant, root, listed, excluded, state, message = null, entry = 0 }) =>
    listed && !excluded && LACKING.includes(state)
      ? [{ applicant, root, lacking: state as Lacking, message: state === 'none' ? null : message, entry }]
      : [],
  )

type Place = { readonly call: Call; readonly place: number }

/** In the thread of who wrote, else to the addresses that the roster has; null where there are none. */
async function reminderTo(whom: Whom, { call, place }: Place, needs: RemindNeeds): Promise<Reminder | null> {
  const { applicant, root, lacking } = whom
  const thread = await threadTo(whom, needs)
  const to = thread === null ? rosterAddresses(root, call, needs) : thread.to
  if (to.length === 0) return null
  const at = needs.clock()
  const target: Target = { call, branch: root ?? applicant.key, values: thread?.values ?? {}, shown: applicant.shown }
  const mail = needs.mail.compose({
    call,
    applicant: applicant.shown,
    target,
    lacking,
    to,
    at,
    place,
    message: thread?.message ?? null,
  })
  return { applicant, lacking, messageId: thread?.id ?? null, mail }
}

/** The mail that is to be mended or completed, where its sender may be told of it. */
async function threadTo({ message: id, entry }: Whom, { mail, settings }: RemindNeeds) {
  const decision = id === null ? null : mail.decisionOn(id, entry)
  if (id === null || decision?.answer !== 'full' || decision.stranger === true) return null
  const message = await mail.answered(id)
  const to = recipientOf(message, settings.from)
  return to === null ? null : { id, message, to: [to], values: decision.form?.values ?? {} }
}

function rosterAddresses(root: string | null, { roster }: Call, { settings }: RemindNeeds): readonly Address[] {
  const emails = roster.find(({ name }) => name === root)?.emails ?? []
  return emails.filter(email => email !== settings.from.toLowerCase()).map(address => ({ name: '', address }))
}
