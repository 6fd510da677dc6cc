import type { Command } from 'commander'
import { type PendingCall, pendingText } from '../core/call/pending-call.ts'
import { memberOf, membersOutside } from '../core/desk/member.ts'
import { describeError } from '../errors.ts'
import { schedule } from '../schedule.ts'
import { VERSION } from '../version.ts'
import { createLull } from '../worker/lull.ts'
import { isPaused, type Memory, newMemory } from '../worker/memory.ts'
import { recogniseInLulls } from '../worker/recognition.ts'
import { round } from '../worker/round.ts'
import { createWake } from '../worker/wake.ts'
import { type Context, logRecovery, withWorker } from './context.ts'
import { endAtLatest, endSignal } from './ending.ts'

const WATCH_EVERY = 60_000

/** `shenbao run`: the worker, until SIGTERM or SIGINT. */
export function defineRun(program: Command): void {
  program
    .command('run')
    .description('the worker: sweeps on the schedule and when mail is announced, sends what is due, sends the digest')
    .addHelpText('after', '\nExample:\n  shenbao --config /etc/shenbao run')
    .action(async (_options: unknown, command: Command) => {
      const signal = endSignal()
      await withWorker(command, async context => {
        signal.addEventListener('abort', () => endAtLatest(context.app, 0))
        await work(context, signal)
      })
    })
}

/**
 * Rounds, one after another: on the schedule, and at once when the server announces mail. Schedule and announcement share one queue.
 * Throws where no sweep was completed for long, through a fault that another start may mend.
 */
export async function work(context: Context, signal: AbortSignal, memory: Memory = newMemory()): Promise<void> {
  const { app, config, log } = context
  logRecovery(app.recover(), log)
  const wake = createWake()
  const ticks = schedule(config.schedule.sweep, config.timezone, async () => wake.call())
  const watch = setInterval(() => watchOver(memory, context), WATCH_EVERY).unref()
  const end = () => {
    wake.call()
    app.cancel()
  }
  signal.addEventListener('abort', end)
  const lull = createLull()
  const recognising = config.limits.ocr.enabled ? recogniseInLulls(context, lull, signal) : null
  const { mailbox, replies, calls } = config
  log.info({ version: VERSION, mailbox: mailbox.user, replies, calls: calls.map(({ id }) => id) }, 'worker started')
  tellOfMembers(context)
  for (const one of config.pending)
    log.warn(pendingFact(one), 'a call is not open: it claims no mail until its file is answered')
  try {
    while (!signal.aborted) {
      const [error] = await lull.during(() => round(context, memory))
      memory.watchdog.ended(error)
      if (!signal.aborted && memory.watchdog.isOver(app.pulse.at)) throw giveUp(error, context)
      if (!signal.aborted && mailbox.idle && !isPaused('mailbox', memory)) listen(context, wake.call)
      await wake.wait()
    }
  } finally {
    clearInterval(watch)
    await ticks.stop()
    if (signal.aborted) await recognising
  }
  log.info('worker stopped')
}

function tellOfMembers({ config, log }: Context): void {
  const outside = membersOutside(config.staff.desk.map(memberOf), config.senders.domains)
  if (outside.length > 0)
    log.warn({ addresses: outside.map(({ address }) => address) }, 'who decides by mail is outside senders.domains')
}

const pendingFact = (one: PendingCall) => ({ call: one.id, file: one.file, why: pendingText(one) })

const GIVEN_UP =
  'no sweep was completed for 15 minutes, and not for want of network or login: ending, to be started anew'

function giveUp(cause: unknown, { log }: Context): Error {
  log.error({ error: describeError(cause) }, GIVEN_UP)
  return new Error(GIVEN_UP, { cause })
}

/** A round that hangs can't give up by itself. */
function watchOver({ watchdog }: Memory, context: Context): void {
  if (!watchdog.isOver(context.app.pulse.at)) return
  endAtLatest(context.app, 1)
  context.app.cancel()
}

/** A hint only: where it fails, the schedule does the work. */
function listen({ app, log }: Context, announced: () => void): void {
  Promise.resolve()
    .then(() => app.waitForMail())
    .then(
      what => {
        if (what === 'announced') announced()
      },
      (error: unknown) => log.debug({ error: describeError(error) }, 'listening ended'),
    )
}
