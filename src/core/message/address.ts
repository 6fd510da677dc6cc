import type { Address } from './message.ts'

/** «机械工程学院党委 <jxdw@dlut.edu.cn>» or a bare address, as the configuration has checked it. */
export function parseAddress(text: string): Address {
  const [, before = '', address] = /^([^<]*)<([^<>]+)>$/.exec(text.trim()) ?? []
  const name = before.trim().replace(/^"|"$/g, '')
  return address === undefined || name.includes('"') ? { name: '', address: text.trim() } : { name, address }
}

/** What stands behind the @, in lower case. */
export const domainOf = (address: string): string => address.slice(address.lastIndexOf('@') + 1).toLowerCase()
