import { Argument, type Command } from 'commander'
import type { ConfirmPlan } from '../app.ts'
import type { Confirmation } from '../core/application/confirmation.ts'
import { personVerdict } from '../core/application/confirmation-text.ts'
import { VERDICT_NAMES } from '../core/judge/outcome-names.ts'
import { clean } from '../core/text/quote.ts'
import { typeset } from '../core/text/typography.ts'
import { checkCall } from './call-id.ts'
import { withApp } from './context.ts'
import { toText } from './text.ts'

type Given = [string, string, string, Confirmation['verdict'], { reason: string; by: string }, Command]

const HELP = `
The machine's verdict stays on record; yours stands beside it in show, digest, export and the meeting's papers. No outcome changes and no
letter goes out. What no form can prove (近1年未出现突出问题) holds for the applicant; everything else for the files of the version that counts
now, so that a new version is to be looked at again. APPLICANT 全部: everybody of whom a version stands.

Examples:
  shenbao confirm 2024-model-branch 教工第一党支部 conduct pass --by 王老师 --reason '党委会5月21日研究'
  shenbao confirm 2024-model-branch 全部 近1年 pass --by 王老师 --reason '纪检部门5月21日复核'`

const ALL = '全部'

/** `shenbao confirm CALL APPLICANT CHECK pass|fail`: a person settles a condition. */
export function defineConfirm(program: Command): void {
  program
    .command('confirm')
    .description("record a person's verdict on a condition, beside the machine's")
    .argument('<call>', 'the call')
    .argument('<applicant>', `who applies, as the roster says, or ${ALL}`)
    .argument('<check>', 'the condition: its id, or words of its title')
    .addArgument(new Argument('<verdict>').choices(['pass', 'fail']))
    .requiredOption('--reason <text>', 'why, for staff', toText)
    .requiredOption('--by <name>', 'who confirms', toText)
    .addHelpText('after', HELP)
    .action(async (...[call, applicant, check, verdict, who, command]: Given) => {
      await withApp(command, async ({ app, config }) => {
        checkCall(call, config)
        const whom = applicant === ALL ? null : applicant
        process.stdout.write(confirmedText(app.confirm({ call, applicant: whom, check, verdict }, who)))
      })
    })
}

function confirmedText({ call, check, verdict, concerned }: ConfirmPlan): string {
  const title = `${clean(typeset(check.title))}：人工核实${VERDICT_NAMES[verdict]}，已登记${concerned.length}个\n`
  const lines = concerned.map(({ applicant, machine, before }) => {
    const system = machine === null ? '尚无申报' : `系统${VERDICT_NAMES[machine]}`
    return `  ${clean(applicant.shown, 80)}（${system}${before === null ? '' : `；此前人工${clean(personVerdict(before), 80)}`}）\n`
  })
  const next = verdict === 'fail' ? nextText(call, concerned) : ''
  return [title, ...lines, next].join('')
}

/** A condition that isn't met refuses nobody by itself. */
const nextText = ({ id, roster }: ConfirmPlan['call'], concerned: ConfirmPlan['concerned']): string =>
  concerned
    .map(({ applicant: { key }, message }) => {
      const ways = [
        ...(message === null ? [] : [`shenbao decide ${message} reject --by 姓名 --reason 理由`]),
        ...(roster.some(({ name }) => name === key)
          ? [`shenbao amend ${id} exclude ${clean(key, 80)} --by 姓名 --reason 理由`]
          : []),
      ]
      return ways.length === 0 ? '' : `不推荐的，请登记：${ways.join('，或')}\n`
    })
    .join('')
