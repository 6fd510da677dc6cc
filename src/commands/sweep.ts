import type { Command } from 'commander'
import { round } from '../worker/round.ts'
import { logRecovery, withWorker } from './context.ts'
import { endAtLatest, endSignal } from './ending.ts'

/** `shenbao sweep`: one round of the worker, then the end. */
export function defineSweep(program: Command): void {
  program
    .command('sweep')
    .description('look through the mailbox once, send what is due, and end')
    .addHelpText('after', '\nExample (one round by hand, while no worker runs):\n  shenbao sweep')
    .action(async (_options: unknown, command: Command) => {
      const signal = endSignal()
      await withWorker(command, async context => {
        const { app, log } = context
        signal.addEventListener('abort', () => {
          endAtLatest(app, 1)
          app.cancel()
        })
        logRecovery(app.recover(), log)
        const [error] = await round(context)
        if (error !== undefined) throw error
      })
    })
}
