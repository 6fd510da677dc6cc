import { readFile } from 'node:fs/promises'
import type { Command } from 'commander'
import type { Judged } from '../app.ts'
import { pathAsCalled } from '../config/environment.ts'
import { describeError } from '../errors.ts'
import { withApp } from './context.ts'
import { toInstant } from './instant.ts'
import { judgeJson } from './judge-json.ts'
import { judgeText } from './judge-text.ts'

type Options = { received?: Date; internaldate?: Date; now?: Date; deadline?: Date; ocr?: boolean; json?: boolean }

/** `shenbao judge FILE.eml…`: offline; no database, no network, nothing sent. */
export function defineJudge(program: Command): void {
  program
    .command('judge')
    .description('judge mails from files: no database, no network, nothing sent')
    .argument('<file...>', 'mails as raw RFC 5322 files (.eml)')
    .option('--received <iso>', 'when our server received it; wins over everything', toInstant)
    .option('--internaldate <iso>', 'its INTERNALDATE in the mailbox', toInstant)
    .option('--now <iso>', 'the moment of judging (default: the judged time)', toInstant)
    .option('--deadline <iso>', 'a deadline in place of the one that the call’s file says', toInstant)
    .option('--ocr', 'read scans, too; the outcome stays as it is')
    .option('--json', 'one JSON object for each file, a line each')
    .addHelpText('after', '\nExample:\n  shenbao judge mail.eml --received 2024-05-19T16:00:00+08:00')
    .action(async (files: string[], options: Options, command: Command) => {
      await withApp(command, async ({ app, config }) => {
        const { received = null, internaldate: internalDate = null, now = null, deadline = null } = options
        let unread = 0
        for (const file of files) {
          const source = await readFile(pathAsCalled(file)).catch((error: unknown) => {
            process.stderr.write(`${file} can't be read: ${describeError(error)}\n`)
            return null
          })
          if (source === null) unread += 1
          else {
            const said = { file, source, received, internalDate, now, deadline, ocr: options.ocr === true }
            const judged = await app.judgeFile(said)
            const text = options.json === true ? jsonLine(judged) : judgeText(judged, config.timezone)
            process.stdout.write(text)
          }
        }
        if (unread > 0) throw new Error(`${unread} of ${files.length} files could not be read`)
      })
    })
}

const jsonLine = (judged: Judged): string => `${JSON.stringify(judgeJson(judged))}\n`
