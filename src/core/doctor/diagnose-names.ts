import type { Call } from '../call/call.ts'
import { expectedName } from '../naming/expected.ts'
import { readName, tellsCall } from '../naming/read-name.ts'
import { bad, type Diagnosis } from './diagnosis.ts'

/** So many branches of a roster are tried: templates decide, not rows. */
const TRIED = 50

/** Calls that are open at the same time and could claim the same subject: then only their dates tell whose an application is. */
export function diagnoseNames(calls: readonly Call[], now: Date): readonly Diagnosis[] {
  const open = calls.filter(({ deadline }) => now <= deadline)
  return open.flatMap((one, index) =>
    open.slice(index + 1).flatMap(other => {
      const name = isTogether(one, other) ? (claimedBy(one, other) ?? claimedBy(other, one)) : null
      return name === null ? [] : [warning(one, other, name)]
    }),
  )
}

const isTogether = (one: Call, other: Call): boolean => begins(one) <= other.deadline && begins(other) <= one.deadline

const begins = ({ announced }: Call): Date => new Date(`${announced}T00:00:00+08:00`)

/** A right subject of one call that the other would take as well. */
function claimedBy(one: Call, other: Call): string | null {
  const names = one.roster
    .slice(0, TRIED)
    .map(({ name }) => expectedName(one.naming.subject, { unit: one.unit, [one.applicant.key]: name, shown: name }))
  return names.find(name => isTaken(name, other)) ?? null
}

function isTaken(name: string, call: Call): boolean {
  return name !== '' && tellsCall(readName(name, 'subject', call), 'subject', call)
}

const warning = (one: Call, other: Call, name: string): Diagnosis =>
  bad(
    `calls ${one.id}, ${other.id}`,
    `both are open and both claim the subject «${name}»`,
    'give their subjects different titles, or let the first one close before the other is announced',
  )
