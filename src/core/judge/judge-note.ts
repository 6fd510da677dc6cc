import type { Branch } from '../call/call.ts'
import { readAuthentication } from '../message/authentication.ts'
import type { Note } from '../message/wishes/note.ts'
import { base, noDecision } from './base.ts'
import type { Decision } from './decision.ts'
import { isInside, type Standing } from './findings/sender-findings.ts'
import { makeProblem } from './problem-text.ts'
import type { Rules, Seen } from './rules.ts'

/**
 * What belongs to an application and is no version: filed, and never a change of what stands. A withdrawal waits for a person, and so does
 * «不申报» of a branch whose version was accepted. Whoever isn't known to be of the branch learns only that the mail came.
 */
export function judgeNote(seen: Seen, note: Note, rules: Rules): Decision {
  const { message, time } = seen
  const { call, branch } = note
  const decision = {
    ...base(seen, []),
    ...noDecision,
    call: call.id,
    branch: branch === null ? null : { name: branch.name },
  }
  const from = message.from[0]?.address ?? null
  const authentication = readAuthentication(message.headers, rules.senders.authservId, from)
  if (from === null || message.from.length > 1 || authentication === 'failed') {
    const problems = [makeProblem('sender.unauthenticated', { seen: from }, call.nouns)]
    return { ...decision, relation: note.relation, outcome: 'held', problems, answer: 'never' }
  }
  const standing = branch === null ? null : rules.standing(call.id, branch.name, time.at)
  const own = isOwn(from, branch, { standing, ownAddresses: rules.ownAddresses })
  const relation = note.relation === 'declined' && own && standing !== null ? 'withdrawal' : note.relation
  const known = own && authentication !== 'unaligned' && isAnswered(from, rules)
  return {
    ...decision,
    relation,
    ...(relation === 'withdrawal'
      ? { outcome: 'held', problems: [makeProblem('application.withdrawn', { seen: note.said }, call.nouns)] }
      : { outcome: 'noted' }),
    remarks: time.at !== null && time.at > call.deadline ? ['截止后收到'] : [],
    answer: known ? 'full' : 'neutral',
    ...(own ? {} : { stranger: true }),
  }
}

type Known = { readonly standing: Standing | null; readonly ownAddresses: readonly string[] }

/** The protected address, one of the branch's in the roster, or, while nobody is protected, any. */
export function isOwn(from: string, branch: Branch | null, { standing, ownAddresses }: Known): boolean {
  const address = from.toLowerCase()
  const listed = branch?.emails ?? []
  if (listed.includes(address)) return true
  if (standing === null) return true
  const accepted = standing.sender.toLowerCase()
  // What staff handed in protects the roster's addresses alone.
  return ownAddresses.includes(accepted) ? listed.length === 0 : accepted === address
}

const isAnswered = (from: string, { senders }: Rules): boolean =>
  senders.others === 'answer' || isInside(from, senders.domains)
