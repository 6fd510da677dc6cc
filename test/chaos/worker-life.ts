import { setTimeout as pause } from 'node:timers/promises'
import type { Variables } from '../../src/config/environment.ts'
import { waitFor } from '../support/ports.ts'
import { type Finished, type ShenbaoProcess, startShenbao } from '../support/shenbao-process.ts'
import type { Random } from './random.ts'

const LONGEST_LIFE = 2500
/** Of the kills, so many come while the worker still starts, and so many right behind a mail that the server has accepted. */
const EARLY = 0.1
const BEHIND_A_MAIL = 0.5
/** Milliseconds that the server takes to answer, and a bit more. */
const AROUND_THE_ANSWER = 300
const NO_MAIL_FOR = 6000
const STARTING = { what: 'the worker to start', timeoutMs: 300_000 }

/** What it logged last says why. */
async function orLog(waiting: Promise<unknown>, worker: ShenbaoProcess): Promise<void> {
  try {
    await waiting
  } catch (error) {
    process.stderr.write(worker.log().slice(-4000))
    throw error
  }
}

/** Starts the worker and kills it at a random moment; `mails` tells how many mails went out so far. */
export async function killedLife(variables: Variables, random: Random, mails: () => number): Promise<Finished> {
  const [when, moment] = [random(), random()]
  const before = mails()
  const worker = startShenbao(['run'], variables)
  if (when >= EARLY)
    await orLog(
      waitFor(() => worker.log().includes('worker started'), STARTING),
      worker,
    )
  if (when >= 1 - BEHIND_A_MAIL) {
    const sent = () => mails() > before
    await waitFor(sent, { what: 'a mail', timeoutMs: NO_MAIL_FOR }).catch(() => undefined)
    await pause(moment * AROUND_THE_ANSWER)
  } else await pause(moment * LONGEST_LIFE)
  return worker.end('SIGKILL')
}

/** Starts the worker, lets it work until `done`, and ends it in order. */
export async function lastLife(variables: Variables, done: () => boolean | Promise<boolean>): Promise<Finished> {
  const worker = startShenbao(['run'], variables)
  try {
    await orLog(waitFor(done, { what: 'everything to be settled and sent', timeoutMs: 600_000 }), worker)
  } finally {
    await worker.end('SIGTERM')
  }
  return worker.finished()
}
