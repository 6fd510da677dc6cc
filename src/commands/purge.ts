import type { Command } from 'commander'
import type { PurgePlan } from '../app.ts'
import { startOfDay } from '../core/text/day.ts'
import { UsageError } from '../errors.ts'
import { checkCall } from './call-id.ts'
import { withApp } from './context.ts'
import { toText } from './text.ts'
import { toDay } from './to-day.ts'

type Options = { call: string; before: string; yes?: boolean; discardUnsent?: boolean; by?: string; reason?: string }

const HELP = `
Shows what it would remove, and what forbids it; removes with --yes. Only after an export that has everything, only once the deadline has
passed, with every case decided or closed and every letter sent, never by itself. Mails, forms, decisions, replies, senders and subjects go,
those of automatic mail and sent digests of that time too; what proves that nothing was lost stays: hashes, outcomes, versions, the chain of
events. Backups and exports are yours to delete.

Examples:
  shenbao purge --call 2024-model-branch --before 2024-09-01
  shenbao purge --call 2024-model-branch --before 2024-09-01 --yes
  shenbao purge --call 2024-model-branch --before 2024-09-01 --yes --discard-unsent --by 王老师 --reason '试运行，未对外发送'`

/** `shenbao purge`: removes the personal data of a closed call. */
export function definePurge(program: Command): void {
  program
    .command('purge')
    .description('remove the personal data of a closed call, after its export')
    .requiredOption('--call <id>', 'the call')
    .requiredOption('--before <date>', 'what was received before that day, such as 2024-09-01', toDay)
    .option('--yes', 'remove it')
    .option('--discard-unsent', 'also where letters were never sent, with --by and --reason')
    .option('--by <name>', 'with --discard-unsent: who decides', toText)
    .option('--reason <text>', 'with --discard-unsent: why', toText)
    .addHelpText('after', HELP)
    .action(async (options: Options, command: Command) => {
      const discard = discardOf(options)
      await withApp(command, async ({ app, config }) => {
        const call = checkCall(options.call, config)
        const before = startOfDay(options.before, config.timezone)
        if (options.yes !== true) process.stdout.write(planText(app.planPurge(call, before, discard)))
        else {
          process.stdout.write(`已清除${whatOf(app.purge(call, before, discard))}\n`)
        }
      })
    })
}

function discardOf({ discardUnsent, by, reason }: Options): { by: string; reason: string } | null {
  if (discardUnsent !== true) return null
  if (by === undefined || reason === undefined) throw new UsageError('--discard-unsent needs --by and --reason')
  return { by, reason }
}

const whatOf = ({ messages, automatic, letters }: PurgePlan): string =>
  [
    `${messages}封邮件的个人信息`,
    ...(automatic === 0 ? [] : [`自动邮件${automatic}封`]),
    ...(letters === 0 ? [] : [`催报、结果等通知${letters}封`]),
  ].join('，另有')

function planText(plan: PurgePlan): string {
  const { unsent, open, refusals } = plan
  const lines = [
    `将清除${whatOf(plan)}；尚未清除任何内容。`,
    ...(unsent === 0 ? [] : [`其中${unsent}封答复从未发出。`]),
    ...(open.length === 0 ? [] : [`未办结：邮件${open.join('、')}。`]),
    ...(refusals.length === 0 ? ['确认清除请加--yes。'] : refusals),
  ]
  return lines.map(line => `${line}\n`).join('')
}
