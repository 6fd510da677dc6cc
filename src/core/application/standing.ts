import type { Standing } from '../judge/findings/sender-findings.ts'
import { type Application, chainOf, type Submission } from './application.ts'

/** What stands of these submissions, where its sender is known. */
export function standingOf(submissions: readonly Submission[]): Standing | null {
  const found = chainOf(submissions).find(one => one.standing)
  return found === undefined || found.sender === null ? null : { sender: found.sender, files: found.files }
}

/** What stood when a message was received: what came later protects nobody against what came before. */
export const standingBefore = (application: Application | null, receivedAt: Date | null): Standing | null =>
  standingOf((application?.chain ?? []).filter(one => !isLater(one.receivedAt, receivedAt)))

const isLater = (one: Date | null, than: Date | null): boolean => one !== null && than !== null && one > than
