import { clean } from '../text/quote.ts'
import type { DigestFacts } from './facts.ts'

/** How a case's call is named: null where there is only one call, or none is known. */
export function callName(call: string | null, { callNames }: Pick<DigestFacts, 'callNames'>): string | null {
  if (callNames === null || call === null) return null
  return clean(Object.hasOwn(callNames, call) ? (callNames[call] ?? call) : call, 40)
}

/** «样板支部：», in front of a title. */
export const callPrefix = (call: string | null, digest: Pick<DigestFacts, 'callNames'>): string => {
  const name = callName(call, digest)
  return name === null ? '' : `${name}：`
}

/** With more than one call, a line without a case begins with the call's name. */
export const linePrefix = (call: string | null, digest: DigestFacts): string => {
  const name = callName(call, digest)
  return name === null ? '' : `${name} `
}
