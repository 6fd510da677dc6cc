import { Argument, type Command } from 'commander'
import type { App } from '../app.ts'
import { applicantOf, type Decision } from '../core/judge/decision.ts'
import { OUTCOME_NAMES } from '../core/judge/outcome-names.ts'
import type { Deed } from '../core/judge/person-decision.ts'
import type { OutgoingMail } from '../core/sending/outgoing-mail.ts'
import { clean } from '../core/text/quote.ts'
import { UsageError } from '../errors.ts'
import { withApp } from './context.ts'
import { toId } from './message-id.ts'
import { toText } from './text.ts'

type Options = { reason: string; by: string; branch?: string; entry?: string; withoutForm?: boolean }

const HELP = `
The machine's decision stays on record; yours counts. The reply goes out with the worker's next round.
The reason of a return or a refusal is told to the sender (of an excluded branch: only that it is out of scope); any other is only recorded.
undo brings back the state before the last decision, with a letter 更正 where that was told; close ends a case without a letter.
withdraw confirms a withdrawal (or «不申报»); keep lets the application stand in spite of it, or takes late evidence into the papers.

Examples:
  shenbao decide 12 accept --by 王老师 --reason '已与支部书记电话核实'
  shenbao decide 15 return --by 王老师 --reason '请补充近三年支部获表彰的文号'
  shenbao decide 17 accept --by 王老师 --branch 教工第二党支部 --reason '支部名称已核对'
  shenbao decide 19 accept --entry 教工第三党支部 --by 王老师 --reason '一封邮件附两个支部的申报书，已分别核对'
  shenbao decide 17 undo --by 王老师 --reason '登记有误'
  shenbao decide 21 close --by 王老师 --reason '已电话答复'`

const DEEDS: readonly Deed[] = ['accept', 'return', 'reject', 'withdraw', 'keep', 'close', 'undo']

/** `shenbao decide ID accept|return|reject|withdraw|keep|close|undo`: a person's decision. Runs beside the worker, which sends the reply. */
export function defineDecide(program: Command): void {
  program
    .command('decide')
    .description("record a person's decision on a submission and answer its sender")
    .argument('<id>', 'its number in the list', toId)
    .addArgument(new Argument('<verdict>').choices(DEEDS))
    .requiredOption('--reason <text>', 'why', toText)
    .requiredOption('--by <name>', 'who decides', toText)
    .option('--branch <name>', 'the branch, as it stands in the roster, where it is open or wrong', toText)
    .option('--entry <applicant>', 'which of the applicants that the mail brings something for', toText)
    .option('--without-form', 'accept although no form came: it displaces no version with a form')
    .addHelpText('after', HELP)
    .action(async (id: number, verdict: Deed, options: Options, command: Command) => {
      await withApp(command, async ({ app }) => {
        const { reason, by, branch = null, entry = null, withoutForm = false } = options
        if (withoutForm && verdict !== 'accept') throw new UsageError('--without-form belongs to accept')
        const decided = await app.decide(id, { verdict, by, reason, branch, entry, withoutForm })
        process.stdout.write(decidedText(id, decided, app))
      })
    })
}

function decidedText(
  id: number,
  { decision, application, reply, notices }: Awaited<ReturnType<App['decide']>>,
  app: App,
): string {
  const standing = application?.chain.find(one => one.standing)
  const lines = [
    `邮件${id}：${applicantOf(decision)?.shown ?? '申报人未定'}，${OUTCOME_NAMES[decision.outcome]}${decision.closed ? '，已办结' : ''}`,
    ...(application === null
      ? []
      : [`受理编号${application.number}：${standing === undefined ? '没有有效版本' : `第${standing.version}版有效`}`]),
    reply === null ? `不发送答复：${whyNoReply(decision)}` : replyText(reply.mail, app),
    ...notices.map(({ mail }) => `另告知原申报人，${replyText(mail, app)}`),
  ]
  return lines.map(line => `${clean(line)}\n`).join('')
}

const replyText = ({ to, subject }: OutgoingMail, app: App): string =>
  `答复${app.repliesAreHeld ? '已生成，启用发送后发出' : '将由服务发出'}：${to.map(({ address }) => address).join('、')}，${subject}`

const whyNoReply = ({ closed, undone, answer }: Decision): string => {
  if (closed) return '办结不另行答复'
  if (answer === 'never') return '该邮件的发件人不可答复，请另行转告'
  return undone ? '撤销的决定尚未告知对方' : '该邮件的发件人不可答复'
}
