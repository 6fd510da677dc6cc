import type { Outcome } from '../judge/decision.ts'
import type { PlacedSubmission } from './application.ts'

/** The outcomes until now of what is judged anew, by entryKey. */
type Before = ReadonlyMap<string, Outcome>

/** An entry of a message as a key. */
export const entryKey = (messageId: number, entry: number): string => `${messageId}.${entry}`

const keyOf = ({ messageId, entry }: PlacedSubmission): string => entryKey(messageId, entry)

/**
 * Whether nobody waits for an answer on this version: a later one was or is accepted, or its sender is answered on a later one. What was
 * accepted itself is answered all the same, for it was told to stand.
 */
export function isAnsweredByLater(messageId: number, chain: readonly PlacedSubmission[], before: Before): boolean {
  const index = chain.findIndex(one => one.messageId === messageId)
  const mine = chain[index]
  if (mine === undefined) return false
  const later = chain.slice(index + 1).filter(({ repeats }) => !repeats)
  const wasAccepted = (one: PlacedSubmission) => (before.get(keyOf(one)) ?? one.outcome) === 'accepted'
  return later.some(
    one =>
      one.outcome === 'accepted' ||
      wasAccepted(one) ||
      (!wasAccepted(mine) && before.has(keyOf(one)) && isOf(mine.sender, one)),
  )
}

const isOf = (sender: string | null, other: PlacedSubmission): boolean =>
  sender !== null && sender.toLowerCase() === other.sender?.toLowerCase()
