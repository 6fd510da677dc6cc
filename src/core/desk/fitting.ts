import type { Decision } from '../judge/decision.ts'
import type { CaseVerb } from './command.ts'
import { verbName } from './verbs.ts'

const ONLY_FOR: Partial<
  Readonly<Record<CaseVerb, { readonly relation: Decision['relation']; readonly what: string }>>
> = {
  withdraw: { relation: 'withdrawal', what: '撤回申请' },
  stay: { relation: 'withdrawal', what: '撤回申请' },
  decline: { relation: 'declined', what: '不申报的来信' },
  file: { relation: 'evidence', what: '佐证材料' },
}
const OF_APPLICATION: readonly CaseVerb[] = ['accept', 'return', 'reject']
const CHOICES: Readonly<Partial<Record<Decision['relation'], readonly CaseVerb[]>>> = {
  application: ['accept', 'return', 'reject', 'close'],
  withdrawal: ['withdraw', 'stay', 'close'],
  declined: ['decline', 'close'],
  evidence: ['file', 'close'],
  inquiry: ['answered'],
}

/** What can't be done to a case of its kind, with what can. */
export function notThat(verb: CaseVerb, id: number, decision: Decision): string | null {
  const { relation } = decision
  const only = ONLY_FOR[verb]
  const fits =
    only === undefined ? !OF_APPLICATION.includes(verb) || relation === 'application' : only.relation === relation
  if (fits) return null
  const choices = (CHOICES[relation] ?? ['close']).map(one => `${id} ${verbName(one)}`).join('，或 ')
  return `第${id}号${only === undefined ? '不是申报' : `不是${only.what}`}，不能“${verbName(verb)}”，请写：${choices}`
}
