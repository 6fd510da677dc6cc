import type { Confirmation } from '../core/application/confirmation.ts'
import { confirmationLine } from '../core/application/confirmation-text.ts'
import type { Amendment } from '../core/call/amendment.ts'
import { amendmentLine } from '../core/call/amendment-text.ts'
import type { Call } from '../core/call/call.ts'
import { rosterSheet } from '../core/digest/digest-sheets.ts'
import { type Document, plainText } from '../core/document/document.ts'
import { applicantFolder, extensionOf, formFile } from '../core/export/file-names.ts'
import type { Sheet } from '../core/export/sheet.ts'
import { type Submitted, summarySheet } from '../core/export/summary-sheet.ts'
import { applicantOf, broughtBy, type Decision } from '../core/judge/decision.ts'
import type { Attachment, Message } from '../core/message/message.ts'
import type { OutgoingMail } from '../core/sending/outgoing-mail.ts'
import { isOurFault } from '../errors.ts'
import { callFacts } from './digest-calls.ts'
import { applicantIn, inOrder, type Related, rootOf } from './digest-related.ts'

/** A file of the export; each segment of its path is ours, none an applicant's. */
export type ExportedFile = { readonly path: readonly string[]; readonly bytes: Uint8Array }

export type ExportNeeds = {
  readonly clock: () => Date
  readonly timezone: string
  readonly records: {
    /** Of the call, in order. */
    amendments(): readonly Amendment[]
    confirmations(): readonly Confirmation[]
    related(): readonly Related[]
    decisionsOn(id: number, entry: number): readonly { readonly decision: Decision }[]
    source(id: number): Uint8Array | null
    repliesTo(id: number): readonly { readonly mail: OutgoingMail }[]
  }
  readonly reader: {
    parse(source: Uint8Array): Promise<Message>
    readDocuments(files: readonly Attachment[]): Promise<readonly Document[]>
  }
  /** What `show` prints of a message: decision, checks with their quotes, history, replies. */
  readonly caseText: (id: number) => string
  readonly writeWorkbook: (sheets: readonly Sheet[]) => Promise<Uint8Array>
  /** Every applicant beside every other, as a page to open without a network. */
  readonly page: () => string
  /** Notes in the chain of events that everything was taken out, as it was at that moment. */
  readonly noteExport: (messages: number, at: Date) => void
}

/** Everything of a call, a submission at a time, 汇总表.xlsx last. */
export async function* exportCall(
  call: Call,
  needs: ExportNeeds,
): AsyncGenerator<ExportedFile & { done: number; total: number }> {
  const at = needs.clock()
  const related = needs.records.related()
  const submissions = related.filter(one => one.call === call.id && one.relation === 'application').sort(inOrder)
  const confirmations = needs.records.confirmations()
  const submitted: Submitted[] = []
  for (const [index, one] of submissions.entries()) {
    const decision = needs.records.decisionsOn(one.id, one.entry).at(-1)?.decision
    if (decision === undefined) continue
    submitted.push({ ...one, decision, confirmations })
    const folder = [
      applicantFolder(call, { applicant: applicantIn(one), root: rootOf(one, call), number: one.number }),
      one.version === null ? `邮件${one.id}` : `第${one.version}版-邮件${one.id}`,
    ]
    for (const { path, bytes } of await filesOf(one, { decision, call, needs }))
      yield { path: [...folder, ...path], bytes, done: index + 1, total: submissions.length }
  }
  const roster = rosterSheet(
    callFacts(call, related, () => false),
    '',
    needs.timezone,
  )
  const bytes = await needs.writeWorkbook([roster, summarySheet(submitted, call, needs.timezone)])
  for (const said of saidOf(call, needs)) yield { ...said, done: submissions.length, total: submissions.length }
  yield { ...file('index.html', needs.page()), done: submissions.length, total: submissions.length }
  yield { path: ['汇总表.xlsx'], bytes, done: submissions.length, total: submissions.length }
  needs.noteExport(submissions.length, at)
}

/** What people said of the call as a whole, a file for each kind where there is any. */
function saidOf({ checks }: Call, { records, timezone }: ExportNeeds): readonly ExportedFile[] {
  const confirmations = records.confirmations()
  const lines = {
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
  const { attachments, documents } = await contentOf(source, needs)
  return [
    { path: ['来信.eml'], bytes: source },
    ...attached(attachments, { decision, call }),
    ...texts(documents, { decision, call }),
    ...papers,
  ]
}

/** What can't be taken apart, as a message that was set aside, is taken out as it came. */
async function contentOf(source: Uint8Array, { reader }: ExportNeeds) {
  try {
    const { attachments } = await reader.parse(source)
    return { attachments, documents: await reader.readDocuments(attachments) }
  } catch (error) {
    if (isOurFault(error)) throw error
    return { attachments: [], documents: [] }
  }
}

/** Forms under their right name, everything else under a number. */
function attached(
  attachments: readonly Attachment[],
  { decision, call }: Omit<Case, 'needs'>,
): readonly ExportedFile[] {
  const forms = broughtBy(decision)
    .filter(({ isForm }) => isForm)
    .map(({ sha256 }) => sha256)
  return attachments.map(({ bytes, sha256 }, index) => {
    const kind = decision.documents.find(one => one.sha256 === sha256)?.kind
    const isForm = forms[0] === sha256 && applicantOf(decision) !== null && kind !== undefined
    const name = isForm ? formFile(call, decision, kind) : `附件${index + 1}.${extensionOf(kind)}`
    return { path: [name], bytes }
  })
}

const texts = (documents: readonly Document[], { decision, call }: Omit<Case, 'needs'>): readonly ExportedFile[] =>
  documents.flatMap(({ content, sha256 }, index) => {
    if (content === null) return []
    const isForm = broughtBy(decision).some(one => one.isForm && one.sha256 === sha256)
    return [file(isForm ? `${call.nouns.form}文字.txt` : `附件${index + 1}文字.txt`, `${plainText(content.blocks)}\n`)]
  })

const file = (name: string, text: string): ExportedFile => ({ path: [name], bytes: new TextEncoder().encode(text) })

const replyText = ({ to, subject, text }: OutgoingMail): string =>
  `收件人：${to.map(({ address }) => address).join('、')}\n主题：${subject}\n\n${text}`
