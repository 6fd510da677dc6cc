import { spawn } from 'node:child_process'
import { appendFile } from 'node:fs/promises'

/** `command`: a program and its arguments, run without a shell; empty: none. `file`: null for none. */
export type AlarmSettings = { readonly command: readonly string[]; readonly file: string | null }

/** Milliseconds that a command may take. */
const LONGEST = 30_000

/** Raises an alarm that needs no mail server: the command gets the text on standard input, the file gets it behind what it holds. */
export async function raiseAlarm(text: string, { command, file }: AlarmSettings): Promise<void> {
  if (file !== null) await appendFile(file, `${text}\n`)
  const [program, ...args] = command
  if (program !== undefined) await run(program, args, text)
}

async function run(program: string, args: readonly string[], text: string): Promise<void> {
  const child = spawn(program, args, { stdio: ['pipe', 'ignore', 'pipe'], timeout: LONGEST })
  let said = ''
  child.stderr.on('data', (chunk: Buffer) => (said = (said + chunk.toString()).slice(-500)))
  // A command that doesn't read what it is told is its own affair.
  child.stdin.on('error', () => undefined)
  child.stdin.end(text)
  const ended = await new Promise<string>((resolve, reject) => {
    child.once('error', reject)
    child.once('close', (code, signal) => resolve(code === 0 ? '' : `ended with ${signal ?? `exit code ${code}`}`))
  })
  if (ended !== '') throw new Error(`the alarm's command ${program} ${ended}: ${said.trim()}`)
}
