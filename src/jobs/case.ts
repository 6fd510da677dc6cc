import type { Application } from '../core/application/application.ts'
import { entryNamed, entryNames } from '../core/application/entry-names.ts'
import { applicantOf, type Decision } from '../core/judge/decision.ts'
import type { OnRecord } from '../core/judge/in-force.ts'
import { UsageError } from '../errors.ts'

export type CaseNeeds = {
  readonly find: (id: number) => { readonly sameAs: number | null; readonly state: string } | null
  readonly decisions: { of(id: number, entry: number): readonly OnRecord[] }
  /** The places of a message's entries. */
  readonly entries: (id: number) => readonly number[]
  readonly applications: { find(call: string, applicant: string): Application | null }
}

/** An entry on which something can be decided; `isSetAside`: the message's documents were not read. */
export type FoundCase = {
  readonly id: number
  readonly entry: number
  readonly decision: Decision
  readonly decisions: readonly OnRecord[]
  readonly isSetAside: boolean
  /** What the message brings besides. */
  readonly others: readonly Decision[]
}

/** `name`: of the entry, as entryNames has it; null where there is one. Throws UsageError, with a sentence, where nothing can be decided on it. */
export function caseOf(id: number, name: string | null, needs: CaseNeeds): FoundCase {
  const row = needs.find(id)
  if (row === null) throw new UsageError(`there is no message ${id}: shenbao list shows them`, `没有第${id}号邮件`)
  if (row.sameAs !== null)
    throw new UsageError(
      `message ${id} is the same mail as ${row.sameAs}: decide on ${row.sameAs}`,
      `第${id}号与第${row.sameAs}号是同一封，请对第${row.sameAs}号办理`,
    )
  // Of a message that was reopened the decisions are left, and no entry.
  const places = needs.entries(id)
  const entries = (places.length === 0 ? [0] : places).map(entry => ({
    entry,
    decisions: needs.decisions.of(id, entry),
  }))
  const { entry, decisions } = chosen(id, name, entries)
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
  const others = entries.flatMap(one => (one.entry === entry ? [] : (one.decisions.at(-1)?.decision ?? [])))
  return { id, entry, decision, decisions, isSetAside: row.state === 'quarantined', others }
}

type EntryOnRecord = { readonly entry: number; readonly decisions: readonly OnRecord[] }

/** Of a message with several entries the one that is meant must be named. */
function chosen(id: number, name: string | null, entries: readonly EntryOnRecord[]): EntryOnRecord {
  const [only = { entry: 0, decisions: [] }, ...others] = entries
  if (name === null && others.length === 0) return only
  const named = entries.map(({ decisions }) => {
    const decision = decisions.at(-1)?.decision
    return { call: decision?.call ?? null, applicant: decision === undefined ? null : applicantOf(decision) }
  })
  const found = entries[(name === null ? null : entryNamed(name, named)) ?? -1]
  if (found !== undefined) return found
  const choices = entryNames(named).map(one => `--entry ${one}`)
  throw new UsageError(
    others.length === 0
      ? `message ${id} brings something for one applicant only: leave --entry out`
      : `message ${id} brings something for ${entries.length} applicants: say which is meant: ${choices.join(' | ')}`,
    others.length === 0
      ? `第${id}号只有一个申报人，不必另写`
      : `第${id}号有${entries.length}个申报人，请写明是哪一个：${entryNames(named).join('、')}`,
  )
}

const DECIDABLE: readonly Decision['relation'][] = ['application', 'inquiry', 'withdrawal', 'evidence', 'declined']

/** The submission whose files it repeats. */
function originalOf(id: number, decision: Decision, { applications }: CaseNeeds): number | null {
  const { call } = decision
  const applicant = applicantOf(decision)
  const chain = call === null || applicant === null ? [] : (applications.find(call, applicant.key)?.chain ?? [])
  const mine = chain.find(({ messageId }) => messageId === id)
  const original = mine?.repeats ? chain.find(one => !one.repeats && one.version === mine.version) : undefined
  return original?.messageId ?? null
}
