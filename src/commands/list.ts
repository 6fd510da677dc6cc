import { type Command, Option } from 'commander'
import type { ListedSubmission } from '../core/application/listed-submission.ts'
import { OUTCOME_NAMES } from '../core/judge/outcome-names.ts'
import { checkCall } from './call-id.ts'
import { withApp } from './context.ts'
import { type ListFilter, only, onlyWith } from './list-filter.ts'
import { listTable } from './list-table.ts'

const HELP = `
Examples:
  shenbao list --outcome held
  shenbao list --branch 教工第一 --standing
  shenbao list --json | jq -r .outcome | sort | uniq -c`

/** `shenbao list`: a line for each entry of a message; as JSON with unrelated ones included. */
export function defineList(program: Command): void {
  program
    .command('list')
    .description('list what came and what was decided')
    .option('--call <id>', 'only what applies to this call')
    .addOption(new Option('--outcome <outcome>', 'only these').choices(Object.keys(OUTCOME_NAMES)))
    .option('--branch <name>', 'only of branches whose name contains this')
    .option('--standing', 'only the versions that count')
    .option('--json', 'one JSON object a line, every message of the mailbox, oldest first')
    .addHelpText('after', HELP)
    .action(async ({ json, ...filter }: ListFilter & { json?: boolean }, command: Command) => {
      await withApp(command, async ({ app, config }) => {
        if (filter.call !== undefined) checkCall(filter.call, config)
        if (json !== true) {
          const shown = only(app.overview().lines(), filter)
          process.stdout.write(listTable(shown, { timezone: config.timezone, colours: process.stdout.isTTY }))
          return
        }
        for (const lines of portions(onlyWith(app.overview().messages(), filter))) process.stdout.write(lines)
      })
    })
}

/** So many characters are written at once: a write for each line takes longer than making the line. */
const PORTION = 100_000

function* portions(messages: Iterable<ListedSubmission>): Iterable<string> {
  let lines = ''
  for (const message of messages) {
    lines += `${JSON.stringify(message)}\n`
    if (lines.length < PORTION) continue
    yield lines
    lines = ''
  }
  yield lines
}
