import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { fileURLToPath } from 'node:url'
import type { Variables } from '../src/config/environment.ts'
import { type ShenbaoProcess, startShenbao } from '../test/support/shenbao-process.ts'
import { timed } from './measurement.ts'

/** The program as the image runs it; `main.ts` makes it anew. */
const BUNDLE = fileURLToPath(new URL('../build/shenbao.js', import.meta.url))

export const startShipped = (args: readonly string[], variables: Variables): ShenbaoProcess =>
  startShenbao(args, variables, BUNDLE)

/** Milliseconds from the start of `shenbao ARGS` to its end; what it prints is thrown away. */
export const timeOf = (args: readonly string[], variables: Variables): Promise<number> =>
  timed(async () => {
    const env = { PATH: process.env.PATH, ...variables }
    const child = spawn(process.execPath, [BUNDLE, ...args], { env, stdio: 'ignore' })
    const [code] = await once(child, 'close')
    if (code !== 0) throw new Error(`shenbao ${args.join(' ')} ended with ${code}`)
  })
