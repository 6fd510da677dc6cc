import type { Call } from '../core/call/call.ts'
import type { CallCommand } from '../core/desk/command.ts'
import { type CallPlan, planCall } from '../core/desk/plan-call.ts'
import type { CarryOutNeeds } from './desk-needs.ts'
import { type At, doOrShow, EXPIRED, isSure, put, whoIs } from './settle-line.ts'
import type { Around } from './within.ts'

/** A line about a call: what is changed of it, sent to many, or made of it. */
export async function changeCall(command: CallCommand, at: At, needs: CarryOutNeeds): Promise<void> {
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
