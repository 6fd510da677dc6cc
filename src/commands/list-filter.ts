import type { ListedLine, ListedSubmission } from '../core/application/listed-submission.ts'

/** What `shenbao list` is narrowed to; what isn't named doesn't matter. */
export type ListFilter = {
  readonly call?: string
  readonly outcome?: string
  /** A part of the applicant's name. */
  readonly branch?: string
  readonly standing?: boolean
}

type Narrowed = Pick<ListedLine, 'call' | 'outcome' | 'shown' | 'standing'>

const passes = (message: Narrowed, { call, outcome, branch, standing }: ListFilter): boolean =>
  (call === undefined || message.call === call) &&
  (outcome === undefined || message.outcome === outcome) &&
  (branch === undefined || (message.shown ?? '').includes(branch)) &&
  (standing !== true || message.standing)

/** Those that pass, one after the other. */
export function* only<Message extends Narrowed>(messages: Iterable<Message>, filter: ListFilter): Iterable<Message> {
  for (const message of messages) if (passes(message, filter)) yield message
}

/** Of whose entries one passes; of one without any the message itself must. */
export function* onlyWith(messages: Iterable<ListedSubmission>, filter: ListFilter): Iterable<ListedSubmission> {
  for (const message of messages) {
    const { call, outcome, entries } = message
    const narrowed: readonly Narrowed[] =
      entries.length === 0
        ? [{ call, outcome, shown: null, standing: false }]
        : entries.map(one => ({ ...one, shown: one.applicant?.shown ?? null }))
    if (narrowed.some(one => passes(one, filter))) yield message
  }
}
