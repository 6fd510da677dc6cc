import { type Command, Option } from 'commander'
import type { ListedLine, ListedSubmission } from '../core/application/listed-submission.ts'
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

/** More lines nobody looks through at once; and so it takes no longer, however many are stored. */
const PAGE = 1000

type Options = ListFilter & { readonly json?: boolean; readonly every?: boolean }

/** `shenbao list`: a line for each entry of a message; as JSON with unrelated ones included. */
export function defineList(program: Command): void {
  program
    .command('list')
    .description('list what came and what was decided')
    .option('--call <id>', 'only what applies to this call')
    .addOption(new Option('--outcome <outcome>', 'only these').choices(Object.keys(OUTCOME_NAMES)))
    .option('--branch <name>', 'only of applicants whose name contains this')
    .option('--standing', 'only the versions that count')
    .option('--every', `every line of the table, not the newest ${PAGE} alone`)
    .option('--json', 'one JSON object a line, every message of the mailbox, oldest first')
    .addHelpText('after', HELP)
    .action(async ({ json, every, ...filter }: Options, command: Command) => {
      await withApp(command, async ({ app, config }) => {
        if (filter.call !== undefined) checkCall(filter.call, config)
        if (json !== true) {
          const { lines, more } = newest(only(app.overview().lines(), filter), every === true ? Infinity : PAGE)
          process.stdout.write(listTable(lines, { timezone: config.timezone, colours: process.stdout.isTTY }))
          if (more) process.stdout.write(`以上为最近${PAGE}条，更早的未列出；需全部列出，请加 --every。\n`)
          return
        }
        for (const lines of portions(onlyWith(app.overview().messages(), filter))) process.stdout.write(lines)
      })
    })
}

/** So many of lines that come newest first, in the order of receipt. */
function newest<Line extends Pick<ListedLine, 'id'>>(lines: Iterable<Line>, most: number) {
  const taken: Line[] = []
  let more = false
  for (const line of lines) {
    more = taken.length === most
    if (more) break
    taken.push(line)
  }
  return { lines: taken.sort((a, b) => a.id - b.id), more }
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
