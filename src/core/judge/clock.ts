import type { HeaderField } from '../message/message.ts'
import type { Clock } from './decision.ts'

/** The time a message is judged by, the clock that gave it, and the second trusted clock where there is one. */
export type JudgedTime = { readonly at: Date | null; readonly clock: Clock; readonly other: Date | null }

type Clocks = {
  readonly headers: readonly HeaderField[]
  /** Hosts of our side whose Received header is trusted. */
  readonly receivedBy: readonly string[]
  /** IMAP INTERNALDATE. */
  readonly internalDate: Date | null
  /** Said by a person on the command line: wins over everything. */
  readonly argument: Date | null
}

/** The judged time: when our side's server received the mail. The sender's Date is never judged. */
export function judgedTime({ headers, receivedBy, internalDate, argument }: Clocks): JudgedTime {
  if (argument !== null) return { at: argument, clock: 'argument', other: null }
  const received = receivedTime(headers, receivedBy)
  if (received !== null) return { at: received, clock: 'received', other: internalDate }
  return { at: internalDate, clock: internalDate === null ? null : 'internaldate', other: null }
}

/** The time of the topmost Received header (RFC 5321 §4.4) written `by` one of our hosts; lower ones may be forged. */
function receivedTime(headers: readonly HeaderField[], receivedBy: readonly string[]): Date | null {
  const hosts = new Set(receivedBy.map(host => host.toLowerCase()))
  for (const { name, value } of headers) {
    if (name !== 'received') continue
    const by = /(?:^|\s)by\s+([^\s;()]{1,255})/i.exec(value.slice(0, 4000))?.[1]
    if (by === undefined || !hosts.has(by.toLowerCase())) continue
    return parseDateTime(value.slice(value.lastIndexOf(';') + 1))
  }
  return null
}

const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec']
const DATE_TIME =
  /^(?:[a-z]{3},)?\s*(\d{1,2})\s+([a-z]{3})\s+(\d{4})\s+(\d{1,2}):(\d{2})(?::(\d{2}))?\s+([+-])(\d{2})(\d{2})(?:\s|\(|$)/i

/**
 * A date-time of RFC 5322 §3.3 with a numeric zone, or null. Named zones are refused: CST is China's for those who write it here
 * and America's for most parsers.
 */
export function parseDateTime(text: string): Date | null {
  const match = DATE_TIME.exec(text.trim().slice(0, 100))
  if (match === null) return null
  const [, day, monthName, year, hour, minute, second, sign, zoneHours, zoneMinutes] = match
  const month = MONTHS.indexOf((monthName ?? '').toLowerCase())
  if (month < 0 || Number(day) > 31 || Number(hour) > 23 || Number(minute) > 59 || Number(second ?? 0) > 60) return null
  const offset = (Number(zoneHours) * 60 + Number(zoneMinutes)) * (sign === '-' ? -1 : 1)
  return new Date(
    Date.UTC(Number(year), month, Number(day), Number(hour), Number(minute) - offset, Number(second ?? 0)),
  )
}
