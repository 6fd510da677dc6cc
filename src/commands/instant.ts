import { InvalidArgumentError } from 'commander'

/** A time with its offset: without one it would depend on the machine. */
export function toInstant(text: string): Date {
  const instant = new Date(text)
  if (/T.*(?:Z|[+-]\d{2}:?\d{2})$/.test(text) && !Number.isNaN(instant.getTime())) return instant
  throw new InvalidArgumentError('a time with its offset is needed, such as 2024-05-19T16:00:00+08:00.')
}
