import type { Command } from 'commander'
import { describeError, LoginRefused } from '../errors.ts'
import { schedule } from '../schedule.ts'
import { type Context, withWorker } from './context.ts'
import { round, send } from './round.ts'
import { createWake } from './wake.ts'

const LOGIN_PAUSE = 15 * 60_000
const LONGEST_END = 12_000

/** `shenbao run`: the worker, until SIGTERM or SIGINT. */
export function defineRun(program: Command): void {
  program
    .command('run')
    .description('the worker: sweeps on the schedule and when mail is announced, sends what is due, sends the digest')
    .action(async (_options: unknown, command: Command) => {
      const stop = new AbortController()
      for (const signal of ['SIGTERM', 'SIGINT'] as const) process.once(signal, () => endSoon(stop))
      await withWorker(command, context => work(context, stop.signal))
    })
}

/** A server that doesn't answer must not hold the end up: whatever is open then, the next start takes up. */
function endSoon(stop: AbortController): void {
  stop.abort()
  setTimeout(() => process.exit(0), LONGEST_END).unref()
}

/** Rounds, one after another: on the schedule, and at once when the server announces mail. Schedule and announcement share one queue. */
export async function work(context: Context, signal: AbortSignal): Promise<void> {
  const { app, config, log } = context
  const wake = createWake()
  const ticks = schedule(config.schedule.sweep, config.timezone, async () => wake.call())
  signal.addEventListener('abort', () => {
    wake.call()
    app.cancel()
  })
  log.info(
    { mailbox: config.mailbox.user, replies: config.replies, calls: config.calls.map(({ id }) => id) },
    'worker started',
  )
  app.recover()
  let pausedUntil = 0
  while (!signal.aborted) {
    if (app.clock().getTime() >= pausedUntil) pausedUntil = await tryRound(context, signal)
    else await send(app, log).catch((error: unknown) => log.warn({ error: describeError(error) }, 'sending failed'))
    if (!signal.aborted && config.mailbox.idle && pausedUntil === 0) listen(context, wake.call)
    await wake.wait()
  }
  await ticks.stop()
  log.info('worker stopped')
}

/** A round that fails is made again at the next tick; a refused login waits, so that the account isn't locked. Gives the end of the pause. */
async function tryRound({ app, config, log }: Context, signal: AbortSignal): Promise<number> {
  try {
    await round(app, config, log)
    return 0
  } catch (error) {
    if (signal.aborted) return 0
    if (error instanceof LoginRefused) {
      log.error({ error: describeError(error) }, 'login refused: check user and password; next try in 15 minutes')
      return app.clock().getTime() + LOGIN_PAUSE
    }
    log.warn({ error: describeError(error) }, 'round failed, will be tried again')
    return 0
  }
}

/** A hint only: where it fails, the schedule does the work. */
function listen({ app, log }: Context, announced: () => void): void {
  app.waitForMail().then(
    what => {
      if (what === 'announced') announced()
    },
    (error: unknown) => log.debug({ error: describeError(error) }, 'listening ended'),
  )
}
