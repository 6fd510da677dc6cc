import type { Call } from '../call/call.ts'
import type { Decision } from '../judge/decision.ts'
import type { Address } from '../message/message.ts'
import { recipientOf } from './recipient.ts'
import type { ReplyInput } from './reply.ts'

type ToAddress = Pick<ReplyInput, 'decision' | 'message' | 'call' | 'decided' | 'service' | 'application'>

/** To whom a reply goes; nobody where none is ever sent. What staff handed in for a branch is answered to the branch. */
export function addresseesOf(input: ToAddress): readonly Address[] {
  const { decision, message, call, service } = input
  if (isHandedIn(decision)) return wasAccepted(input) ? branchAddresses(decision, call) : []
  const owner = ownerToldBy(input)
  const sender = owner === null ? message : { from: [{ name: '', address: owner }], replyTo: [] }
  const to = decision.answer === 'never' && owner === null ? null : recipientOf(sender, service.from.address)
  return to === null ? [] : [to]
}

/** Whose application a person ended: they are told, whoever asked for it; null where nobody's was, or of other decisions. */
export const ownerToldBy = ({ decision, application }: Pick<ReplyInput, 'decision' | 'application'>): string | null =>
  decision.ended === true ? (application?.protected ?? null) : null

/** From the committee's own mailbox: staff handed it in for the branch. */
export const isHandedIn = ({ problems }: Pick<Decision, 'problems'>): boolean =>
  problems.some(({ code }) => code === 'sender.own')

const wasAccepted = ({ decision, decided }: ToAddress): boolean =>
  decision.outcome === 'accepted' || decided?.before === 'accepted'

/** Those that the roster lists for the branch. */
const branchAddresses = ({ branch }: Decision, call: Call | null): readonly Address[] => {
  const emails = call?.roster.find(({ name }) => name === branch?.name)?.emails ?? []
  return emails.map(address => ({ name: '', address }))
}

/** Whether anybody gets a receipt for what was accepted; where nobody does, staff must tell the branch. */
export const isReceiptSent = (decision: Decision, call: Call | null): boolean =>
  isHandedIn(decision) ? branchAddresses(decision, call).length > 0 : decision.answer === 'full'
