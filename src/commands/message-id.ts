import { InvalidArgumentError } from 'commander'
import type { App, Shown } from '../app.ts'
import { UsageError } from '../errors.ts'

/** The number of a message, as `shenbao list` shows it. */
export function toId(text: string): number {
  if (/^\d{1,9}$/.test(text)) return Number(text)
  throw new InvalidArgumentError('a number is needed.')
}

/** Throws UsageError where there is no such message. */
export function messageOf(id: number, app: App): Shown {
  const shown = app.show(id)
  if (shown === null) throw new UsageError(`there is no message ${id}: shenbao list shows them`)
  return shown
}
