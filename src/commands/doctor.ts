import type { Command } from 'commander'
import { requireSecrets } from '../config/config.ts'
import type { Diagnosis } from '../core/doctor/diagnosis.ts'
import { clean } from '../core/text/quote.ts'
import { withApp } from './context.ts'

/** `shenbao doctor`: everything the service stands on, a line each; exit code 1 where something is to be done. */
export function defineDoctor(program: Command): void {
  program
    .command('doctor')
    .description('look at configuration, clock, mailbox, SMTP, database and disk: a line each, ✓ or what to do')
    .option('--json', 'one JSON object')
    .option('--send-test <address>', 'send one mail there; where it is the mailbox itself, wait until it arrives')
    .addHelpText('after', '\nExample:\n  shenbao doctor --send-test jxdw@dlut.edu.cn')
    .action(async ({ sendTest = null, json = false }: Options, command: Command) => {
      await withApp(command, async ({ app, config }) => {
        const diagnoses: Diagnosis[] = []
        for await (const diagnosis of app.diagnose(sendTest)) {
          diagnoses.push(diagnosis)
          if (!json) process.stdout.write(lineOf(diagnosis))
        }
        const wrong = diagnoses.filter(({ ok }) => !ok).length
        if (json) process.stdout.write(`${JSON.stringify({ ok: wrong === 0, diagnoses })}\n`)
        requireSecrets(config)
        if (wrong > 0) throw new Error(wrong === 1 ? 'one thing is to be done' : `${wrong} things are to be done`)
      })
    })
}

type Options = { readonly sendTest?: string | null; readonly json?: boolean }

const LINE = 1000

/** What servers and strangers wrote stays on its line and moves no cursor. */
const lineOf = ({ ok, about, seen, todo }: Diagnosis): string =>
  `${ok ? '✓' : '✗'} ${about}: ${clean(seen, LINE)}\n${todo === null ? '' : `    → ${clean(todo, LINE)}\n`}`
