import type { Variables } from '../../src/config/environment.ts'
import { main } from '../../src/main.ts'
import type { Finished } from './shenbao-process.ts'

/**
 * `shenbao ARGS` with just these variables, in this process: starting one costs a hundred times what most commands do. What the log says
 * is not caught; what a process is alone for (signals, exit, the log) needs one: `shenbao`.
 */
export function commandLine(args: readonly string[], variables: Variables = {}): Promise<Finished> {
  const finished = last.then(() => alone(args, variables))
  last = finished.catch(() => undefined)
  return finished
}

/** The process has one standard output: one command after another. */
let last: Promise<unknown> = Promise.resolve()

async function alone(args: readonly string[], variables: Variables): Promise<Finished> {
  const { env } = process
  const stdout = caught(process.stdout)
  const stderr = caught(process.stderr)
  process.env = { PATH: env.PATH, ...variables }
  try {
    const code = await main(args)
    return { code, stdout: stdout.text(), stderr: stderr.text() }
  } finally {
    process.env = env
    stdout.end()
    stderr.end()
  }
}

function caught(stream: NodeJS.WriteStream) {
  const { write } = stream
  let text = ''
  stream.write = (chunk: string | Uint8Array): boolean => {
    text += typeof chunk === 'string' ? chunk : Buffer.from(chunk).toString()
    return true
  }
  return {
    text: () => text,
    end: () => {
      stream.write = write
    },
  }
}
