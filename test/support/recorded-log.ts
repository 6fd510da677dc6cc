import pino from 'pino'
import type { Log } from '../../src/log.ts'

/** A line of the log. */
export type Line = { readonly level: string; readonly msg: string; readonly error?: string; readonly server?: string }

/** The real log, kept in memory. */
export function recordedLog(): {
  readonly log: Log
  readonly lines: readonly Line[]
  said(text: string): readonly Line[]
} {
  const lines: Line[] = []
  const formatters = { level: (label: string) => ({ level: label }) }
  const log = pino({ base: null, formatters }, { write: text => void lines.push(JSON.parse(text) as Line) })
  return { log, lines, said: text => lines.filter(({ msg }) => msg.includes(text)) }
}
