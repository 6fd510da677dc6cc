import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { fileURLToPath } from 'node:url'
import type { Variables } from '../../src/config/environment.ts'

const MAIN = fileURLToPath(new URL('../../bin/shenbao.js', import.meta.url))

/** As in the Dockerfile and the operator's guide. */
const AS_SHIPPED = { MALLOC_MMAP_THRESHOLD_: '131072', MALLOC_ARENA_MAX: '2' }

export type Finished = { readonly code: number | null; readonly stdout: string; readonly stderr: string }

export type ShenbaoProcess = {
  readonly pid: number
  /** What it has written on standard error so far. */
  log(): string
  /** Sends the signal and waits for the end. */
  end(signal: NodeJS.Signals): Promise<Finished>
  finished(): Promise<Finished>
}

/** `shenbao ARGS` as a process of its own, started as it is shipped, with just these variables; `program`: the sources, where nothing is said. */
export function startShenbao(args: readonly string[], variables: Variables, program = MAIN): ShenbaoProcess {
  const child = spawn(process.execPath, ['--max-semi-space-size=4', '--heap-growing-percent=100', program, ...args], {
    env: { PATH: process.env.PATH, ...AS_SHIPPED, ...variables },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  const written = { stdout: '', stderr: '' }
  child.stdout.on('data', (chunk: Buffer) => (written.stdout += chunk.toString()))
  child.stderr.on('data', (chunk: Buffer) => (written.stderr += chunk.toString()))
  const finished = ended(child).then(code => ({ code, ...written }))
  return {
    pid: child.pid ?? 0,
    log: () => written.stderr,
    finished: () => finished,
    end: signal => {
      child.kill(signal)
      return finished
    },
  }
}

/** Runs it to its end. */
export const shenbao = (args: readonly string[], variables: Variables = {}): Promise<Finished> =>
  startShenbao(args, variables).finished()

async function ended(child: ChildProcess): Promise<number | null> {
  const [code] = (await once(child, 'close')) as [number | null]
  return code
}
