import type { Command } from '../core/desk/command.ts'
import { type CaseSight, planCase } from '../core/desk/plan-case.ts'
import { isTold } from '../core/desk/verbs.ts'
import { UsageError } from '../errors.ts'
import type { CarryOutNeeds } from './desk-needs.ts'
import { type At, doOrShow, isSure, put, whoIs } from './settle-line.ts'

/** A line about a case: a person's decision on it. */
export async function decideCase(
  command: Extract<Command, { what: 'case' }>,
  at: At,
  needs: CarryOutNeeds,
): Promise<void> {
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

export const caseSight = ({ mail: { address, code } }: At, { sight }: CarryOutNeeds): CaseSight => ({
  ...{ address, code, find: sight.find, calls: sight.calls(), timezone: sight.timezone },
})

const laterOne = (id: number): string => `此后的第${id}号已受理、继续有效，不因这一办法改变`
