import type { Command } from 'commander'
import type { App, RemindPlan } from '../app.ts'
import { withoutRoster } from '../core/desk/done-text.ts'
import { checkCall } from './call-id.ts'
import { withApp } from './context.ts'
import { letterLines } from './letter-lines.ts'

const HELP = `
Shows the letters, and sends nothing without --send. They go to the addresses that the roster has for those who have not applied, and in their
thread to those asked to mend; once a day at most. «不申报» that nobody has confirmed is reminded too. Whoever can't be reached is named, and a
notice to copy is printed. The worker sends them, at most half of what a minute allows.

Examples:
  shenbao remind 2024-model-branch
  shenbao remind 2024-model-branch --send`

/** `shenbao remind CALL`: 催报. */
export function defineRemind(program: Command): void {
  program
    .command('remind')
    .description('remind those who have not applied or not mended: shows the letters, sends them with --send')
    .argument('<call>', 'the call')
    .option('--send', 'send them')
    .addHelpText('after', HELP)
    .action(async (call: string, { send = false }: { send?: boolean }, command: Command) => {
      await withApp(command, async ({ app, config }) => {
        checkCall(call, config)
        const plan = send ? await app.remind(call) : await app.planReminders(call)
        process.stdout.write(remindText(plan, send, app))
      })
    })
}

function remindText({ call, reminders, unreachable, today, notice }: RemindPlan, sent: boolean, app: App): string {
  const lines = [
    sent
      ? `催报通知${reminders.length}封，由服务陆续发出。`
      : `将发送催报通知${reminders.length}封；尚未发送任何邮件。`,
    ...letterLines(reminders, sent),
    ...withoutRoster(call),
    ...(today.length === 0 ? [] : [`今天已催报，不再发送：${today.join('、')}。`]),
    ...(unreachable.length === 0
      ? []
      : [`没有邮箱，须另行转告：${unreachable.join('、')}。`, '', '通知（可直接复制）：', ...notice, '']),
    ...(sent || reminders.length === 0 ? [] : [sendHint(call.id, app)]),
  ]
  return lines.map(line => `${line}\n`).join('')
}

const sendHint = (call: string, { repliesAreHeld }: App): string =>
  repliesAreHeld ? '试运行期间不对外发信：启用发送后再催报。' : `确认发送：shenbao remind ${call} --send`
