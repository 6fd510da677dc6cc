import type { Command } from 'commander'
import { pathAsCalled } from '../config/environment.ts'
import { withApp, withLock } from './context.ts'

/** `shenbao restore FILE`: a backup takes the database's place, while no worker runs. */
export function defineRestore(program: Command): void {
  program
    .command('restore')
    .description('put a backup into the place of the database, which is kept beside it; the worker must be stopped')
    .argument('<file>', 'made by shenbao backup')
    .addHelpText('after', '\nExample:\n  shenbao restore data/backup/shenbao-2024-05-20.db')
    .action(async (file: string, _options: unknown, command: Command) => {
      await withApp(command, async context => {
        await withLock(context, async () => {
          const { moved } = await context.app.restore(pathAsCalled(file))
          if (moved !== null) process.stdout.write(`the former database: ${moved}\n`)
          process.stdout.write(`restored: ${context.config.database}\n`)
        })
      })
    })
}
