import type { Command } from 'commander'
import { withApp } from './context.ts'
import { messageOf, toId } from './message-id.ts'
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
        process.stdout.write(showText(messageOf(id, app), config))
      })
    })
}
