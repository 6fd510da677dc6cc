#!/usr/bin/env node
import { Command, CommanderError } from 'commander'
import { defineAudit } from './commands/audit.ts'
import { defineDecide } from './commands/decide.ts'
import { defineDigest } from './commands/digest.ts'
import { defineDoctor } from './commands/doctor.ts'
import { defineExport } from './commands/export.ts'
import { defineJudge } from './commands/judge.ts'
import { defineList } from './commands/list.ts'
import { definePurge } from './commands/purge.ts'
import { defineReplay } from './commands/replay.ts'
import { defineRun } from './commands/run.ts'
import { defineShow } from './commands/show.ts'
import { defineSweep } from './commands/sweep.ts'
import { ConfigurationError, describeError, UsageError } from './errors.ts'

const DONE = 0
const FAILED = 1
const BAD_USAGE = 2

const COMMANDS = [
  ...[defineRun, defineSweep, defineJudge, defineDigest],
  ...[defineList, defineShow, defineDecide, defineAudit, defineDoctor],
  ...[defineReplay, defineExport, definePurge],
]

/** The process: the command line in, an exit code out. 0 done, 1 failed, 2 bad usage or bad configuration. */
async function main(args: readonly string[]): Promise<number> {
  const program = new Command('shenbao')
    .description(
      'Takes official applications (申报书) by e-mail: reads the mailbox, checks, records, answers, reports.',
    )
    .option('--config <dir>', 'folder of service.yaml and calls/ (default: config, or SHENBAO_CONFIG)')
    .exitOverride()
    .showHelpAfterError()
  for (const define of COMMANDS) define(program)
  try {
    await program.parseAsync(args, { from: 'user' })
    return DONE
  } catch (error) {
    return report(error)
  }
}

function report(error: unknown): number {
  if (error instanceof CommanderError) return error.exitCode === 0 ? DONE : BAD_USAGE
  if (error instanceof ConfigurationError) {
    const many = error.mistakes.length === 1 ? 'a mistake' : `${error.mistakes.length} mistakes`
    process.stderr.write(`The configuration has ${many}:\n${error.message.replace(/^/gm, '  ')}\n`)
    return BAD_USAGE
  }
  process.stderr.write(`${describeError(error)}\n`)
  return error instanceof UsageError ? BAD_USAGE : FAILED
}

// Whoever reads our output may have seen enough: `shenbao list | head`.
process.stdout.on('error', (error: NodeJS.ErrnoException) => process.exit(error.code === 'EPIPE' ? DONE : FAILED))

process.exitCode = await main(process.argv.slice(2))
