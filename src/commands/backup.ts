import type { Command } from 'commander'
import { pathAsCalled } from '../config/environment.ts'
import { withApp } from './context.ts'

/** `shenbao backup FILE`: a consistent copy, also while the worker runs. */
export function defineBackup(program: Command): void {
  program
    .command('backup')
    .description('copy the database into one file, also while the worker runs, and check the copy')
    .argument('<file>', 'where the copy goes; a backup that is there is replaced')
    .addHelpText('after', '\nExample:\n  shenbao backup data/backup/shenbao-2024-05-20.db')
    .action(async (file: string, _options: unknown, command: Command) => {
      const path = pathAsCalled(file)
      await withApp(command, ({ app }) => app.backup(path))
      process.stdout.write(`${path}\n`)
    })
}
