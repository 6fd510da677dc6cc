import { InvalidArgumentError } from 'commander'

/** The number of a message, as `shenbao list` shows it. */
export function toId(text: string): number {
  if (/^\d{1,9}$/.test(text)) return Number(text)
  throw new InvalidArgumentError('a number is needed.')
}
