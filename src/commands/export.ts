import type { Command } from 'commander'
import { checkCall } from './call-id.ts'
import { withApp } from './context.ts'
import { newFolder, writeInto } from './new-folder.ts'
import { createProgress } from './progress.ts'
import { showText } from './show-text.ts'

const HELP = `
One folder for each applicant, in it one for each mail (submissions, evidence, withdrawals): the mail, the form under its right name, other
files under a number (文件清单.txt says what each was called; an archive is unpacked), the text that was read, decision, checks and history,
the replies. Questions lie in 咨询. Beside them 汇总表.xlsx and index.html, a page to open in a browser without a network: forms side by side.
The folder must be new or empty. It holds personal data: keep it as such.

Example:
  shenbao export --call 2024-model-branch --out data/export-2024`

/** `shenbao export`: everything of a call as files. */
export function defineExport(program: Command): void {
  program
    .command('export')
    .description('write everything of a call into a folder: mails, forms, texts, decisions, replies, 汇总表.xlsx')
    .requiredOption('--call <id>', 'the call')
    .requiredOption('--out <dir>', 'a folder, new or empty')
    .addHelpText('after', HELP)
    .action(async (options: { call: string; out: string }, command: Command) => {
      await withApp(command, async ({ app, config }) => {
        const call = checkCall(options.call, config)
        const folder = newFolder(options.out)
        const caseText = (id: number): string => {
          const shown = app.show(id)
          return shown === null ? '' : showText(shown, config)
        }
        const progress = createProgress('导出')
        let files = 0
        for await (const { path, bytes, done, total } of app.exportCall(call, caseText)) {
          await writeInto(folder, path, bytes)
          files += 1
          progress.at(done, total)
        }
        progress.end()
        process.stdout.write(`${files}个文件已导出到${folder}\n`)
      })
    })
}
