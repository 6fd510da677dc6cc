import { join } from 'node:path'
import type { Command } from 'commander'
import type { App } from '../app.ts'
import { pathAsCalled } from '../config/environment.ts'
import { dayIn, startOfDay } from '../core/text/day.ts'
import { UsageError } from '../errors.ts'
import { withApp } from './context.ts'
import { writeInto } from './new-folder.ts'
import { toDay } from './to-day.ts'

type Options = { date?: string; send?: boolean; out?: string }

const HELP = `
Without --date the digest as it stands now; with it the one that was composed for that day. --send composes today's (or that day's),
where there is none yet, and leaves it to the worker: there is one for each date.

Examples:
  shenbao digest --out /tmp/digest
  shenbao digest --date 2024-05-18
  shenbao digest --send`

/** `shenbao digest`: printed, written to files, or put into the outbox. */
export function defineDigest(program: Command): void {
  program
    .command('digest')
    .description('the digest as it stands now, or that of a day: printed as text, written to a folder, or sent')
    .option('--date <day>', 'the daily digest of that day, such as 2024-05-18', toDay)
    .option('--send', 'compose it, unless there is one, and have the worker send it')
    .option('--out <dir>', 'write digest-DATE.html, .txt and .xlsx there')
    .addHelpText('after', HELP)
    .action(async ({ date, send, out }: Options, command: Command) => {
      if (send === true && out !== undefined) throw new UsageError('--send and --out exclude each other')
      await withApp(command, async ({ app, config }) => {
        const day = date ?? dayIn(app.clock(), config.timezone)
        if (send === true) process.stdout.write(await sendDigest(app, day, startOfDay(day, config.timezone)))
        else await show(date === undefined ? await app.previewDigest() : composedFor(app, date), { day, out })
      })
    })
}

async function sendDigest(app: App, day: string, slot: Date): Promise<string> {
  if (slot > app.clock()) throw new UsageError(`${day} has not come yet`)
  const composed = await app.composeDigests({ slot, sweepStartedAt: slot })
  const isNew = composed.some(({ kind }) => kind === 'daily')
  return isNew ? `${day}的日报已生成，将由服务发出\n` : `${day}的日报此前已生成，不再重复\n`
}

type Shown = Awaited<ReturnType<App['previewDigest']>>

function composedFor(app: App, date: string): Shown {
  const found = app.composedDigest(date)
  if (found === null) throw new UsageError(`no daily digest was composed for ${date}`)
  return found
}

async function show({ subject, text, html, workbook }: Shown, { day, out }: { day: string; out: string | undefined }) {
  if (out === undefined) {
    process.stdout.write(`${subject}\n\n${text}\n`)
    return
  }
  const folder = pathAsCalled(out)
  for (const [ending, content] of Object.entries({ html, txt: `${subject}\n\n${text}\n`, xlsx: workbook })) {
    const name = `digest-${day}.${ending}`
    await writeInto(folder, [name], content)
    process.stdout.write(`${join(folder, name)}\n`)
  }
}
