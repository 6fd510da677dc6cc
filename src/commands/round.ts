import type { App } from '../app.ts'
import type { Config } from '../config/config.ts'
import { isDigestDay } from '../core/digest-calendar.ts'
import { describeError, LoginRefused } from '../errors.ts'
import type { Log } from '../log.ts'
import { latestTime } from '../schedule.ts'

const WEEK = 7 * 86_400_000
const LOGIN_PAUSE = 15 * 60_000

/** Until when (milliseconds) a server is left alone that refused the login; kept in memory, so that a restart tries at once. */
export type Pauses = { mailbox: number; smtp: number }

export const noPauses = (): Pauses => ({ mailbox: 0, smtp: 0 })

type Worker = { readonly app: App; readonly config: Config; readonly log: Log }

/**
 * One round of the worker: look through the mailbox, hold what could not be returned in time, compose the digests that are due, send
 * what is due. Trouble in one step stops no other; gives what went wrong.
 */
export async function round(worker: Worker, pauses: Pauses = noPauses()): Promise<readonly unknown[]> {
  const startedAt = worker.app.clock()
  const steps: readonly [keyof Pauses | null, () => Promise<readonly unknown[]>][] = [
    ['mailbox', () => look(worker)],
    [null, () => holdOverdue(worker)],
    [null, () => composeDigests(worker, startedAt)],
    ['smtp', () => send(worker)],
  ]
  const errors: unknown[] = []
  for (const [server, step] of steps) {
    if (server !== null && startedAt.getTime() < pauses[server]) continue
    try {
      errors.push(...(await step()))
    } catch (error) {
      errors.push(error)
      if (error instanceof LoginRefused && server !== null) pauses[server] = startedAt.getTime() + LOGIN_PAUSE
      report(error, worker.log)
    }
  }
  return errors
}

function report(error: unknown, log: Log): void {
  const line = { error: describeError(error) }
  if (error instanceof LoginRefused) log.error(line, 'login refused: check user and password; next try in 15 minutes')
  else log.warn(line, 'a step of the round failed, will be tried again')
}

async function look({ app, log }: Worker): Promise<readonly unknown[]> {
  const { settled, errors } = await app.sweep()
  for (const { id, uid, what, outcome, error } of settled) {
    const line = { id, uid, outcome, ...(error === null ? {} : { error }) }
    if (what === 'set-aside') log.error(line, 'message set aside: a person must look, see shenbao show')
    else if (what === 'later') log.warn(line, 'message failed, will be tried again')
    else log.info(line, `message ${what}`)
  }
  for (const error of errors) log.warn({ error: describeError(error) }, 'left for the next sweep')
  return errors
}

async function holdOverdue({ app, log }: Worker): Promise<readonly unknown[]> {
  for (const id of await app.holdOverdue()) log.warn({ id }, 'the deadline passed before the reply went out: held')
  return []
}

async function composeDigests({ app, config, log }: Worker, startedAt: Date): Promise<readonly unknown[]> {
  const { calls, timezone, schedule } = config
  const since = new Date(startedAt.getTime() - WEEK)
  const accept = (slot: Date) => isDigestDay(calls, slot, timezone)
  const slot = latestTime(schedule.digest, timezone, { since, now: startedAt, accept })
  for (const { date, kind } of await app.composeDigests({ slot, sweepStartedAt: startedAt }))
    log.info({ date, kind }, 'digest composed')
  return []
}

async function send({ app, log }: Worker): Promise<readonly unknown[]> {
  for (const { id, kind, messageId, what, reason } of await app.sendDue()) {
    const line = { id, kind, message: messageId, ...(reason === null ? {} : { reason }) }
    if (what === 'failed') log.error(line, 'mail refused for good: a person must look')
    else if (what === 'sent') log.info(line, 'mail sent')
    else log.warn(line, `mail ${what}`)
  }
  return []
}
