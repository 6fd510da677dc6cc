import type { Address, Message } from '../message/message.ts'

/** Plain ASCII addresses only: nothing that could become a second header or a second recipient. */
const ADDRESS = /^[\w.!#$%&'*+/=?^`{|}~-]{1,64}@(?:[a-z0-9-]{1,63}\.){0,8}[a-z0-9-]{1,63}$/i

const domainOf = (address: string): string => address.slice(address.lastIndexOf('@') + 1).toLowerCase()

const only = (addresses: readonly Address[]): string | null => {
  const [first, second] = addresses
  if (first === undefined || second !== undefined) return null
  const address = first.address.slice(0, 400).trim()
  return ADDRESS.test(address) ? address : null
}

/**
 * To whom a reply goes: From where it has exactly one address, or its Reply-To within the same domain; never ourselves.
 * Without the display name, which a stranger chose.
 */
export function recipientOf({ from, replyTo }: Pick<Message, 'from' | 'replyTo'>, own: string): Address | null {
  const isOwn = (address: string) => address.toLowerCase() === own.toLowerCase()
  const sender = only(from)
  if (sender === null || isOwn(sender)) return null
  const wished = only(replyTo)
  const follow = wished !== null && domainOf(wished) === domainOf(sender) && !isOwn(wished)
  return { name: '', address: follow ? wished : sender }
}
