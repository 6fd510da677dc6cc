import { quote } from '../text/quote.ts'
import { zonedTime } from '../text/time.ts'

const INSTANT = /^\d{4}-\d{2}-\d{2}T[\d:.]{5,12}Z$/

/** A deadline's problem has instants as its values: people read them in their own time. null: no instant. */
export const instantText = (one: string, timezone: string): string | null =>
  INSTANT.test(one) ? zonedTime(new Date(one), timezone, 'second') : null

export const evidenceText = (one: string, timezone: string): string => instantText(one, timezone) ?? `“${quote(one)}”`
