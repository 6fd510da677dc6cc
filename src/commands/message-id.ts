import { InvalidArgumentError } from 'commander'

/** A message's number as it stands on the command line. */
export function toId(text: string): number {
  if (/^\d{1,9}$/.test(text)) return Number(text)
  throw new InvalidArgumentError('a number is needed.')
}
