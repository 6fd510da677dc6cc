import type { Call } from '../call/call.ts'
import type { Document } from '../document/document.ts'
import type { Decision } from '../judge/decision.ts'
import { paperLine } from '../papers/paper-text.ts'
import { extensionToOpen, formFile } from './file-names.ts'

/** A file that a mail brought, by itself or in an archive. */
export type MailFile = Pick<Document, 'name' | 'sha256' | 'kind' | 'archive' | 'folder'> & {
  readonly bytes: Uint8Array
}

/** `name`: ours, never its sender's. */
export type RenamedFile = { readonly name: string; readonly file: MailFile }

/** `form`: which of the files is the applicant's form, null for none. */
type Of = { readonly call: Call; readonly decision: Decision; readonly form: string | null }

/** The form under its right name, everything else under its number among the mail's files. */
export function namedFiles(files: readonly MailFile[], { call, decision, form }: Of): readonly RenamedFile[] {
  const place = form === null ? -1 : files.findIndex(({ sha256 }) => sha256 === form)
  return files.map((file, index) => {
    const name = index === place ? formFile(call, decision, file.kind) : numbered(file, index)
    return { name, file }
  })
}

const numbered = ({ kind, name }: MailFile, index: number): string => `附件${index + 1}.${extensionToOpen(kind, name)}`

/** 文件清单.txt: which file its sender called what, a line each. */
export const fileList = (named: readonly RenamedFile[]): string =>
  named.map(({ name, file }) => `${name}：${paperLine(calledBySender(file), 200)}\n`).join('')

function calledBySender({ name, archive, folder }: MailFile): string {
  const path = folder === undefined ? name : `${folder}/${name}`
  return archive === null ? path : `${archive}中的${path}`
}
