import type { Outcome } from '../core/judge/decision.ts'

/** SGR codes: green, yellow, red; what is over or nothing to do with us stays plain. */
const CODES: Partial<Readonly<Record<Outcome, number>>> = { accepted: 32, held: 33, returned: 36, rejected: 31 }

/** A line for a terminal in the colour of its outcome. */
export function coloured(line: string, outcome: Outcome | null): string {
  const code = outcome === null ? undefined : CODES[outcome]
  return code === undefined ? line : `\u001b[${code}m${line}\u001b[0m`
}
