import type { Command } from 'commander'
import { isUnsettled } from '../core/application/confirmation.ts'
import { worded } from '../core/call/nouns.ts'
import type { Papers } from '../core/papers/papers.ts'
import { checkCall } from './call-id.ts'
import { withApp } from './context.ts'
import { newFolder, writeInto } from './new-folder.ts'
import { createProgress } from './progress.ts'

const HELP = `
评审材料.docx has a page for each applicant of whom a version stands, in the roster's order: what the form says, the conditions with their quotes
and what people settled, evidence, notes, and room for the vote. 汇总表.xlsx is the same as a table: fill in the column 结果 and give it to
shenbao results. 材料/ holds an archive for each applicant. The folder must be new or empty. It holds personal data: keep it as such.

Example:
  shenbao pack 2024-model-branch --out data/papers-2024`

/** `shenbao pack CALL --out DIR`: the meeting's papers. */
export function definePack(program: Command): void {
  program
    .command('pack')
    .description("write the meeting's papers: 评审材料.docx, 汇总表.xlsx, an archive for each applicant")
    .argument('<call>', 'the call')
    .requiredOption('--out <dir>', 'a folder, new or empty')
    .addHelpText('after', HELP)
    .action(async (id: string, options: { out: string }, command: Command) => {
      await withApp(command, async ({ app, config }) => {
        const folder = newFolder(options.out)
        const packing = app.packing(checkCall(id, config))
        const { papers, docx, xlsx } = await packing.papers()
        await writeInto(folder, ['评审材料.docx'], docx)
        await writeInto(folder, ['汇总表.xlsx'], xlsx)
        const progress = createProgress('材料')
        for (const [index, one] of papers.standing.entries()) {
          const { path, bytes } = await packing.caseFile(one, papers)
          await writeInto(folder, ['材料', ...path], bytes)
          progress.at(index + 1, papers.standing.length)
        }
        progress.end()
        process.stdout.write(packedText(papers, folder))
      })
    })
}

function packedText({ call, standing }: Papers, folder: string): string {
  const open = standing.filter(({ checks }) => checks.some(isUnsettled)).length
  const lines = [
    `评审材料已形成：${standing.length}个${worded('{applying}', call.nouns)}，在${folder}`,
    ...(open === 0
      ? []
      : [`其中${open}个${call.nouns.applicant}有待核实的条件：核实后用shenbao confirm登记，再形成一次即可。`]),
    `评审后在汇总表“结果”一栏填写结果，再执行：shenbao results ${call.id} 汇总表.xlsx`,
  ]
  return lines.map(line => `${line}\n`).join('')
}
