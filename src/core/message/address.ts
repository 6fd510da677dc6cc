import type { Address } from './message.ts'

/** «机械工程学院党委 <jxdw@dlut.edu.cn>» or a bare address, as the configuration has checked it. */
export function parseAddress(text: string): Address {
  const [, name, address] = /^\s*"?([^"<]*?)"?\s*<([^<>]+)>\s*$/.exec(text) ?? []
  return address === undefined ? { name: '', address: text.trim() } : { name: name ?? '', address }
}

/** What stands behind the @, in lower case. */
export const domainOf = (address: string): string => address.slice(address.lastIndexOf('@') + 1).toLowerCase()
