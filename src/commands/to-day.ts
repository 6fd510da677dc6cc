import { InvalidArgumentError } from 'commander'

/** A calendar day `YYYY-MM-DD` that there is. */
export function toDay(text: string): string {
  const isDay = /^\d{4}-\d{2}-\d{2}$/.test(text) && !Number.isNaN(Date.parse(text))
  if (isDay && new Date(text).toISOString().startsWith(text)) return text
  throw new InvalidArgumentError('a day is needed, such as 2024-09-01.')
}
