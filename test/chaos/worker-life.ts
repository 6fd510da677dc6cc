import { setTimeout as pause } from 'node:timers/promises'
import type { Variables } from '../../src/config/environment.ts'
import { waitFor } from '../support/ports.ts'
import { type Finished, startShenbao } from '../support/shenbao-process.ts'
import type { Random } from './random.ts'

const LONGEST_LIFE = 1800
/** Of the kills, so many come while the worker still starts. */
const EARLY = 0.1

/** Starts the worker and kills it at a random moment. */
export async function killedLife(variables: Variables, random: Random): Promise<Finished> {
  const worker = startShenbao(['run'], variables)
  if (random() >= EARLY) await waitFor(() => worker.log().includes('worker started'), { what: 'the worker to start' })
  await pause(random() * LONGEST_LIFE)
  return worker.end('SIGKILL')
}

/** Starts the worker, lets it work until `done`, and ends it in order. */
export async function lastLife(variables: Variables, done: () => boolean): Promise<Finished> {
  const worker = startShenbao(['run'], variables)
  try {
    await waitFor(done, { what: 'everything to be settled and sent', timeoutMs: 240_000 })
  } catch (error) {
    process.stderr.write(worker.log().slice(-4000))
    throw error
  } finally {
    await worker.end('SIGTERM')
  }
  return worker.finished()
}
