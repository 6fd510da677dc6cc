import type { ListedLine } from '../core/application/listed-submission.ts'

/** What `shenbao list` is narrowed to; what isn't named doesn't matter. */
export type ListFilter = {
  readonly call?: string
  readonly outcome?: string
  /** A part of the branch's name. */
  readonly branch?: string
  readonly standing?: boolean
}

type Narrowed = Pick<ListedLine, 'call' | 'outcome' | 'branch' | 'standing'>

export const passes = (message: Narrowed, { call, outcome, branch, standing }: ListFilter): boolean =>
  (call === undefined || message.call === call) &&
  (outcome === undefined || message.outcome === outcome) &&
  (branch === undefined || (message.branch ?? '').includes(branch)) &&
  (standing !== true || message.standing)

/** Those that pass, one after the other. */
export function* only<Message extends Narrowed>(messages: Iterable<Message>, filter: ListFilter): Iterable<Message> {
  for (const message of messages) if (passes(message, filter)) yield message
}
