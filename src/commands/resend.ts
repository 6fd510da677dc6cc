import type { Command } from 'commander'
import { withApp } from './context.ts'
import { messageOf, toId } from './message-id.ts'

/** `shenbao resend [ID…]`: replies that failed for good are due again. */
export function defineResend(program: Command): void {
  program
    .command('resend')
    .description('have replies that failed for good sent again by the worker: all of them, or those to these messages')
    .argument('[ids...]', 'numbers in the list', (text: string, ids: readonly number[] = []) => [...ids, toId(text)])
    .addHelpText('after', '\nExamples:\n  shenbao resend\n  shenbao resend 12 15')
    .action(async (ids: readonly number[], _options: unknown, command: Command) => {
      await withApp(command, async ({ app }) => {
        for (const id of ids) messageOf(id, app)
        const again = app.resend(ids.length === 0 ? null : ids)
        for (const id of again) process.stdout.write(`the reply to message ${id} is due again\n`)
        if (again.length === 0) process.stdout.write('no reply has failed\n')
      })
    })
}
