import type { Command } from 'commander'
import { startOfDay } from '../core/text/day.ts'
import { checkCall } from './call-id.ts'
import { withApp } from './context.ts'
import { toDay } from './to-day.ts'

const HELP = `
Only after an export that has everything, only once the deadline has passed, never by itself. Mails, forms, decisions, replies, senders
and subjects go, sent digests of that time too; what proves that nothing was lost stays: hashes, outcomes, versions, the chain of events.
Backups and exports are yours to delete.

Example:
  shenbao purge --call 2024-model-branch --before 2024-09-01`

/** `shenbao purge`: removes the personal data of a closed call. */
export function definePurge(program: Command): void {
  program
    .command('purge')
    .description('remove the personal data of a closed call, after its export')
    .requiredOption('--call <id>', 'the call')
    .requiredOption('--before <date>', 'what was received before that day, such as 2024-09-01', toDay)
    .addHelpText('after', HELP)
    .action(async (options: { call: string; before: string }, command: Command) => {
      await withApp(command, async ({ app, config }) => {
        const call = checkCall(options.call, config)
        const count = app.purge(call, startOfDay(options.before, config.timezone))
        process.stdout.write(`已清除${count}封邮件的个人信息\n`)
      })
    })
}
