import { performance } from 'node:perf_hooks'
import type { App } from '../app.ts'
import type { Config } from '../config/config.ts'
import { Cancelled, describeError, isOurFault, isOutside, LoginRefused } from '../errors.ts'
import type { Log } from '../log.ts'
import { meanwhile } from './meanwhile.ts'
import { concludeSuspects, count, holdOverdue, scan, send, sendMeanwhile } from './steps.ts'
import { createTimetable, type Timetable } from './timetable.ts'
import { createWatchdog, type Watchdog } from './watchdog.ts'

const LOGIN_PAUSE = 15 * 60_000

type Server = 'mailbox' | 'smtp'

/** What the worker remembers between two rounds, in memory only: a restart tries everything at once. Times are monotonic milliseconds. */
export type Memory = {
  readonly monotonic: () => number
  readonly watchdog: Watchdog
  /** Until when a server is left alone that refused the login. */
  readonly pausedUntil: Record<Server, number>
  /** When the mailbox was last held against what is recorded; null: not yet. */
  countedAt: number | null
  /** Made in the first round. */
  timetable: Timetable | null
}

export const newMemory = (monotonic: () => number = () => performance.now()): Memory => ({
  monotonic,
  watchdog: createWatchdog(monotonic),
  pausedUntil: { mailbox: Number.NEGATIVE_INFINITY, smtp: Number.NEGATIVE_INFINITY },
  countedAt: null,
  timetable: null,
})

export type Worker = { readonly app: App; readonly config: Config; readonly log: Log }

/**
 * One round of the worker: look through the mailbox, and send meanwhile what falls due; hold what could not be returned in time, compose the
 * digests that are due, send the rest, and last, alone, try what killed the process before; again at once where messages were left, so that
 * a backlog keeps neither new mail nor a digest waiting. Trouble in one step stops no other; gives what went wrong.
 */
export async function round(worker: Worker, memory: Memory = newMemory()): Promise<readonly unknown[]> {
  const startedAt = worker.app.clock()
  const step: TakeStep = (server, work) => take({ server, work }, worker, memory)
  const { scanned, sentMeanwhile, more } = await scanAndSend(worker, memory, step)
  const reachable = !isPaused('mailbox', memory) && !scanned.some(isOutside)
  const counted = reachable ? await step('mailbox', () => count(worker, memory)) : []
  const held = await step(null, () => holdOverdue(worker))
  const composed = await step(null, () => composeDigests(worker, memory, { startedAt, mayAsk: reachable }))
  const sent = await step('smtp', () => send(worker, reachable))
  const retried = await step(null, () => concludeSuspects(worker))
  const errors = [...scanned, ...sentMeanwhile, ...counted, ...held, ...composed, ...sent, ...retried]
  return more ? [...errors, ...(await round(worker, memory))] : errors
}

/** The sweep, and beside it the sending of what falls due: nobody's answer waits for the judging of others. */
async function scanAndSend(worker: Worker, memory: Memory, step: TakeStep) {
  const sentMeanwhile: unknown[] = []
  let more = false
  let goesOn = true
  const scanning = (progressed: () => void) =>
    step('mailbox', async () => {
      const { errors, ...found } = await scanMailbox(worker, memory, progressed)
      more = found.more
      return errors
    })
  const pass = async () => {
    const errors = await step('smtp', async () => {
      goesOn = await sendMeanwhile(worker)
      return []
    })
    sentMeanwhile.push(...errors)
    return goesOn && errors.length === 0
  }
  const scanned = await meanwhile(scanning, pass)
  return { scanned, sentMeanwhile, more }
}

async function scanMailbox(worker: Worker, memory: Memory, progressed: () => void) {
  const scanned = await scan(worker, progressed)
  if (scanned.completed) {
    memory.watchdog.completed()
    worker.app.completeSweep(timetableOf(worker, memory).sweepDueBy(worker.app.clock()))
  }
  return scanned
}

export const isPaused = (server: Server, { pausedUntil, monotonic }: Memory): boolean =>
  monotonic() < pausedUntil[server]

type Step = { readonly server: Server | null; readonly work: () => Promise<readonly unknown[]> }
type TakeStep = (server: Step['server'], work: Step['work']) => Promise<readonly unknown[]>

async function take({ server, work }: Step, { app, log }: Worker, memory: Memory): Promise<readonly unknown[]> {
  if (server !== null && isPaused(server, memory)) return []
  try {
    return await work()
  } catch (error) {
    if (error instanceof LoginRefused && server !== null) refused(server, error, { app, log, memory })
    else log[levelOf(error)]({ error: describeError(error) }, 'a step of the round failed, will be tried again')
    return [error]
  }
}

/** A full disk needs a person; a stop is what was asked for. */
function levelOf(error: unknown): 'info' | 'warn' | 'error' {
  if (error instanceof Cancelled) return 'info'
  return isOurFault(error) ? 'error' : 'warn'
}

type Desk = Pick<Worker, 'app' | 'log'> & { readonly memory: Memory }

function refused(server: Server, error: LoginRefused, { app, log, memory }: Desk): void {
  const line = { error: describeError(error) }
  memory.pausedUntil[server] = memory.monotonic() + LOGIN_PAUSE
  log.error(line, 'login refused: check user and password; next try in 15 minutes')
  try {
    app.beginTrouble(server, describeError(error))
  } catch (why) {
    log.error({ error: describeError(why) }, 'the refused login could not be recorded')
  }
}

const timetableOf = ({ config }: Worker, memory: Memory): Timetable => (memory.timetable ??= createTimetable(config))

type Moment = { readonly startedAt: Date; readonly mayAsk: boolean }

async function composeDigests(worker: Worker, memory: Memory, { startedAt, mayAsk }: Moment) {
  const slot = timetableOf(worker, memory).digestSlot(startedAt)
  for (const { date, kind } of await worker.app.composeDigests({ slot, sweepStartedAt: startedAt }, mayAsk))
    worker.log.info({ date, kind }, 'digest composed')
  return []
}
