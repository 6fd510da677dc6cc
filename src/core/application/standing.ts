import type { Applicant } from '../call/applicant.ts'
import type { Applied } from '../judge/applied.ts'
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

/** The same of whose it is; null where nothing counts any more, or none came yet. */
export function appliedBefore(
  applicant: Applicant,
  all: readonly Submission[],
  receivedAt: Date | null,
): Applied | null {
  const chain = chainOf(all.filter(one => !isLater(one.receivedAt, receivedAt)))
  const counting = chain.slice(chain.findLastIndex(({ ended }) => ended) + 1)
  if (counting.length === 0) return null
  const standing = counting.find(one => one.standing)
  const theirs = standing === undefined ? counting : [standing]
  const senders = theirs.flatMap(({ sender }) => sender?.toLowerCase() ?? [])
  return { applicant, senders: [...new Set(senders)], stands: standing !== undefined }
}

const isLater = (one: Date | null, than: Date | null): boolean => one !== null && than !== null && one > than
