import type { App } from '../app.ts'
import type { Config } from '../config/config.ts'
import type { Log } from '../log.ts'
import { latestTime } from '../schedule.ts'

const DAY = 86_400_000

/** One round of the worker: look through the mailbox, compose the digests that are due, send what is due. */
export async function round(app: App, config: Config, log: Log): Promise<void> {
  const startedAt = app.clock()
  const swept = await app.sweep()
  for (const { id, uid, what, outcome, error } of swept.settled) {
    const line = { id, uid, outcome, ...(error === null ? {} : { error }) }
    if (what === 'set-aside') log.error(line, 'message set aside: a person must look, see shenbao show')
    else if (what === 'later') log.warn(line, 'message failed, will be tried again')
    else log.info(line, `message ${what}`)
  }
  await composeDigests(app, config, { startedAt, log })
  await send(app, log)
}

async function composeDigests(app: App, config: Config, at: { startedAt: Date; log: Log }): Promise<void> {
  const { startedAt, log } = at
  const slot = latestTime(config.schedule.digest, config.timezone, {
    since: new Date(startedAt.getTime() - DAY),
    now: startedAt,
  })
  for (const { date, kind } of await app.composeDigests({ slot, sweepStartedAt: startedAt }))
    log.info({ date, kind }, 'digest composed')
}

/** One pass over the outbox. */
export async function send(app: App, log: Log): Promise<void> {
  for (const { id, kind, messageId, what, reason } of await app.sendDue()) {
    const line = { id, kind, message: messageId, ...(reason === null ? {} : { reason }) }
    if (what === 'failed') log.error(line, 'mail refused for good: a person must look')
    else if (what === 'sent') log.info(line, 'mail sent')
    else log.warn(line, `mail ${what}`)
  }
}
