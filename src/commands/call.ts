import { existsSync } from 'node:fs'
import { mkdir, readFile, writeFile } from 'node:fs/promises'
import { basename, dirname, join } from 'node:path'
import type { Command } from 'commander'
import type { CallTrial, DraftedCall } from '../app.ts'
import type { Config } from '../config/config.ts'
import { pathAsCalled } from '../config/environment.ts'
import type { Call } from '../core/call/call.ts'
import { pendingText } from '../core/call/pending-call.ts'
import { conditionsPage } from '../core/eligibility/conditions-page.ts'
import { trialPage } from '../core/notice/trial/trial-page.ts'
import { describeError, UsageError } from '../errors.ts'
import { checkCall } from './call-id.ts'
import { configFolderOf } from './config-folder.ts'
import { withApp } from './context.ts'
import { trialText, triedMails } from './trial-text.ts'

type Options = { readonly id: string; readonly out?: string }

const HELP = `
Each value stands with the notice's sentence behind it; what the notice doesn't say, or a person must confirm, is null with a question:
until it is answered the call is not open and claims no mail. docs/calls.md has the whole way from the notice to the first receipt.

Example:
  shenbao call new 通知.docx 附件1申请表.docx --id 2025-best-party-day`

/** `shenbao call new` and `shenbao call check`. */
export function defineCall(program: Command): void {
  const call = program
    .command('call')
    .description('a call from its notice; tried on mails of its own; its conditions explained')
    .addHelpText('after', '\nExample:\n  shenbao call new 通知.docx 附件1申请表.docx --id 2025-best-party-day')
  defineNew(call)
  defineCheck(call)
  defineConditions(call)
}

/** An open call by its id; one that still waits for a person is told with what is asked. */
function openCall(id: string, config: Config): Call {
  const pending = config.pending.find(one => one.id === id)
  if (pending !== undefined) throw new UsageError(`${id} ${pendingText(pending)}（${pending.file}）`)
  return checkCall(id, config)
}

/** For staff: how each condition is looked at, by this call's form and in its words. */
function defineConditions(call: Command): void {
  call
    .command('conditions')
    .description(
      'print in Chinese, as Markdown, what each condition of a call looks at and when it says what, for staff',
    )
    .argument('<id>', 'the call')
    .addHelpText('after', '\nExample:\n  shenbao call conditions 2024-model-branch > 核对办法.md')
    .action(async (id: string, _options: unknown, command: Command) => {
      const page = await withApp(command, async ({ config }) => conditionsPage(openCall(id, config)))
      process.stdout.write(page)
    })
}

const CHECK_HELP = `
Nothing is recorded or sent. On a wide terminal letters stand beside each other.

Example:
  shenbao call check 2025-best-party-day --out .`

async function writePage({ id, title }: Call, trial: CallTrial, folder: string): Promise<void> {
  const path = join(folder, `${id}-试用.html`)
  await mkdir(folder, { recursive: true })
  await writeFile(path, trialPage(title, triedMails(trial), trial.cautions))
  process.stdout.write(`已写入 ${path}\n`)
}

/** A call tried on mails made for it: nothing is recorded or sent. */
function defineCheck(call: Command): void {
  call
    .command('check')
    .description(
      'make mails for a call (right, misnamed, incomplete, blank, late), judge them and print what each applicant would get',
    )
    .argument('<id>', 'the call')
    .option('--out <dir>', 'write a page, too, with the letters side by side: ID-试用.html')
    .addHelpText('after', CHECK_HELP)
    .action(async (id: string, { out }: { readonly out?: string }, command: Command) => {
      await withApp(command, async ({ app, config }) => {
        const call = openCall(id, config)
        const trial = await app.tryCall(call)
        process.stdout.write(trialText(trial, process.stdout.columns ?? 0))
        if (out !== undefined) await writePage(call, trial, pathAsCalled(out))
        if (trial.failed.length > 0)
          throw new Error(
            `${trial.failed.length} of these mails, or of the notice's own examples, would not come to what they should`,
          )
      })
    })
}

/** A call's files from its notice and its blank form. */
function defineNew(call: Command): void {
  call
    .command('new')
    .description('write the files of a call from its notice, with what a person must confirm')
    .argument('<notice>', 'the notice: txt, html, docx, doc or pdf')
    .argument('[blank]', 'the blank form that it hands out: docx or doc')
    .requiredOption('--id <id>', 'lower-case letters, digits and hyphens, such as 2025-best-party-day')
    .option('--out <dir>', 'the configuration folder to write into (default: the one that is read)')
    .addHelpText('after', HELP)
    .action(async (notice: string, blank: string | undefined, { id, out }: Options, command: Command) => {
      if (!/^[a-z0-9][a-z0-9-]*$/.test(id)) throw new UsageError('--id takes lower-case letters, digits and hyphens')
      if (blank !== undefined && !/\.docx?$/i.test(blank)) throw new UsageError('the blank form must be a docx or doc')
      const folder = out === undefined ? configFolderOf(command) : pathAsCalled(out)
      await withApp(
        command,
        async ({ app }) => {
          const given = { notice: await fileOf(notice), blank: blank === undefined ? null : await fileOf(blank), id }
          await write(await app.draftCall(given), folder)
        },
        { mayLackCalls: true },
      )
    })
}

async function fileOf(path: string): Promise<{ name: string; bytes: Uint8Array }> {
  try {
    return { name: basename(path), bytes: await readFile(pathAsCalled(path)) }
  } catch (error) {
    throw new UsageError(`${path} can't be read: ${describeError(error)}`)
  }
}

/** Nothing that is there is written over: an operator may have worked on it. */
async function write({ files, questions, remarks }: DraftedCall, folder: string): Promise<void> {
  const taken = files.map(({ path }) => join(folder, path)).filter(path => existsSync(path))
  if (taken.length > 0) throw new UsageError(`${taken.join(', ')} is there already: take another --id, or move it away`)
  for (const { path, content } of files) {
    await mkdir(dirname(join(folder, path)), { recursive: true })
    await writeFile(join(folder, path), content)
    process.stdout.write(`已写入 ${join(folder, path)}\n`)
  }
  const asked = questions.map((question, at) => `${at + 1}. ${question}\n`)
  process.stdout.write(asked.length === 0 ? '没有待确认事项\n' : `待确认（确认前不启用）：\n${asked.join('')}`)
  const told = remarks.map(remark => `- ${remark}\n`)
  if (told.length > 0) process.stdout.write(`请留意（通知中未写入文件、由人掌握的要求）：\n${told.join('')}`)
}
