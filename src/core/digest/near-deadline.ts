import type { DigestFacts } from './facts.ts'

const MINUTE = 60_000

/** Within a minute of its deadline the seconds tell what was in time and what was late. */
export const precisionNear = (at: Date, deadline: Date | undefined): 'minute' | 'second' =>
  deadline !== undefined && Math.abs(at.getTime() - deadline.getTime()) < MINUTE ? 'second' : 'minute'

export const deadlineOf = ({ calls }: Pick<DigestFacts, 'calls'>, call: string | null): Date | undefined =>
  calls.find(({ id }) => id === call)?.deadline
