import type { Confirmation } from '../core/application/confirmation.ts'
import { confirmationLine } from '../core/application/confirmation-text.ts'
import type { Amendment } from '../core/call/amendment.ts'
import { amendmentLine } from '../core/call/amendment-text.ts'
import type { Call } from '../core/call/call.ts'
import { type Document, plainText } from '../core/document/document.ts'
import { applicantFolder } from '../core/export/file-names.ts'
import { fileList, type MailFile, namedFiles, type RenamedFile } from '../core/export/mail-file.ts'
import type { Sheet } from '../core/export/sheet.ts'
import { type Submitted, summarySheet } from '../core/export/summary-sheet.ts'
import { broughtBy, type Decision } from '../core/judge/decision.ts'
import { RELATION_NAMES } from '../core/judge/outcome-names.ts'
import type { Attachment, Message } from '../core/message/message.ts'
import type { Mailed } from '../core/sending/mailing.ts'
import type { OutgoingMail } from '../core/sending/outgoing-mail.ts'
import { zonedTime } from '../core/text/time.ts'
import { isOurFault } from '../errors.ts'
import { applicantIn, inOrder, keyOf, type Related, rootOf } from './digest-related.ts'

/** A file of the export; each segment of its path is ours, none an applicant's. */
export type ExportedFile = { readonly path: readonly string[]; readonly bytes: Uint8Array }

export type ExportNeeds = {
  readonly clock: () => Date
  readonly timezone: string
  readonly records: {
    /** Of the call, in order. */
    amendments(): readonly Amendment[]
    confirmations(): readonly Confirmation[]
    mailed(): readonly Mailed[]
    related(): readonly Related[]
    /** Questions that name no call: a purge takes those of its time along. */
    questions(): readonly Related[]
    decisionsOn(id: number, entry: number): readonly { readonly decision: Decision }[]
    source(id: number): Uint8Array | null
    repliesTo(id: number): readonly { readonly mail: OutgoingMail }[]
  }
  readonly reader: {
    parse(source: Uint8Array): Promise<Message>
    unpack(files: readonly Attachment[]): Promise<readonly MailFile[]>
    readDocuments(files: readonly Attachment[]): Promise<readonly Document[]>
  }
  /** What `show` prints of a message: decision, checks with their quotes, history, replies. */
  readonly caseText: (id: number) => string
  readonly writeWorkbook: (sheets: readonly Sheet[]) => Promise<Uint8Array>
  readonly shown: {
    /** Every applicant beside every other, as a page to open without a network. */
    page(): string
    /** Where each of the roster stands now. */
    roster(): Sheet
  }
  /** Notes in the chain of events that everything was taken out, as it was at that moment. */
  readonly noteExport: (messages: number, at: Date) => void
}

/** Everything of a call: all that a purge would remove, a mail at a time, 汇总表.xlsx last. */
export async function* exportCall(
  call: Call,
  needs: ExportNeeds,
): AsyncGenerator<ExportedFile & { done: number; total: number }> {
  const at = needs.clock()
  const own = [...needs.records.related().filter(one => one.call === call.id), ...needs.records.questions()].sort(
    inOrder,
  )
  const confirmations = needs.records.confirmations()
  const submitted: Submitted[] = []
  for (const [index, one] of own.entries()) {
    const decision = needs.records.decisionsOn(one.id, one.entry).at(-1)?.decision
    if (decision === undefined) continue
    if (one.relation === 'application') submitted.push({ ...one, decision, confirmations })
    const folder = folderOf(one, own, call)
    for (const { path, bytes } of await filesOf(one, { decision, call, needs }))
      yield { path: [...folder, ...path], bytes, done: index + 1, total: own.length }
  }
  const bytes = await needs.writeWorkbook([needs.shown.roster(), summarySheet(submitted, call, needs.timezone)])
  for (const said of saidOf(call, needs)) yield { ...said, done: own.length, total: own.length }
  yield { ...file('index.html', needs.shown.page()), done: own.length, total: own.length }
  yield { path: ['汇总表.xlsx'], bytes, done: own.length, total: own.length }
  needs.noteExport(new Set(own.map(({ id }) => id)).size, at)
}

/** Its applicant's folder, in it a folder for each mail; what names nobody lies with the others of its kind. */
function folderOf(one: Related, own: readonly Related[], call: Call): readonly string[] {
  const { id, relation, version } = one
  const applicant = applicantIn(one)
  const kind = RELATION_NAMES[relation ?? 'unrelated']
  if (applicant === null && relation !== 'application') return [kind, `邮件${id}`]
  const number = own.find(other => other.number !== null && keyOf(other) === applicant?.key)?.number ?? one.number
  const mail = relation === 'application' ? '' : `${kind}-`
  return [
    applicantFolder(call, { applicant, root: rootOf(one, call), number }),
    `${version === null ? mail : `第${version}版-`}邮件${id}`,
  ]
}

/** What people said of the call as a whole, and what was sent to many, a file for each kind where there is any. */
function saidOf({ checks }: Call, { records, timezone }: ExportNeeds): readonly ExportedFile[] {
  const confirmations = records.confirmations()
  const lettersOf = (kind: Mailed['kind']) =>
    records
      .mailed()
      .flatMap(({ kind: is, at, mail }) => (is === kind ? [`${zonedTime(at, timezone)}\n${replyText(mail)}\n\n`] : []))
  const lines = {
    '催报信.txt': lettersOf('reminder'),
    '结果通知信.txt': lettersOf('result'),
    '通知变更.txt': records.amendments().map(one => `${amendmentLine(one, timezone)}\n`),
    '人工核实.txt': confirmations.map(one => `${one.applicant}  ${confirmationLine(one, checks, timezone)}\n`),
    '人工核实.json': confirmations.length === 0 ? [] : [`${JSON.stringify(confirmations, null, 2)}\n`],
  }
  return Object.entries(lines).flatMap(([name, said]) => (said.length === 0 ? [] : [file(name, said.join(''))]))
}

type Case = { readonly decision: Decision; readonly call: Call; readonly needs: ExportNeeds }

async function filesOf({ id, entry }: Related, { decision, call, needs }: Case): Promise<readonly ExportedFile[]> {
  const source = needs.records.source(id)
  const replies = needs.records.repliesTo(id).map(({ mail }, index) => file(`答复${index + 1}.txt`, replyText(mail)))
  const papers = [
    file('认定.txt', needs.caseText(id)),
    file('认定.json', `${JSON.stringify(needs.records.decisionsOn(id, entry), null, 2)}\n`),
    ...replies,
  ]
  if (source === null) return papers
  return [{ path: ['来信.eml'], bytes: source }, ...(await broughtIn(source, { decision, call, needs })), ...papers]
}

/** Its files, the text that was read of each, and which was called what. What can't be taken apart, as a mail that was set aside, is taken out as it came. */
async function broughtIn(source: Uint8Array, { decision, call, needs: { reader } }: Case) {
  try {
    const { attachments } = await reader.parse(source)
    const form = broughtBy(decision).find(({ isForm }) => isForm)?.sha256 ?? null
    const named = namedFiles(await reader.unpack(attachments), { call, decision, form })
    const list = fileList(named)
    return [
      ...named.map(({ name, file: { bytes } }) => ({ path: [name], bytes })),
      ...texts(await reader.readDocuments(attachments), named, { call, form }),
      ...(list === '' ? [] : [file('文件清单.txt', list)]),
    ]
  } catch (error) {
    if (isOurFault(error)) throw error
    return []
  }
}

function texts(
  documents: readonly Document[],
  named: readonly RenamedFile[],
  { call, form }: { readonly call: Call; readonly form: string | null },
): readonly ExportedFile[] {
  const read = new Map(documents.map(({ sha256, content }) => [sha256, content]))
  return named.flatMap(({ name, file: { sha256 } }, index) => {
    const content = read.get(sha256)
    const isFirst = named.findIndex(other => other.file.sha256 === sha256) === index
    if (content === undefined || content === null || !isFirst) return []
    const stem = sha256 === form ? call.nouns.form : name.replace(/\.[^.]+$/, '')
    return [file(`${stem}文字.txt`, `${plainText(content.blocks)}\n`)]
  })
}

const file = (name: string, text: string): ExportedFile => ({ path: [name], bytes: new TextEncoder().encode(text) })

const replyText = ({ to, subject, text }: OutgoingMail): string =>
  `收件人：${to.map(({ address }) => address).join('、')}\n主题：${subject}\n\n${text}`
