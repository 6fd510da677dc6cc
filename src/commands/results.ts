import type { Command } from 'commander'
import type { App, ResultsPlan } from '../app.ts'
import { pathAsCalled } from '../config/environment.ts'
import type { Applicant } from '../core/call/applicant.ts'
import { clean } from '../core/text/quote.ts'
import { checkCall } from './call-id.ts'
import { withApp } from './context.ts'
import { letterLines } from './letter-lines.ts'

const HELP = `
Reads the column 结果 of the 汇总表 that shenbao pack made, however it was sorted, filtered or saved since: by 受理编号. What doesn't match is
said, and nothing is done. Shows the letters, and sends nothing without --send; then only the groups named with --only, each applicant once.
A result that differs from the one told before goes out as a correction. The words stand in config/wording (results); no letter bears reasons.

Examples:
  shenbao results 2024-model-branch 汇总表.xlsx
  shenbao results 2024-model-branch 汇总表.xlsx --only 推荐 --send`

/** `shenbao results CALL FILE.xlsx`: tells the result, group by group. */
export function defineResults(program: Command): void {
  program
    .command('results')
    .description(
      'read the results from the returned 汇总表.xlsx: shows the letters, sends those of a group with --send',
    )
    .argument('<call>', 'the call')
    .argument('<file>', 'the returned 汇总表, as xlsx')
    .option('--only <result...>', 'the groups that are meant, such as 推荐')
    .option('--send', 'send them')
    .addHelpText('after', HELP)
    .action(async (call: string, file: string, options: { only?: string[]; send?: boolean }, command: Command) => {
      await withApp(command, async ({ app, config }) => {
        checkCall(call, config)
        const { only = null, send = false } = options
        const announcing = { call, sheets: await app.readSheet(pathAsCalled(file)), only }
        const plan = send ? await app.announceResults(announcing) : await app.planResults(announcing)
        process.stdout.write(resultsText(plan, send, app))
      })
    })
}

const named = (applicants: readonly Applicant[]): string => applicants.map(({ shown }) => clean(shown, 80)).join('、')

function resultsText(plan: ResultsPlan, sent: boolean, app: App): string {
  const { groups, letters, told, unreachable, blank, missing, notice } = plan
  const corrections = letters.flatMap(({ applicant, before }) => (before === null ? [] : [applicant]))
  const lines = [
    ...groups.map(({ result, applicants }) => `${clean(result, 40)}（${applicants.length}个）：${named(applicants)}`),
    ...(blank.length === 0 ? [] : [`未填写结果：${named(blank)}`]),
    ...(missing.length === 0 ? [] : [`汇总表中没有：${named(missing)}`]),
    '',
    sent ? `结果通知${letters.length}封，由服务陆续发出。` : `将发送结果通知${letters.length}封；尚未发送任何邮件。`,
    ...letterLines(letters, sent),
    ...(corrections.length === 0 ? [] : [`此前通知的结果不同，作为更正发送：${named(corrections)}`]),
    ...(told.length === 0 ? [] : [`已通知过，不再发送：${named(told)}`]),
    ...(unreachable.length === 0 ? [] : [`没有邮箱，须另行转告：${named(unreachable)}`]),
    ...(notice.length === 0 ? [] : ['', '公示（可直接复制）：', ...notice, '']),
    ...(sent || letters.length === 0 ? [] : [sendHint(plan, app)]),
  ]
  return lines.map(line => `${line}\n`).join('')
}

const sendHint = ({ call, groups }: ResultsPlan, { repliesAreHeld }: App): string =>
  repliesAreHeld
    ? '试运行期间不对外发信：启用发送后再通知结果。'
    : `确认发送：shenbao results ${call.id} 汇总表.xlsx --only ${clean(groups[0]?.result ?? '', 40)} --send`
