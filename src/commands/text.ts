import { InvalidArgumentError } from 'commander'
import { clean } from '../core/text/quote.ts'

/** Words of staff: one line, not empty. */
export function toText(text: string): string {
  const said = clean(text, 1000)
  if (said !== '') return said
  throw new InvalidArgumentError('it may not be empty.')
}
