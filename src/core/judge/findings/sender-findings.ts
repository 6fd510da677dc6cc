import type { Branch } from '../../call/call.ts'
import type { Nouns } from '../../call/nouns.ts'
import type { Authentication } from '../../message/authentication.ts'
import type { Message } from '../../message/message.ts'
import type { Answer } from '../decision.ts'
import { makeProblem } from '../problem-text.ts'
import { type Finding, finding } from './finding.ts'

/** The accepted submission that stands for a branch. */
export type Standing = { readonly sender: string; readonly files: readonly string[] }

export type SenderPolicy = { readonly domains: readonly string[]; readonly others: 'answer' | 'hold' }

type SenderSeen = {
  readonly message: Message
  readonly doubt: 'sender.own' | 'sender.automatic' | null
  readonly authentication: Authentication
  readonly policy: SenderPolicy
  readonly nouns: Nouns
  readonly branch: Branch | null
  readonly standing: Standing | null
  /** Our own, lower case. */
  readonly ownAddresses: readonly string[]
}

/** Doubts about who sent it, and how much an answer may therefore say. */
export function senderFindings(seen: SenderSeen): { readonly findings: readonly Finding[]; readonly answer: Answer } {
  const { message, doubt, authentication, nouns } = seen
  const address = message.from[0]?.address ?? null
  if (doubt !== null)
    return { findings: [finding('doubt', makeProblem(doubt, { seen: address }, nouns))], answer: 'never' }
  if (address === null || isUnproven(message, authentication)) {
    const written = message.from.map(from => from.address).join('、') || null
    return {
      findings: [finding('doubt', makeProblem('sender.unauthenticated', { seen: written }, nouns))],
      answer: 'never',
    }
  }
  const outsider = seen.policy.others === 'hold' && !isInside(address, seen.policy.domains)
  const findings: Finding[] = replaces(seen, address)
    ? [finding('doubt', makeProblem('sender.changed', { seen: address }, nouns))]
    : []
  if (outsider) findings.push(finding('doubt', makeProblem('sender.unauthenticated', { seen: address }, nouns)))
  return { findings, answer: authentication === 'unaligned' || outsider ? 'neutral' : 'full' }
}

/** Nobody replaces another's accepted application: neither from another address, nor under a name that the server can't confirm. */
function replaces(seen: SenderSeen, address: string): boolean {
  const entitled = entitledTo(seen)
  return entitled !== null && (!entitled.includes(address.toLowerCase()) || seen.authentication === 'unaligned')
}

type Protected = Pick<SenderSeen, 'standing' | 'branch' | 'ownAddresses'>

/**
 * Who may speak for what stands, lower case; null while nobody is protected. What staff handed in for a branch protects the addresses that
 * the roster lists for it, and nobody where it lists none.
 */
function entitledTo({ standing, branch, ownAddresses }: Protected): readonly string[] | null {
  if (standing === null) return null
  const accepted = standing.sender.toLowerCase()
  const entitled = [...(ownAddresses.includes(accepted) ? [] : [accepted]), ...(branch?.emails ?? [])]
  return entitled.length === 0 ? null : entitled
}

/** The protected address, one of the branch's in the roster, or, while nobody is protected, any. */
export const isOwn = (address: string, by: Protected): boolean =>
  entitledTo(by)?.includes(address.toLowerCase()) ?? true

/** Of nobody, of several, or of one whom the server calls forged: whoever it is from, nobody is answered. */
export const isUnproven = ({ from }: Pick<Message, 'from'>, authentication: Authentication): boolean =>
  from.length !== 1 || authentication === 'failed'

/** Whether an address is of one of the domains or of a domain within. */
export function isInside(address: string, domains: readonly string[]): boolean {
  const domain = address.slice(address.lastIndexOf('@') + 1).toLowerCase()
  return domains.some(one => domain === one.toLowerCase() || domain.endsWith(`.${one.toLowerCase()}`))
}
