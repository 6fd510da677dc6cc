import type { Call } from '../core/call/call.ts'
import type { Nouns } from '../core/call/nouns.ts'
import type { Sheet } from '../core/export/sheet.ts'
import { labelOf } from '../core/form/description.ts'
import type { Decision } from '../core/judge/decision.ts'
import { domainOf } from '../core/message/address.ts'
import { againstExamples } from '../core/naming/against-examples.ts'
import { cautionsOf, notWhole } from '../core/notice/trial/cautions.ts'
import { failedRows } from '../core/notice/trial/failed-rows.ts'
import type { TrialFile } from '../core/notice/trial/trial-files.ts'
import { TRIAL_NAMES, type TrialMail, trialOf } from '../core/notice/trial/trial-mails.ts'
import { composeTrial } from '../mail/compose-trial.ts'
import { writeFormDocx } from '../papers/form-docx.ts'
import { writeZip } from '../papers/write-zip.ts'
import { type Judged, judgeFile } from './judge-file.ts'
import type { Parts } from './parts.ts'
import { writeWorkbook } from './workbook.ts'

/** A mail of the call's own, judged. */
type Tried = { readonly kind: TrialMail['kind']; readonly name: string; readonly judged: Judged }

/** What each applicant would get, and what could go wrong with the call. */
export type CallTrial = {
  readonly tried: readonly Tried[]
  readonly cautions: readonly string[]
  /** The notice's examples that the rules refuse, and mails that did not come to what they must: the call is not ready. */
  readonly failed: readonly string[]
  readonly nouns: Nouns
}

/** Mails made for the call and judged as live work would judge them; nothing is recorded or sent. */
export async function tryCall(given: Call, parts: Parts): Promise<CallTrial> {
  const { config, templates, clock } = parts
  await templates.read()
  const call = templates.within(config.calls).find(({ id }) => id === given.id) ?? given
  const trial = trialOf(call)
  const tried: Tried[] = []
  for (const mail of trial.mails) {
    const after = tried.find(({ kind }) => kind === mail.after)?.judged.decisions ?? []
    tried.push(await judged(mail, call, { parts, after }))
  }
  const form = tried.find(({ kind }) => kind === 'right')?.judged.decisions[0].form ?? null
  const cautions = cautionsOf(call, config.calls, clock())
  const lost = notWhole(form, trial, field => labelOf(call.form, field))
  const rows = tried.map(({ kind, judged: { decisions } }) => ({ kind, decisions }))
  const failed = [...againstExamples(call), ...failedRows(rows, call)]
  return { tried, failed, cautions: [...failed, ...lost, ...cautions], nouns: call.nouns }
}

type Around = { readonly parts: Parts; readonly after: readonly Decision[] }

async function judged(mail: TrialMail, call: Call, { parts, after }: Around): Promise<Tried> {
  const { config } = parts
  const files = await Promise.all(mail.files.map(file => written(file, call)))
  const packed = mail.archive === null || files.length === 0 ? files : [zipOf(mail.archive, files, mail.receivedAt)]
  const source = await composeTrial({
    from: `王小明 <sample@${config.senders.domains[0] ?? domainOf(config.mailbox.user)}>`,
    to: config.mailbox.user,
    subject: mail.subject,
    text: '您好，材料见附件，请查收。',
    files: packed,
    date: mail.receivedAt,
  })
  const { receivedAt } = mail
  const said = {
    file: TRIAL_NAMES[mail.kind],
    source,
    received: receivedAt,
    internalDate: null,
    now: receivedAt,
    after,
  }
  return { kind: mail.kind, name: TRIAL_NAMES[mail.kind], judged: await judgeFile(said, parts) }
}

const sheetOf = ([head = [], ...rows]: readonly (readonly string[])[]): Sheet => ({
  name: '汇总表',
  columns: head.map(title => ({ title, width: 16 })),
  rows,
})

const zipOf = (name: string, files: readonly Named[], at: Date): Named => ({
  name,
  bytes: writeZip(
    files.map(file => ({ path: [file.name], bytes: file.bytes })),
    at,
  ),
})

/** One page, as short as PDF allows. */
const EMPTY_PAGE = Buffer.from(
  '%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj\n3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n',
)

/** A picture of one point. */
const DOT = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
)

type Named = { readonly name: string; readonly bytes: Uint8Array }

async function written(file: TrialFile, { form }: Call): Promise<Named> {
  const { name } = file
  switch (file.kind) {
    case 'docx':
      return { name, bytes: writeFormDocx(file.content) }
    case 'blank':
      return { name, bytes: Buffer.from(form.template.base64, 'base64') }
    case 'xlsx':
      return { name, bytes: await writeWorkbook([sheetOf(file.rows)]) }
    case 'pdf':
      return { name, bytes: EMPTY_PAGE }
    case 'image':
      return { name, bytes: DOT }
    case 'pptx':
      return { name, bytes: writeZip([{ path: ['ppt', 'presentation.xml'], bytes: Buffer.from('<p/>') }], new Date(0)) }
    default:
      return file satisfies never
  }
}
