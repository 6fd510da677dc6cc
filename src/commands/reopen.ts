import type { Command } from 'commander'
import { UsageError } from '../errors.ts'
import { withApp } from './context.ts'
import { messageOf, toId } from './message-id.ts'

const REFUSALS = {
  'not-set-aside': 'is not set aside: there is nothing to try again',
  decided: 'has been decided on by a person, which stays',
} as const

/** `shenbao reopen ID`: a message set aside is tried again by the worker's next sweep. */
export function defineReopen(program: Command): void {
  program
    .command('reopen')
    .description('have a message that was set aside tried again, by the next sweep')
    .argument('<id>', 'its number in the list', toId)
    .addHelpText('after', '\nExample:\n  shenbao reopen 12')
    .action(async (id: number, _options: unknown, command: Command) => {
      await withApp(command, async ({ app }) => {
        messageOf(id, app)
        const what = app.reopen(id)
        if (what !== 'reopened') throw new UsageError(`message ${id} ${REFUSALS[what]}`)
        process.stdout.write(`message ${id} is tried again by the next sweep\n`)
      })
    })
}
