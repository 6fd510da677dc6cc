import { type HeaderField, headerValue } from './message.ts'

/** The header field that marks our own mail, so that it never answers itself. */
export const LOOP_MARKER = 'x-shenbao'

const SUBJECTS =
  /^\s*(?:自动回复|自动答复|系统退信|退信通知|退信|回执|已读|撤回邮件|邮件撤回|undeliver|undelivered|delivery status|out of office|automatic reply|auto(?:matic)?[ -]?reply|mail delivery)/i
const SENDERS = /^(?:mailer-daemon|postmaster|no-?reply|bounces?)(?:[+-][^@]*)?@/i

/** Whether a message bears the marks of automatic mail (RFC 3834, RFC 2369, and what Chinese servers write). */
export function isAutomatic(headers: readonly HeaderField[], from: string | null): boolean {
  const value = (name: string) => headerValue(headers, name)?.trim().toLowerCase() ?? null
  const submitted = value('auto-submitted')
  if (submitted !== null && !/^no\b/.test(submitted)) return true
  if (value('return-path') === '<>') return true
  if (/^(?:bulk|junk|list)\b/.test(value('precedence') ?? '')) return true
  if (headers.some(({ name }) => MARKS.has(name) || name.startsWith('list-'))) return true
  if (/^multipart\/report\b/.test(value('content-type') ?? '')) return true
  if ((value('x-mailer') ?? '').includes('coremail mta server')) return true
  return SENDERS.test(from ?? '') || SUBJECTS.test(headerValue(headers, 'subject')?.slice(0, 200) ?? '')
}

const MARKS = new Set(['x-autoreply', 'x-autorespond', 'x-auto-response-suppress'])
