import type { JudgedTime } from './clock.ts'

type DeadlineVerdict = 'in-time' | 'late' | 'uncertain'

/** At or before the deadline is in time; `uncertain` where no clock is trusted, or the two that are disagree across the deadline. */
export function judgeDeadline({ at, other }: Pick<JudgedTime, 'at' | 'other'>, deadline: Date): DeadlineVerdict {
  if (at === null) return 'uncertain'
  const inTime = at <= deadline
  if (other !== null && other <= deadline !== inTime) return 'uncertain'
  return inTime ? 'in-time' : 'late'
}
