import type { Decision } from '../judge/decision.ts'
import type { Thread } from './relation.ts'

/** A submission that one of our replies answered; its decision is null where there is none on record. */
export type Answered = { readonly decision: Decision | null }

/** The submission that a mail answers through one of our replies, the latest reference first. */
export function threadThrough(
  references: readonly string[],
  answeredBy: (reference: string) => Answered | null,
): Thread | null {
  for (const reference of [...references].reverse()) {
    const answered = answeredBy(reference)
    if (answered !== null) return threadOf(answered)
  }
  return null
}

const threadOf = ({ decision }: Answered): Thread => ({
  call: decision?.call ?? null,
  branch: decision?.branch?.name ?? null,
  outcome: decision?.outcome ?? null,
  files: decision?.documents.map(({ sha256 }) => sha256) ?? [],
})
