import type { Command } from 'commander'
import { withApp } from './context.ts'

/** `shenbao desk rotate`: no code that was sent to staff works any more. */
export function defineDesk(program: Command): void {
  program
    .command('desk')
    .description('the desk by mail')
    .command('rotate')
    .description('void every code that was sent to staff; the next digest bears new ones')
    .addHelpText('after', '\nExample:\n  shenbao desk rotate')
    .action(async (_options: unknown, command: Command) => {
      await withApp(command, async ({ app }) => {
        process.stdout.write(`已作废${app.rotateCodes()}个口令；下一期日报附新口令\n`)
      })
    })
}
