import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Command } from 'commander'
import { pathAsCalled } from '../config/environment.ts'
import { dayIn } from '../core/day.ts'
import { withApp } from './context.ts'

/** `shenbao digest`: the digest as it stands now, printed, or written to files. */
export function defineDigest(program: Command): void {
  program
    .command('digest')
    .description('compose the digest as it stands now: printed as text, or written to a folder')
    .option('--out <dir>', 'write digest-DATE.html, .txt and .xlsx there')
    .addHelpText('after', '\nExample:\n  shenbao digest --out /tmp/digest')
    .action(async (options: { out?: string }, command: Command) => {
      await withApp(command, async ({ app, config }) => {
        const { subject, text, html, workbook } = await app.previewDigest()
        if (options.out === undefined) {
          process.stdout.write(`${subject}\n\n${text}\n`)
          return
        }
        const folder = pathAsCalled(options.out)
        const name = join(folder, `digest-${dayIn(app.clock(), config.timezone)}`)
        await mkdir(folder, { recursive: true })
        await writeFile(`${name}.html`, html)
        await writeFile(`${name}.xlsx`, workbook)
        await writeFile(`${name}.txt`, `${subject}\n\n${text}\n`)
        process.stdout.write(`${name}.html\n${name}.txt\n${name}.xlsx\n`)
      })
    })
}
