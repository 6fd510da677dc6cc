import { Argument, type Command, InvalidArgumentError } from 'commander'
import type { App } from '../app.ts'
import { OUTCOME_NAMES } from '../core/judge/outcome-names.ts'
import type { Verdict } from '../core/judge/person-decision.ts'
import { clean } from '../core/text/quote.ts'
import { withApp } from './context.ts'
import { toId } from './message-id.ts'

type Options = { reason: string; by: string; branch?: string }

const HELP = `
The machine's decision stays on record; yours counts. The reply goes out with the worker's next round.
The reason of a return or a refusal is told to the sender; that of an acceptance is only recorded.

Examples:
  shenbao decide 12 accept --by 王老师 --reason '已与支部书记电话核实'
  shenbao decide 15 return --by 王老师 --reason '请补充近三年支部获表彰的文号'
  shenbao decide 17 accept --by 王老师 --branch 教工第二党支部 --reason '支部名称已核对'`

/** `shenbao decide ID accept|return|reject`: a person's decision. Runs beside the worker, which sends the reply. */
export function defineDecide(program: Command): void {
  program
    .command('decide')
    .description("record a person's decision on a submission and answer its sender")
    .argument('<id>', 'its number in the list', toId)
    .addArgument(new Argument('<verdict>').choices(['accept', 'return', 'reject']))
    .requiredOption('--reason <text>', 'why', toText)
    .requiredOption('--by <name>', 'who decides', toText)
    .option('--branch <name>', 'the branch, as it stands in the roster, where it is open or wrong', toText)
    .addHelpText('after', HELP)
    .action(async (id: number, verdict: Verdict, { reason, by, branch }: Options, command: Command) => {
      await withApp(command, async ({ app }) => {
        const decided = await app.decide(id, { verdict, by, reason, branch: branch ?? null })
        process.stdout.write(decidedText(id, decided, app))
      })
    })
}

function decidedText(
  id: number,
  { decision, application, reply }: Awaited<ReturnType<App['decide']>>,
  app: App,
): string {
  const standing = application?.chain.find(one => one.standing)
  const lines = [
    `邮件${id}：${decision.branch?.name ?? '支部未定'}，${OUTCOME_NAMES[decision.outcome]}`,
    ...(application === null
      ? []
      : [`受理编号${application.number}：${standing === undefined ? '没有有效版本' : `第${standing.version}版有效`}`]),
    reply === null
      ? '不发送答复：该邮件的发件人不可答复'
      : `答复${app.repliesAreHeld ? '已生成，启用发送后发出' : '将由服务发出'}：${reply.mail.to[0]?.address ?? ''}`,
  ]
  return lines.map(line => `${clean(line)}\n`).join('')
}

function toText(text: string): string {
  const said = clean(text, 1000)
  if (said !== '') return said
  throw new InvalidArgumentError('it may not be empty.')
}
