import type { Decision } from '../judge/decision.ts'

/**
 * What a reply tells of, to compare it with others: the same again within ten minutes is not sent. Not what was received, which may
 * differ from mail to mail. null: a receipt, which is always sent.
 */
export const aboutOf = ({ outcome, call, branch, problems, answer }: Decision): string | null =>
  outcome === 'accepted'
    ? null
    : JSON.stringify([
        outcome,
        answer,
        call,
        branch?.name ?? null,
        problems.map(({ code, expected, remedy }) => [code, expected, remedy]),
      ])
