import type { Call } from '../core/call/call.ts'
import type { CallCommand, Command, Reading } from '../core/desk/command.ts'
import type { KnownMail, SettledLine } from '../core/desk/known-mail.ts'
import type { LineResult } from '../core/desk/line-result.ts'
import { type CallPlan, planCall } from '../core/desk/plan-call.ts'
import { type CaseSight, planCase, planUnclear } from '../core/desk/plan-case.ts'
import { readLine } from '../core/desk/read-line.ts'
import { readMail } from '../core/desk/read-mail.ts'
import { isTold } from '../core/desk/verbs.ts'
import { UsageError } from '../errors.ts'
import type { CarryOutNeeds } from './desk-needs.ts'
import type { Around } from './within.ts'

/** So many lines that nobody understands, and the rest is not read: it is no mail to the desk. */
const MOST_UNKNOWN = 5

/**
 * Carries out what staff wrote, a line after another, each in one transaction with the note that it was: after a kill it goes on where it
 * was. Gives the mails that are through.
 */
export async function carryOut(needs: CarryOutNeeds): Promise<readonly number[]> {
  const waiting = needs.mails.open('waiting', needs.clock())
  for (const mail of waiting) {
    await carryOutOne(mail, needs)
    needs.mails.finish(mail.id)
  }
  return waiting.map(({ id }) => id)
}

async function carryOutOne(mail: KnownMail, needs: CarryOutNeeds): Promise<void> {
  const settled = new Set(needs.lines.lines(mail.id).map(({ line }) => line))
  let unknown = 0
  const readings = readMail(mail.lines, needs.sight.calls())
  if (
    readings.length > 0 &&
    readings.every(saysNothing) &&
    settled.size === 0 &&
    needs.lines.shownUnder(mail.code.id).length > 0
  )
    return put('refused', [STILL_SHOWN], { mail, line: 1, said: mail.lines.join(' '), confirmedBy: null }, needs)
  for (const [index, reading] of readings.entries()) {
    const said = mail.lines[index] ?? ''
    if (reading.kind === 'refused' && !reading.known) unknown += 1
    if (unknown > MOST_UNKNOWN) return
    if (reading.kind === 'courtesy' || settled.has(index + 1)) continue
    await settle(reading, { mail, line: index + 1, said, confirmedBy: null }, needs)
  }
}

/** A line that speaks of no case and orders nothing, as «可以，发吧» does: it may be about what is still to be confirmed. */
const saysNothing = (reading: Reading): boolean =>
  reading.kind === 'courtesy' ||
  (reading.kind === 'unclear' && reading.asked.on === null) ||
  (reading.kind === 'refused' && !reading.known)

/** `confirmedBy`: the mail that confirms it; null: it is looked at for the first time. */
type At = {
  readonly mail: KnownMail
  readonly line: number
  readonly said: string
  readonly confirmedBy: number | null
}

const DIFFERS = '来信的网页格式与纯文本内容不一致，为防误办未予办理：请新写一封，或用纯文本格式回复'

async function settle(reading: Reading, at: At, needs: CarryOutNeeds): Promise<void> {
  if (at.mail.differs) return put('refused', [DIFFERS], at, needs)
  if (reading.kind === 'refused') return put('refused', [reading.why], at, needs)
  if (reading.kind === 'courtesy') return
  if (reading.kind === 'unclear') {
    const { why, case: id } = planUnclear(reading.asked, caseSight(at, needs))
    return put('refused', [why], at, needs, { case: id })
  }
  try {
    await perform(reading.command, at, needs)
  } catch (error) {
    if (!(error instanceof UsageError)) throw error
    put('refused', error.told.split('\n'), at, needs)
  }
}

/** The case that a line is about, and the entry of it, where it is known which. */
type About = Pick<LineResult, 'case' | 'entry'>

function put(
  state: SettledLine['state'],
  texts: readonly string[],
  at: At,
  needs: CarryOutNeeds,
  about: About | null = null,
): void {
  const { mail, line, said, confirmedBy } = at
  const result = { said, texts, case: null, ...about }
  needs.mails.settle({ mail: mail.id, line, state, result }, confirmedBy, needs.clock())
}

async function perform(command: Command, at: At, needs: CarryOutNeeds): Promise<void> {
  switch (command.what) {
    case 'help':
      return put('done', [], at, needs)
    case 'go':
      return confirmShown(at, needs)
    case 'case':
      return decideCase(command, at, needs)
    default:
      return changeCall(command, at, needs)
  }
}

const STILL_SHOWN = '“待您确认”的各项尚未办理：要办理的，请回复“确认”二字；不办的不必回复'
const NOTHING_SHOWN = '没有待确认的事项：可能已经办理，或用的不是列出该事项的那封邮件的口令'
const EXPIRED = '口令已失效，未予办理：请用本邮件的新口令重新写'

/** What the answer under this code showed is done now, each line as it was read then. */
async function confirmShown(at: At, needs: CarryOutNeeds): Promise<void> {
  const { code, id } = at.mail
  if (code.state !== 'good') return put('refused', [EXPIRED], at, needs)
  for (const shown of needs.lines.shownUnder(code.id)) {
    const origin = needs.mails.find(shown.mail, needs.clock())
    const said = origin?.lines[shown.line - 1]
    if (origin === null || said === undefined || origin.address !== at.mail.address) continue
    const reading = readLine(said, needs.sight.calls())
    await settle(reading, { mail: origin, line: shown.line, said, confirmedBy: id }, needs)
  }
  const any = needs.lines.confirmedBy(id).length > 0
  put(any ? 'done' : 'refused', any ? [] : [NOTHING_SHOWN], at, needs)
}

/** Done at once where it is proven whose mail it is, or confirmed; else shown first. */
const isSure = ({ mail, confirmedBy }: At): boolean => mail.proof === 'proven' || confirmedBy !== null

async function decideCase(command: Extract<Command, { what: 'case' }>, at: At, needs: CarryOutNeeds): Promise<void> {
  const { sight } = needs
  const plan = planCase(command, caseSight(at, needs))
  if (plan.kind === 'refused') return put('refused', [plan.why], at, needs, { case: plan.case })
  const { id } = plan.case
  const { entry: place, decisionId } = plan.on
  const { deed: verdict, branch, entry, reason, withoutForm, mustAsk } = plan
  const before = () => {
    const now = sight.find(id)?.entries.find(one => one.entry === place)
    if (now?.decisionId !== decisionId) throw new UsageError('overtaken', '此后已有新的决定，未予办理')
  }
  const sure = isSure(at) && (!mustAsk || at.confirmedBy !== null)
  const who = whoIs(at, needs)
  const told = isTold(command.verb)
    ? [`告知的理由：${reason}`, ...(plan.on.newer === null ? [] : [laterOne(plan.on.newer)])]
    : []
  await doOrShow({ sure, before, about: { case: id, entry: place }, call: [] }, at, needs, around =>
    needs.deeds.decide(
      id,
      { verdict, by: who, reason, branch, entry, withoutForm },
      { ...around, after: texts => around.after([...texts, ...told]) },
    ),
  )
}

const caseSight = ({ mail: { address, code } }: At, { sight }: CarryOutNeeds): CaseSight => ({
  ...{ address, code, find: sight.find, calls: sight.calls(), timezone: sight.timezone },
})

const whoIs = ({ mail }: At, { members }: CarryOutNeeds): string =>
  members.find(({ address }) => address === mail.address)?.name ?? mail.address

async function changeCall(command: CallCommand, at: At, needs: CarryOutNeeds): Promise<void> {
  const { sight, clock } = needs
  const { address, code } = at.mail
  if (code.state !== 'good') return put('refused', [EXPIRED], at, needs)
  const { said } = at
  const plan = planCall(command, { address, said, calls: sight.calls(), now: clock(), timezone: sight.timezone })
  if (plan.kind === 'refused') return put('refused', [plan.why], at, needs)
  const sure = reachesMany(plan) ? at.confirmedBy !== null : isSure(at)
  const doing = { sure, before: () => {}, about: null, call: nameOf(plan.call, needs) }
  return doOrShow(doing, at, needs, deedFor(plan, at, needs))
}

const laterOne = (id: number): string => `此后的第${id}号已受理、继续有效，不因这一办法改变`

type Planned = Exclude<CallPlan, { readonly kind: 'refused' }>

/** Papers go to who asks and nobody else, and what is settled of one touches one; all else is shown first. */
const reachesMany = (plan: Planned): boolean =>
  plan.kind === 'check'
    ? plan.applicant === null
    : plan.kind === 'amend' || plan.command.what === 'remind' || plan.command.what === 'result'

function deedFor(plan: Planned, at: At, needs: CarryOutNeeds): (around: Around<readonly string[]>) => Promise<void> {
  const { deeds } = needs
  const { id, address } = at.mail
  const by = whoIs(at, needs)
  const call = plan.call.id
  if (plan.kind === 'amend') return around => deeds.amend(call, plan.wish, { by, reason: plan.reason }, around)
  if (plan.kind === 'check') {
    const { check, verdict, reason } = plan.command
    return around => deeds.confirm({ call, applicant: plan.applicant, check, verdict }, { by, reason }, around)
  }
  const { command } = plan
  switch (command.what) {
    case 'remind':
      return around => deeds.remind(call, around)
    case 'result':
      return around => deeds.announce({ call, group: command.group, mail: id, address }, around)
    default: {
      const applicant = command.what === 'file' ? command.applicant : ''
      const asked = { kind: command.what, call: plan.call, applicant, mail: at.confirmedBy ?? id, address }
      return around => deeds.give(asked, around)
    }
  }
}

/** Which call a line was about, where it can be another: a wrong one must be seen before it is confirmed. */
const nameOf = ({ title }: Call, { sight }: CarryOutNeeds): readonly string[] =>
  sight.calls().length > 1 ? [`通知：${title}`] : []

/** `call`: named in front of what is said. */
type Doing = {
  readonly sure: boolean
  readonly before: () => void
  readonly about: About | null
  readonly call: readonly string[]
}

/** Done, with the note of it in the same transaction; or rehearsed, and shown what would come of it. */
async function doOrShow(
  { sure, before, about, call }: Doing,
  at: At,
  needs: CarryOutNeeds,
  work: (around: Around<readonly string[]>) => Promise<void>,
): Promise<void> {
  if (sure)
    return work({ before, after: texts => put('done', [...call, ...texts], at, needs, about), rehearsal: false })
  let shown: readonly string[] = []
  await work({
    before,
    after: texts => {
      shown = [...call, ...texts]
    },
    rehearsal: true,
  })
  put('shown', shown, at, needs, about)
}
