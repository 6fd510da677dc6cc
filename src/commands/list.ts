import type { Command } from 'commander'
import { withApp } from './context.ts'
import { listTable } from './list-table.ts'

/** `shenbao list`: a line for each message; as JSON with unrelated ones included. */
export function defineList(program: Command): void {
  program
    .command('list')
    .description('list what came and what was decided')
    .option('--json', 'one JSON object a line, every message of the mailbox, oldest first')
    .addHelpText('after', '\nExample:\n  shenbao list --json | jq -r .outcome | sort | uniq -c')
    .action(async (options: { json?: boolean }, command: Command) => {
      await withApp(command, async ({ app, config }) => {
        if (options.json !== true) {
          process.stdout.write(listTable(app.overview().related(), config.timezone))
          return
        }
        for (const message of app.overview().messages()) process.stdout.write(`${JSON.stringify(message)}\n`)
      })
    })
}
