import { type ChildProcess, spawn } from 'node:child_process'
import { chmodSync, mkdtempSync, readdirSync, readFileSync } from 'node:fs'
import { connect } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { LOOPBACK, waitFor } from './ports.ts'

/** A mail server in the foreground, leader of its own process group, so that it and its children end by one id. */
export interface ServerProcess {
  readonly pid: number
  /** Why the server is no longer there (exit code, last output), or null while it runs. */
  ended(): string | null
}

/** A new folder under the temp dir which the servers' unprivileged processes may walk into. Keep `name` short: a socket's path has at most 107 bytes. */
export function createServerFolder(name: string): string {
  const folder = mkdtempSync(join(tmpdir(), `shenbao-${name}-`))
  chmodSync(folder, 0o755)
  return folder
}

/** Throws, in one sentence, when this process may not start a mail server. */
export function assertRoot(server: string): void {
  if (process.getuid?.() === 0) return
  throw new Error(`${server} can only be started by root (it changes users): run the tests on real servers as root`)
}

/** Starts `command` as leader of its own process group. Should this process die without stopping it, it is ended all the same. */
export function startProcess(command: string, args: readonly string[], more: NodeJS.ProcessEnv = {}): ServerProcess {
  const env = { ...process.env, ...more }
  const child = spawn(command, args, { detached: true, env, stdio: ['ignore', 'pipe', 'pipe'] })
  const state = watch(child)
  const { pid } = child
  if (pid === undefined) throw new Error(`cannot start ${command}; npm run test:servers installs it`)
  const guard = guardOf(pid)
  child.once('exit', () => guard.kill())
  return { pid, ended: () => state.ended }
}

/** Waits for the end of its input, which comes when this process dies, however it dies; then ends the group. */
function guardOf(group: number): ChildProcess {
  const script = `read -r _; kill -TERM -${group}`
  return spawn('sh', ['-c', script], { detached: true, stdio: ['pipe', 'ignore', 'ignore'] })
}

function watch(child: ChildProcess): { ended: string | null } {
  const state: { ended: string | null } = { ended: null }
  let output = ''
  const keep = (chunk: Buffer) => {
    output = (output + chunk.toString()).slice(-4000)
  }
  child.stdout?.on('data', keep)
  child.stderr?.on('data', keep)
  child.once('error', error => {
    state.ended = error.message
  })
  child.once('exit', (code, signalName) => {
    state.ended = `ended with ${signalName ?? `exit code ${code}`} ${output}`.trim()
  })
  return state
}

function signal(group: number, name: NodeJS.Signals): void {
  try {
    process.kill(-group, name)
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ESRCH') throw error
  }
}

/** The ids of the processes in this group; zombies don't count (in a container, nobody may be there to collect them). */
export function processesOf(group: number): number[] {
  return readdirSync('/proc')
    .filter(name => /^\d+$/.test(name))
    .map(Number)
    .filter(pid => {
      const status = readStat(pid)
      return status !== null && status.state !== 'Z' && status.group === group
    })
}

function readStat(pid: number): { state: string; group: number } | null {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8')
    const [state = '', , group] = stat.slice(stat.lastIndexOf(')') + 2).split(' ')
    return { state, group: Number(group) }
  } catch {
    return null
  }
}

/** Asks the group to end and waits until nothing of it is left; after ten seconds it is killed. */
export async function endProcesses(group: number): Promise<void> {
  const gone = () => processesOf(group).length === 0
  const what = `the processes of ${group} to end`
  signal(group, 'SIGTERM')
  try {
    await waitFor(gone, { what, timeoutMs: 10_000 })
  } catch {
    signal(group, 'SIGKILL')
    await waitFor(gone, { what, timeoutMs: 10_000 })
  }
}

/** Waits until the server greets on the port; throws at once, with the server's own words, when it ended instead. */
export async function untilGreets(server: ServerProcess, port: number, greeting: string): Promise<void> {
  const what = `a greeting «${greeting}» on port ${port}`
  await waitFor(async () => server.ended() !== null || (await greetingOf(port)).startsWith(greeting), {
    what,
    timeoutMs: 40_000,
  })
  const ended = server.ended()
  if (ended !== null) throw new Error(`waited for ${what}, but the server ${ended}`)
}

function greetingOf(port: number): Promise<string> {
  return new Promise((resolve, reject) => {
    const socket = connect(port, LOOPBACK)
    socket.setTimeout(5000, () => socket.destroy(new Error('connected, but no greeting within 5 s')))
    socket.once('error', reject)
    socket.once('end', () => reject(new Error('closed without a greeting')))
    socket.once('data', chunk => {
      socket.destroy()
      resolve(chunk.toString())
    })
  })
}
