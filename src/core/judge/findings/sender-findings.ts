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

export type SenderSeen = {
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
  if (address === null || message.from.length > 1 || authentication === 'failed') {
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

/**
 * Nobody replaces another's accepted application: neither from another address, nor under a name that the server can't confirm. What staff
 * handed in for a branch protects the addresses that the roster lists for it, and nobody where it lists none.
 */
function replaces({ standing, branch, ownAddresses, authentication }: SenderSeen, address: string): boolean {
  if (standing === null) return false
  const listed = branch?.emails ?? []
  const accepted = standing.sender.toLowerCase()
  const entitled = ownAddresses.includes(accepted) ? listed : [accepted, ...listed]
  if (entitled.length === 0) return false
  return !entitled.includes(address.toLowerCase()) || authentication === 'unaligned'
}

/** Whether an address is of one of the domains or of a domain within. */
export function isInside(address: string, domains: readonly string[]): boolean {
  const domain = address.slice(address.lastIndexOf('@') + 1).toLowerCase()
  return domains.some(one => domain === one.toLowerCase() || domain.endsWith(`.${one.toLowerCase()}`))
}
