import type { Findings } from './invariants.ts'
import type { ChaosMail } from './mails.ts'
import type { RecordedMail } from './recorder.ts'

type Run = {
  readonly seed: number
  readonly kills: number
  readonly mails: readonly ChaosMail[]
  readonly sent: readonly RecordedMail[]
  readonly seconds: number
  /** Exit code of the last life, which ended in order. */
  readonly ended: number | null
  readonly findings: Findings
}

/** Prints the figures; gives the exit code. */
export function report({ seed, kills, mails, sent, seconds, ended, findings }: Run): number {
  const { losses, repeats, violations } = findings
  const wrong = [...losses, ...violations, ...(ended === 0 ? [] : [`SIGTERM ended the worker with ${ended}`])]
  const kinds = [...new Set(mails.map(({ kind }) => kind))].sort()
  const lines = [
    `seed        ${seed}`,
    `kills       ${kills}`,
    `messages    ${mails.length} (${kinds.map(kind => `${kind} ${mails.filter(one => one.kind === kind).length}`).join(', ')})`,
    `to answer   ${mails.filter(({ answered }) => answered).length}`,
    `mails sent  ${sent.length}`,
    `losses      ${losses.length}`,
    `repeats     ${repeats.length} (same Message-ID, across a kill, no copy in Sent)`,
    `violations  ${violations.length}`,
    `seconds     ${seconds}`,
  ]
  process.stdout.write(`${[...lines, ...wrong.map(one => `! ${one}`)].join('\n')}\n`)
  return wrong.length === 0 ? 0 : 1
}
