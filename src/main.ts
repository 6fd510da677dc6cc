import { Command, CommanderError, InvalidArgumentError } from 'commander'
import { lastWords } from './commands/file-trouble.ts'
import { ConfigurationError, UsageError } from './errors.ts'
import { VERSION } from './version.ts'

const DONE = 0
const FAILED = 1
const BAD_USAGE = 2

type Define = (program: Command) => void

/** Each command's module, loaded when the command is called, or when help tells of all of them. */
const COMMANDS: Readonly<Record<string, () => Promise<Define>>> = {
  run: async () => (await import('./commands/run.ts')).defineRun,
  sweep: async () => (await import('./commands/sweep.ts')).defineSweep,
  judge: async () => (await import('./commands/judge.ts')).defineJudge,
  digest: async () => (await import('./commands/digest.ts')).defineDigest,
  list: async () => (await import('./commands/list.ts')).defineList,
  show: async () => (await import('./commands/show.ts')).defineShow,
  decide: async () => (await import('./commands/decide.ts')).defineDecide,
  amend: async () => (await import('./commands/amend.ts')).defineAmend,
  call: async () => (await import('./commands/call.ts')).defineCall,
  remind: async () => (await import('./commands/remind.ts')).defineRemind,
  pack: async () => (await import('./commands/pack.ts')).definePack,
  results: async () => (await import('./commands/results.ts')).defineResults,
  confirm: async () => (await import('./commands/confirm.ts')).defineConfirm,
  desk: async () => (await import('./commands/desk.ts')).defineDesk,
  audit: async () => (await import('./commands/audit.ts')).defineAudit,
  reopen: async () => (await import('./commands/reopen.ts')).defineReopen,
  resend: async () => (await import('./commands/resend.ts')).defineResend,
  doctor: async () => (await import('./commands/doctor.ts')).defineDoctor,
  health: async () => (await import('./commands/health.ts')).defineHealth,
  backup: async () => (await import('./commands/backup.ts')).defineBackup,
  replay: async () => (await import('./commands/replay.ts')).defineReplay,
  export: async () => (await import('./commands/export.ts')).defineExport,
  purge: async () => (await import('./commands/purge.ts')).definePurge,
  restore: async () => (await import('./commands/restore.ts')).defineRestore,
}

/** The command line in, an exit code out: 0 done, 1 failed, 2 bad usage or bad configuration. */
export async function main(args: readonly string[]): Promise<number> {
  const program = new Command('shenbao')
    .description(
      'Takes official applications (申报书) by e-mail: reads the mailbox, checks, records, answers, reports.',
    )
    .option('--config <dir>', 'folder of service.yaml and calls/ (default: config, or SHENBAO_CONFIG)')
    .version(VERSION)
    .exitOverride()
    .showHelpAfterError('(shenbao --help, or --help behind a command, tells more)')
  try {
    for (const define of await Promise.all(called(args).map(load => load()))) define(program)
    await program.parseAsync(args, { from: 'user' })
    return DONE
  } catch (error) {
    return report(error)
  }
}

/** The command that is called, where that is plain to see; else all of them. */
function called(args: readonly string[]): readonly (() => Promise<Define>)[] {
  const [first, , third] = args
  const load = COMMANDS[(first === '--config' ? third : first) ?? '']
  return load === undefined ? Object.values(COMMANDS) : [load]
}

function report(error: unknown): number {
  const isTold = error instanceof CommanderError && !(error instanceof InvalidArgumentError)
  if (isTold) return error.exitCode === 0 ? DONE : BAD_USAGE
  if (error instanceof ConfigurationError) {
    const many = error.mistakes.length === 1 ? 'a mistake' : `${error.mistakes.length} mistakes`
    process.stderr.write(`The configuration has ${many}:\n${error.message.replace(/^/gm, '  ')}\n`)
    return BAD_USAGE
  }
  process.stderr.write(`${lastWords(error)}\n`)
  return error instanceof UsageError || error instanceof InvalidArgumentError ? BAD_USAGE : FAILED
}
