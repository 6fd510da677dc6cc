import type { App } from '../app.ts'
import type { Config } from '../config/config.ts'
import { Cancelled, ClockWrong, describeError, isOurFault, isOutside } from '../errors.ts'
import type { Log } from '../log.ts'
import { meanwhile } from './meanwhile.ts'
import { isPaused, type Memory, newMemory, type Server } from './memory.ts'
import { meet, raiseAlarms, troubleIn, writeMetrics } from './servers.ts'
import { carryOutDesk, checkClock, concludeSuspects, count, holdOverdue, scan, send, sendMeanwhile } from './steps.ts'
import { createTimetable, type Timetable } from './timetable.ts'

type Worker = { readonly app: App; readonly config: Config; readonly log: Log }

/** Round after round while messages are left, so that a backlog keeps neither new mail nor a digest waiting; gives what went wrong. */
export async function round(worker: Worker, memory: Memory = newMemory(undefined, false)): Promise<readonly unknown[]> {
  const errors: unknown[] = []
  for (let more = true; more; ) {
    const done = await once(worker, memory)
    errors.push(...done.errors)
    more = done.more
  }
  return errors
}

type Done = { readonly errors: readonly unknown[]; readonly more: boolean }

/**
 * One round of the worker: look through the mailbox, and send meanwhile what falls due; hold what could not be returned in time, compose the
 * digests that are due, send the rest, and last, alone, try what killed the process before. Trouble in one step stops no other. `more`:
 * messages were left.
 */
async function once(worker: Worker, memory: Memory): Promise<Done> {
  const step: TakeStep = (server, work) => take({ server, work }, worker, memory)
  const asked = await step('mailbox', () => checkClock({ ...worker, memory }))
  if (asked.some(error => error instanceof ClockWrong)) return { errors: asked, more: false }
  const startedAt = worker.app.clock()
  const { scanned, sentMeanwhile, more } = await scanAndSend(worker, memory, step)
  const reachable = !isPaused('mailbox', memory) && !scanned.some(isOutside)
  const counted = reachable ? await step('mailbox', () => count(worker, memory)) : []
  const carried = await step(null, () => carryOutDesk(worker))
  const held = await step(null, () => holdOverdue(worker))
  const composed = await step(null, () => composeDigests(worker, memory, { startedAt, mayAsk: reachable }))
  const told = await step(null, async () => {
    worker.app.mailOfTroubles()
    return []
  })
  const sent = await step('smtp', () => send({ ...worker, memory }, reachable))
  const retried = await step(null, () => concludeSuspects(worker))
  await raiseAlarms({ ...worker, memory })
  writeMetrics({ ...worker, memory })
  const errors = [
    ...asked,
    ...scanned,
    ...sentMeanwhile,
    ...counted,
    ...carried,
    ...held,
    ...composed,
    ...told,
    ...sent,
    ...retried,
  ]
  return { errors, more }
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
      const passed = await sendMeanwhile({ ...worker, memory })
      goesOn = passed.goesOn
      return passed.errors
    })
    sentMeanwhile.push(...errors)
    return goesOn && errors.length === 0
  }
  const scanned = await meanwhile(scanning, pass)
  return { scanned, sentMeanwhile, more }
}

async function scanMailbox(worker: Worker, memory: Memory, progressed: () => void) {
  const scanned = await scan({ ...worker, memory }, progressed)
  if (scanned.completed) {
    memory.watchdog.completed()
    worker.app.completeSweep(timetableOf(worker, memory).sweepDueBy(worker.app.clock()))
  }
  return scanned
}

type Step = { readonly server: Server | null; readonly work: () => Promise<readonly unknown[]> }
type TakeStep = (server: Step['server'], work: Step['work']) => Promise<readonly unknown[]>

async function take({ server, work }: Step, { app, log }: Worker, memory: Memory): Promise<readonly unknown[]> {
  if (server !== null && isPaused(server, memory)) return []
  try {
    return await work()
  } catch (error) {
    const kind = troubleIn(error)
    if (server !== null && kind !== null) meet({ server, kind, words: describeError(error) }, { app, log, memory })
    else log[levelOf(error)]({ error: describeError(error) }, 'a step of the round failed, will be tried again')
    return [error]
  }
}

/** A full disk needs a person; a stop is what was asked for. */
function levelOf(error: unknown): 'info' | 'warn' | 'error' {
  if (error instanceof Cancelled) return 'info'
  return isOurFault(error) ? 'error' : 'warn'
}

const timetableOf = ({ config, app }: Worker, memory: Memory): Timetable =>
  (memory.timetable ??= createTimetable(config, app.calls))

type Moment = { readonly startedAt: Date; readonly mayAsk: boolean }

async function composeDigests(worker: Worker, memory: Memory, { startedAt, mayAsk }: Moment) {
  const slot = timetableOf(worker, memory).digestSlot(startedAt)
  for (const { date, kind } of await worker.app.composeDigests({ slot, sweepStartedAt: startedAt }, mayAsk))
    worker.log.info({ date, kind }, 'digest composed')
  return []
}
