import { Argument, type Command, Option } from 'commander'
import type { Amended, App } from '../app.ts'
import { BRANCH_TYPES, type Wish } from '../core/call/amending.ts'
import type { RosterRow } from '../core/call/amendment.ts'
import { amendmentText } from '../core/call/amendment-text.ts'
import { clean } from '../core/text/quote.ts'
import { UsageError } from '../errors.ts'
import { checkCall } from './call-id.ts'
import { withApp } from './context.ts'
import { toInstant } from './instant.ts'
import { appliedText, changeText, failureText } from './replay-text.ts'
import { toText } from './text.ts'

type Options = { by: string; reason: string; name?: string; type?: string; alias?: string[]; email?: string[] }

const HELP = `
What:
  deadline TIME                     put off, to a time to come; the published one goes on anchoring the conditions' windows
  roster add BRANCH                 with --type, --alias, --email
  roster correct BRANCH             --name, --type, --alias, --email replace what stands there
  roster alias BRANCH NAME          one more name that the branch is known by
  roster address BRANCH ADDRESS     one more address that may replace its application
  exclude BRANCH                    the reason is told to nobody but staff
  restore BRANCH                    the branch may apply again

An amendment wins over the call's file, whatever that says later. It is applied to everything stored; those whose result changes are
answered, and a longer deadline is announced to those who applied, were returned, or were late.

Examples:
  shenbao amend 2024-model-branch deadline 2024-05-21T12:00:00+08:00 --by 王老师 --reason '学院党委5月19日研究'
  shenbao amend 2024-model-branch roster add 教工第九党支部 --type 教师 --by 王老师 --reason '名册漏列'
  shenbao amend 2024-model-branch exclude 教工第三党支部 --by 王老师 --reason '党委会5月21日研究'`

/** `shenbao amend CALL …`: what the committee changed of a call. Runs beside the worker, which sends the letters. */
export function defineAmend(program: Command): void {
  program
    .command('amend')
    .description('record what the committee changed of a call, apply it to what is stored, and tell those concerned')
    .argument('<call>', 'the call')
    .addArgument(new Argument('<what>').choices(['deadline', 'roster', 'exclude', 'restore']))
    .argument('<value...>', 'what it becomes')
    .requiredOption('--reason <text>', 'why, for staff', toText)
    .requiredOption('--by <name>', 'who amends', toText)
    .option('--name <name>', 'roster correct: its right name', toText)
    .addOption(new Option('--type <type>', 'roster: the kind of branch').choices(Object.keys(BRANCH_TYPES)))
    .option('--alias <name...>', 'roster: other names that it is known by')
    .option('--email <address...>', 'roster: addresses that may replace its application')
    .addHelpText('after', HELP)
    .action(async (call: string, what: string, values: string[], options: Options, command: Command) => {
      const wish = wishOf(what, values, options)
      await withApp(command, async ({ app, config }) => {
        checkCall(call, config)
        const { by, reason } = options
        process.stdout.write(amendedText(await app.amend(call, wish, { by, reason }), app, config.timezone))
      })
    })
}

function wishOf(what: string, values: readonly string[], options: Options): Wish {
  const [first = '', second, third] = values
  const isRoster = what === 'roster'
  if (values.length > (isRoster ? 3 : 1)) throw new UsageError(`${what}: too many values, see shenbao amend --help`)
  if (what === 'deadline') return { what, to: toInstant(first) }
  if (what === 'exclude' || what === 'restore') return { what, branch: first }
  if (second === undefined) throw new UsageError('roster add|correct|alias|address: a branch is missing')
  const row = rowOf(options)
  if (first === 'add') return { what: first, row: { name: second, type: null, aliases: [], emails: [], ...row } }
  if (first === 'correct') return { what: first, branch: second, row }
  if ((first === 'alias' || first === 'address') && third !== undefined)
    return { what: first, branch: second, value: third }
  throw new UsageError('roster add|correct BRANCH, or alias|address BRANCH VALUE: see shenbao amend --help')
}

const rowOf = ({ name, type, alias, email }: Options): Partial<RosterRow> => ({
  ...(name === undefined ? {} : { name }),
  ...(type === undefined ? {} : { type: BRANCH_TYPES[type] ?? null }),
  ...(alias === undefined ? {} : { aliases: alias }),
  ...(email === undefined ? {} : { emails: email.map(address => address.toLowerCase()) }),
})

function amendedText(amended: Amended, { repliesAreHeld }: App, timezone: string): string {
  const { amendment, applied, kept, failed, announced } = amended
  const told = announced.flatMap(({ mail }) => mail.to.map(({ address }) => clean(address, 80)))
  const lines = [
    `${clean(amendmentText(amendment, timezone), 300)}：已登记\n`,
    ...applied.flatMap(one => [changeText(one.change), appliedText(one)]),
    ...kept.map(({ stored }) => `邮件${stored.id}：此前已由人工决定，保持不变；需要更改的，请另行decide\n`),
    ...failed.map(failureText),
    ...(told.length === 0 ? [] : [`延长通知：${told.join('、')}\n`]),
    ...(repliesAreHeld ? ['试运行：答复已生成，启用发送后发出\n'] : []),
  ]
  return lines.join('')
}
