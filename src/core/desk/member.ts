import { domainOf, parseAddress } from '../message/address.ts'
import { isAutomatic } from '../message/automatic.ts'

/** One of the staff who decide by mail; `address` in lower case, `name` as decisions bear it. */
export type Member = { readonly name: string; readonly address: string }

/** «王老师 <wang@dlut.edu.cn>» or a bare address, which then stands for the name, as the configuration has checked it. */
export function memberOf(written: string): Member {
  const { name, address } = parseAddress(written)
  return { name: name === '' ? address.trim() : name, address: address.trim().toLowerCase() }
}

/** Those of none of our own domains, nor of a part of one: our server proves such an address less surely. */
export const membersOutside = (members: readonly Member[], domains: readonly string[]): readonly Member[] =>
  members.filter(({ address }) => !domains.some(one => isWithin(domainOf(address), one.toLowerCase())))

const isWithin = (domain: string, own: string): boolean => domain === own || domain.endsWith(`.${own}`)

/** Parts of addresses behind which many read, or nobody. */
const MANY = [
  ...['all', 'list', 'lists', 'listserv', 'group', 'groups', 'everyone', 'everybody', 'members', 'majordomo'],
  ...['mailman', 'sympa', 'subscribe', 'unsubscribe', 'announce', 'newsletter', 'allstaff', 'allusers'],
]
const NOBODY = ['noreply', 'donotreply', 'nobody', 'devnull', 'mailer', 'daemon', 'postmaster', 'bounce', 'bounces']

/** Why an address can't be a member's: a list, or one that nobody reads; null where nothing speaks against it. */
export function whyNoMember(written: string): 'list' | 'nobody' | null {
  const { address } = memberOf(written)
  const local = address.slice(0, address.lastIndexOf('@'))
  const words = local.split(/[^a-z0-9]+/)
  if (isAutomatic([], address) || words.some(word => NOBODY.includes(word)) || NOBODY.includes(words.join('')))
    return 'nobody'
  return words.some(word => MANY.includes(word)) ? 'list' : null
}
