import type { ListedSubmission } from '../core/listed-submission.ts'

/** What `shenbao list` is narrowed to; what isn't named doesn't matter. */
export type ListFilter = {
  readonly call?: string
  readonly outcome?: string
  /** A part of the branch's name. */
  readonly branch?: string
  readonly standing?: boolean
}

export const passes = (message: ListedSubmission, { call, outcome, branch, standing }: ListFilter): boolean =>
  (call === undefined || message.call === call) &&
  (outcome === undefined || message.outcome === outcome) &&
  (branch === undefined || (message.branch ?? '').includes(branch)) &&
  (standing !== true || message.standing)
