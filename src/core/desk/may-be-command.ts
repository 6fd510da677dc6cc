import { answersUs } from '../message/answers-us.ts'
import { headerValue, type Preview } from '../message/message.ts'
import { codesIn } from './code.ts'

/** Whether a message is worth downloading for the desk: its subject bears a code, or it is from an address of the desk and answers us. */
export function mayBeCommand(preview: Preview, desk: readonly string[]): boolean {
  if (desk.length === 0) return false
  const { subject, headers } = preview
  if (codesIn(subject ?? '').length > 0) return true
  const from = headerValue(headers, 'from')?.toLowerCase() ?? ''
  return answersUs(preview) && desk.some(address => from.includes(address))
}
