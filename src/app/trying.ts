import type { Call } from '../core/call/call.ts'
import type { Sheet } from '../core/export/sheet.ts'
import { labelOf } from '../core/form/description.ts'
import { domainOf } from '../core/message/address.ts'
import { cautionsOf, notWhole } from '../core/notice/trial/cautions.ts'
import { TRIAL_NAMES, type TrialFile, type TrialMail, trialOf } from '../core/notice/trial/trial-mails.ts'
import { writeDocx } from '../documents/docx/write-docx.ts'
import { writeZip } from '../documents/write-zip.ts'
import { composeTrial } from '../mail/compose-trial.ts'
import { type Judged, judgeFile } from './judge-file.ts'
import type { Parts } from './parts.ts'
import { writeWorkbook } from './workbook.ts'

/** A mail of the call's own, judged. */
export type Tried = { readonly kind: TrialMail['kind']; readonly name: string; readonly judged: Judged }

/** What each applicant would get, and what could go wrong with the call. */
export type CallTrial = { readonly tried: readonly Tried[]; readonly cautions: readonly string[] }

/** Mails made for the call and judged as live work would judge them; nothing is recorded or sent. */
export async function tryCall(given: Call, parts: Parts): Promise<CallTrial> {
  const { config, templates, clock } = parts
  await templates.read()
  const call = templates.within(config.calls).find(({ id }) => id === given.id) ?? given
  const trial = trialOf(call)
  const tried: Tried[] = []
  for (const mail of trial.mails) tried.push(await judged(mail, call, parts))
  const form = tried.find(({ kind }) => kind === 'right')?.judged.decisions[0].form ?? null
  const cautions = cautionsOf(call, config.calls, clock())
  return { tried, cautions: [...notWhole(form, trial, field => labelOf(call.form, field)), ...cautions] }
}

async function judged(mail: TrialMail, call: Call, parts: Parts): Promise<Tried> {
  const { config } = parts
  const files = await Promise.all(mail.files.map(file => written(file, call)))
  const packed = mail.archive === null || files.length === 0 ? files : [{ name: mail.archive, bytes: writeZip(files) }]
  const source = await composeTrial({
    from: `王小明 <sample@${config.senders.domains[0] ?? domainOf(config.mailbox.user)}>`,
    to: config.mailbox.user,
    subject: mail.subject,
    text: '您好，材料见附件，请查收。',
    files: packed,
    date: mail.receivedAt,
  })
  const { receivedAt } = mail
  const said = { file: TRIAL_NAMES[mail.kind], source, received: receivedAt, internalDate: null, now: receivedAt }
  return { kind: mail.kind, name: TRIAL_NAMES[mail.kind], judged: await judgeFile(said, parts) }
}

const sheetOf = ([head = [], ...rows]: readonly (readonly string[])[]): Sheet => ({
  name: '汇总表',
  columns: head.map(title => ({ title, width: 16 })),
  rows,
})

type Named = { readonly name: string; readonly bytes: Uint8Array }

async function written(file: TrialFile, { form }: Call): Promise<Named> {
  const { name } = file
  switch (file.kind) {
    case 'docx':
      return { name, bytes: writeDocx(file.content) }
    case 'blank':
      return { name, bytes: Buffer.from(form.template.base64, 'base64') }
    case 'xlsx':
      return { name, bytes: await writeWorkbook([sheetOf(file.rows)]) }
    default:
      return file satisfies never
  }
}
