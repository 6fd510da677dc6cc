import { headerValue, type Preview } from '../message/message.ts'
import { codesIn } from './code.ts'

const OURS = /<shenbao\./i

/** Whether a message is worth downloading for the desk: its subject bears a code, or it is from an address of the desk and answers us. */
export function mayBeCommand({ subject, headers }: Preview, desk: readonly string[]): boolean {
  if (desk.length === 0) return false
  if (codesIn(subject ?? '').length > 0) return true
  const from = headerValue(headers, 'from')?.toLowerCase() ?? ''
  const answers = [headerValue(headers, 'in-reply-to'), headerValue(headers, 'references')].join(' ')
  return OURS.test(answers) && desk.some(address => from.includes(address))
}
