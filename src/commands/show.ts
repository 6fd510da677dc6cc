import type { Command } from 'commander'
import { UsageError } from '../errors.ts'
import { withApp } from './context.ts'
import { toId } from './message-id.ts'
import { showText } from './show-text.ts'

/** `shenbao show ID`: everything about one message: decision, checks with their quotes, history, reply. */
export function defineShow(program: Command): void {
  program
    .command('show')
    .description('show one message: decision, checks with quotes, documents, reply')
    .argument('<id>', 'its number in the list', toId)
    .addHelpText('after', '\nExample:\n  shenbao show 12')
    .action(async (id: number, _options: unknown, command: Command) => {
      await withApp(command, async ({ app, config }) => {
        const shown = app.show(id)
        if (shown === null) throw new UsageError(`there is no message ${id}: shenbao list shows them`)
        process.stdout.write(showText(shown, config))
      })
    })
}
