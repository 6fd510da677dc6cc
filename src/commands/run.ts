import type { Command } from 'commander'
import { describeError } from '../errors.ts'
import { schedule } from '../schedule.ts'
import { type Context, withWorker } from './context.ts'
import { noPauses, round } from './round.ts'
import { createWake } from './wake.ts'

const LONGEST_END = 8_000

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
  app.recover()
  const wake = createWake()
  const ticks = schedule(config.schedule.sweep, config.timezone, async () => wake.call())
  const end = () => {
    wake.call()
    app.cancel()
  }
  signal.addEventListener('abort', end)
  log.info(
    { mailbox: config.mailbox.user, replies: config.replies, calls: config.calls.map(({ id }) => id) },
    'worker started',
  )
  const pauses = noPauses()
  try {
    while (!signal.aborted) {
      await round(context, pauses)
      if (!signal.aborted && config.mailbox.idle && app.clock().getTime() >= pauses.mailbox) listen(context, wake.call)
      await wake.wait()
    }
  } finally {
    await ticks.stop()
  }
  log.info('worker stopped')
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
