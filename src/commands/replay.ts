import type { Command } from 'commander'
import type { App, Replayed } from '../app.ts'
import { UsageError } from '../errors.ts'
import { checkCall } from './call-id.ts'
import { withApp } from './context.ts'
import { createProgress } from './progress.ts'
import { appliedText, changeText, failureText, summaryText } from './replay-text.ts'

type Options = { call?: string; apply?: boolean; by?: string; reason?: string }

const HELP = `
Judges each stored message as at the moment it was judged, under today's configuration, as amended (a deadline put off, a corrected roster: shenbao amend).
What people decided stays. Nothing is recorded or sent without --apply; with it, each change is recorded as that person's decision
and its sender is answered by the worker; versions that a later one replaced are not. The reason is told to nobody.

Examples:
  shenbao replay --call 2024-model-branch
  shenbao replay --call 2024-model-branch --apply --by 王老师 --reason '申报条件表述更正'`

/** `shenbao replay`: what today's configuration would change. */
export function defineReplay(program: Command): void {
  program
    .command('replay')
    .description("judge every stored message again under today's configuration, and print what would change")
    .option('--call <id>', 'only what belongs, or would belong, to this call')
    .option('--apply', 'record the changes and answer those concerned')
    .option('--by <name>', 'with --apply: who decides')
    .option('--reason <text>', 'with --apply: why')
    .addHelpText('after', HELP)
    .action(async (options: Options, command: Command) => {
      const { call = null, by = '', reason = '' } = options
      if (options.apply === true && (by.trim() === '' || reason.trim() === ''))
        throw new UsageError('--apply needs --by and --reason: the changes are somebody’s decision')
      await withApp(command, async ({ app, config }) => {
        if (call !== null) checkCall(call, config)
        const all = await replayed(app, call)
        if (options.apply === true) await apply(all, { by, reason }, app)
        const failed = all.filter(({ what }) => what === 'failed').length
        if (failed > 0) throw new Error(`${failed} messages could not be judged again`)
      })
    })
}

async function replayed(app: App, call: string | null): Promise<readonly Replayed[]> {
  const progress = createProgress('重新认定')
  const all: Replayed[] = []
  for await (const { total, ...one } of app.replay(call)) {
    all.push(one)
    progress.at(all.length, total)
  }
  progress.end()
  for (const one of all) {
    if (one.what === 'changed') process.stdout.write(changeText(one))
    if (one.what === 'failed') process.stdout.write(failureText(one))
  }
  process.stdout.write(summaryText(all))
  return all
}

async function apply(all: readonly Replayed[], who: { by: string; reason: string }, app: App): Promise<void> {
  const changed = all.filter(({ what }) => what === 'changed')
  for (const applied of await app.applyReplayed(changed, who)) process.stdout.write(appliedText(applied))
  if (app.repliesAreHeld) process.stdout.write('试运行：答复已生成，启用发送后发出\n')
}
