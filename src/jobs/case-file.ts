import { expectedCaseName, extensionToOpen, formFile } from '../core/export/file-names.ts'
import type { Attachment, Message } from '../core/message/message.ts'
import { paperLine } from '../core/papers/paper-text.ts'
import type { Papers, PapersDocument, Standing } from '../core/papers/papers.ts'
import { papersDocument } from '../core/papers/papers-document.ts'
import type { OutgoingMail } from '../core/sending/outgoing-mail.ts'
import { isOurFault } from '../errors.ts'

export type CaseFile = { readonly path: readonly string[]; readonly bytes: Uint8Array }

export type CaseFileNeeds = {
  readonly source: (id: number) => Uint8Array | null
  readonly parse: (source: Uint8Array) => Promise<Message>
  readonly repliesTo: (id: number) => readonly { readonly mail: OutgoingMail }[]
  readonly writeDocx: (papers: PapersDocument) => Promise<Uint8Array>
  readonly writeZip: (files: readonly CaseFile[], at: Date) => Uint8Array
}

/** One applicant's case as an archive: the form under its right name, what else came, its page of the papers, mails and answers. */
export async function caseFile(one: Standing, papers: Papers, needs: CaseFileNeeds): Promise<CaseFile> {
  const page = papersDocument({ ...papers, standing: [one] })
  const mails = [...new Set([one, one.form, ...one.evidence].flatMap(file => file?.message ?? []))]
  const parts = await Promise.all(mails.map(id => mailFiles(id, { one, papers, needs })))
  const files = [
    { path: ['评审材料.docx'], bytes: await needs.writeDocx(page) },
    ...parts.flat(),
    ...mails.flatMap(id => needs.repliesTo(id).map(({ mail }, index) => replyFile(id, index, mail))),
  ]
  return {
    path: [`${expectedCaseName(one.number, one.applicant.shown)}.zip`],
    bytes: needs.writeZip(files, papers.composedAt),
  }
}

type Of = { readonly one: Standing; readonly papers: Papers; readonly needs: CaseFileNeeds }

/** The mail as it came, its form under the right name, everything else under a number, and which number was called what. */
async function mailFiles(id: number, { one, papers, needs }: Of): Promise<readonly CaseFile[]> {
  const source = needs.source(id)
  if (source === null) return []
  const folder = folderOf(id, one)
  const attachments = await attachmentsIn(source, needs)
  const names = attachments.map((file, index) => nameOf(file, index, { one, papers, isForm: id === one.form?.message }))
  const list = names.map((name, index) => `${name}：${paperLine(attachments[index]?.name ?? '', 200)}\n`).join('')
  return [
    { path: [folder, '来信.eml'], bytes: source },
    ...attachments.map(({ bytes }, index) => ({ path: [folder, names[index] ?? ''], bytes })),
    ...(list === '' ? [] : [{ path: [folder, '文件清单.txt'], bytes: new TextEncoder().encode(list) }]),
  ]
}

const folderOf = (id: number, { message, form }: Standing): string => {
  if (id === message) return '申报材料'
  return `${id === form?.message ? '申报材料' : '佐证材料'}-邮件${id}`
}

async function attachmentsIn(source: Uint8Array, { parse }: CaseFileNeeds): Promise<readonly Attachment[]> {
  try {
    return (await parse(source)).attachments
  } catch (error) {
    if (isOurFault(error)) throw error
    return []
  }
}

type Named = { readonly one: Standing; readonly papers: Papers; readonly isForm: boolean }

function nameOf({ sha256, name }: Attachment, index: number, { one, papers, isForm }: Named): string {
  const kinds = new Map(one.evidence.map(known => [known.sha256, known.kind]))
  const { form, decision } = one
  if (isForm && form?.sha256 === sha256) return formFile(papers.call, decision, form.kind)
  const kind = decision.documents.find(known => known.sha256 === sha256)?.kind ?? kinds.get(sha256)
  return `附件${index + 1}.${extensionToOpen(kind, name ?? '')}`
}

const replyFile = (id: number, index: number, { to, subject, text }: OutgoingMail): CaseFile => ({
  path: [`答复-邮件${id}-${index + 1}.txt`],
  bytes: new TextEncoder().encode(
    `收件人：${to.map(({ address }) => address).join('、')}\n主题：${subject}\n\n${text}`,
  ),
})
