import type { Application } from '../core/application/application.ts'
import type { Decision } from '../core/judge/decision.ts'
import type { OnRecord } from '../core/judge/in-force.ts'
import { UsageError } from '../errors.ts'

export type CaseNeeds = {
  readonly find: (id: number) => { readonly sameAs: number | null; readonly state: string } | null
  readonly decisions: { of(id: number): readonly OnRecord[] }
  readonly applications: { find(call: string, branch: string): Application | null }
}

/** A message on which something can be decided; `isSetAside`: its documents were not read. */
export type FoundCase = {
  readonly id: number
  readonly decision: Decision
  readonly decisions: readonly OnRecord[]
  readonly isSetAside: boolean
}

/** Throws UsageError, with a sentence, where nothing can be decided on the message. */
export function caseOf(id: number, needs: CaseNeeds): FoundCase {
  const row = needs.find(id)
  if (row === null) throw new UsageError(`there is no message ${id}: shenbao list shows them`, `没有第${id}号邮件`)
  if (row.sameAs !== null)
    throw new UsageError(
      `message ${id} is the same mail as ${row.sameAs}: decide on ${row.sameAs}`,
      `第${id}号与第${row.sameAs}号是同一封，请对第${row.sameAs}号办理`,
    )
  const decisions = needs.decisions.of(id)
  const decision = decisions.at(-1)?.decision
  if (row.state === 'received' && decision !== undefined)
    throw new UsageError(
      `message ${id} is tried again by the next sweep: decide then`,
      `第${id}号正在重新处理，请稍后再办`,
    )
  if (decision === undefined && row.state !== 'judged')
    throw new UsageError(
      `message ${id} could not be judged yet: there is nothing to decide on`,
      `第${id}号尚未处理完，请稍后再办`,
    )
  if (decision === undefined || !DECIDABLE.includes(decision.relation))
    throw new UsageError(`message ${id} is no application: there is nothing to decide`, `第${id}号不是申报`)
  const original = originalOf(id, decision, needs)
  if (original !== null)
    throw new UsageError(
      `message ${id} only repeats the files of ${original}: decide on ${original}`,
      `第${id}号与第${original}号的文件相同，请对第${original}号办理`,
    )
  return { id, decision, decisions, isSetAside: row.state === 'quarantined' }
}

const DECIDABLE: readonly Decision['relation'][] = ['application', 'inquiry', 'withdrawal', 'evidence', 'declined']

/** The submission whose files it repeats. */
function originalOf(id: number, { call, branch }: Decision, { applications }: CaseNeeds): number | null {
  const chain = call === null || branch === null ? [] : (applications.find(call, branch.name)?.chain ?? [])
  const mine = chain.find(({ messageId }) => messageId === id)
  const original = mine?.repeats ? chain.find(one => !one.repeats && one.version === mine.version) : undefined
  return original?.messageId ?? null
}
