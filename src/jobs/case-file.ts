import { expectedCaseName } from '../core/export/file-names.ts'
import { fileList, type MailFile, namedFiles } from '../core/export/mail-file.ts'
import type { Attachment, Message } from '../core/message/message.ts'
import type { Papers, PapersDocument, Standing } from '../core/papers/papers.ts'
import { papersDocument } from '../core/papers/papers-document.ts'
import type { OutgoingMail } from '../core/sending/outgoing-mail.ts'
import { isOurFault } from '../errors.ts'

export type CaseFile = { readonly path: readonly string[]; readonly bytes: Uint8Array }

export type CaseFileNeeds = {
  readonly source: (id: number) => Uint8Array | null
  readonly parse: (source: Uint8Array) => Promise<Message>
  readonly unpack: (files: readonly Attachment[]) => Promise<readonly MailFile[]>
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
  const form = id === one.form?.message ? one.form.sha256 : null
  const named = namedFiles(await filesIn(source, needs), { call: papers.call, decision: one.decision, form })
  const list = fileList(named)
  return [
    { path: [folder, '来信.eml'], bytes: source },
    ...named.map(({ name, file: { bytes } }) => ({ path: [folder, name], bytes })),
    ...(list === '' ? [] : [{ path: [folder, '文件清单.txt'], bytes: new TextEncoder().encode(list) }]),
  ]
}

const folderOf = (id: number, { message, form }: Standing): string => {
  if (id === message) return '申报材料'
  return `${id === form?.message ? '申报材料' : '佐证材料'}-邮件${id}`
}

async function filesIn(source: Uint8Array, { parse, unpack }: CaseFileNeeds): Promise<readonly MailFile[]> {
  try {
    return await unpack((await parse(source)).attachments)
  } catch (error) {
    if (isOurFault(error)) throw error
    return []
  }
}

const replyFile = (id: number, index: number, { to, subject, text }: OutgoingMail): CaseFile => ({
  path: [`答复-邮件${id}-${index + 1}.txt`],
  bytes: new TextEncoder().encode(
    `收件人：${to.map(({ address }) => address).join('、')}\n主题：${subject}\n\n${text}`,
  ),
})
