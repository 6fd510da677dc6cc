import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { appendFile } from 'node:fs/promises'
import { setTimeout } from 'node:timers/promises'
import { describeError } from './errors.ts'

/** `command`: a program and its arguments, run without a shell; empty: none. `file`: null for none. */
type AlarmSettings = { readonly command: readonly string[]; readonly file: string | null }

/** Milliseconds that a command may take. */
const LONGEST = 30_000
/** Milliseconds in which what it said last arrives. */
const LAST_WORDS = 1000

/** `heard`: by somebody, or there is nobody to hear it; `failure`: what could not be told, and why. */
type Raised = { readonly heard: boolean; readonly failure: string | null }

/** Raises an alarm that needs no mail server: the file gets the text behind what it holds, the command gets it on standard input. */
export async function raiseAlarm(text: string, { command, file }: AlarmSettings): Promise<Raised> {
  const [program, ...args] = command
  const told = await Promise.allSettled([
    ...(file === null ? [] : [appendFile(file, `${text}\n`)]),
    ...(program === undefined ? [] : [run(program, args, text)]),
  ])
  const failures = told.flatMap(one => (one.status === 'rejected' ? [describeError(one.reason)] : []))
  return {
    heard: failures.length === 0 || failures.length < told.length,
    failure: failures.length === 0 ? null : failures.join('; '),
  }
}

async function run(program: string, args: readonly string[], text: string): Promise<void> {
  const child = spawn(program, args, { stdio: ['pipe', 'ignore', 'pipe'], timeout: LONGEST, killSignal: 'SIGKILL' })
  const closed = once(child, 'close').catch(() => undefined)
  let said = ''
  child.stderr.on('data', (chunk: Buffer) => (said = (said + chunk.toString()).slice(-500)))
  // A command that doesn't read what it is told is its own affair.
  child.stdin.on('error', () => undefined)
  child.stdin.end(text)
  const ended = await new Promise<string>((resolve, reject) => {
    child.once('error', reject)
    // «exit», for «close» would wait for whatever the command left running.
    child.once('exit', (code, signal) => resolve(code === 0 ? '' : `ended with ${signal ?? `exit code ${code}`}`))
  })
  if (ended !== '') await Promise.race([closed, setTimeout(LAST_WORDS, undefined, { ref: false })])
  child.stderr.destroy()
  if (ended !== '') throw new Error(`the alarm's command ${program} ${ended}: ${said.trim()}`)
}
