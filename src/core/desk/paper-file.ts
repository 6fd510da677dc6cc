import type { Call } from '../call/call.ts'
import { expectedCaseName } from '../export/file-names.ts'
import { formatSize } from '../text/size.ts'

/** A file that staff asked for. */
export type PaperFile = { readonly name: string; readonly type: string; readonly bytes: Uint8Array }

/** What staff may ask for by mail. */
export type PaperKind = 'summary' | 'papers' | 'file'

export const PAPER_NAMES: Readonly<Record<PaperKind, string>> = { summary: '汇总表', papers: '评审材料', file: '材料' }

const OFFICE = 'application/vnd.openxmlformats-officedocument'
export const PAPER_TYPES: Readonly<Record<PaperKind, string>> = {
  summary: `${OFFICE}.spreadsheetml.sheet`,
  papers: `${OFFICE}.wordprocessingml.document`,
  file: 'application/zip',
}
const EXTENSIONS: Readonly<Record<PaperKind, string>> = { summary: 'xlsx', papers: 'docx', file: 'zip' }

/** As a mail bears it: with the call's short name, for several calls may have their own. */
export const paperName = (kind: Exclude<PaperKind, 'file'>, { short }: Pick<Call, 'short'>): string =>
  `${expectedCaseName(PAPER_NAMES[kind], short)}.${EXTENSIONS[kind]}`

/** Bytes that an answer bears at most: encoded, a third more; mail servers commonly take 20 MiB or more. */
export const MOST_ENCLOSED = 14 * 1024 * 1024

/** Why a file can't go by mail, and how else it is had; null where it can. `others`: bytes that the same answer bears already. */
export function tooLarge({ name, bytes }: PaperFile, others: number, command: string): string | null {
  if (bytes.length > MOST_ENCLOSED)
    return `${name}有${formatSize(bytes.length)}，超过一封邮件所能发送的${formatSize(MOST_ENCLOSED)}，请由管理员执行${command}`
  if (bytes.length + others > MOST_ENCLOSED)
    return `本邮件的附件已满，装不下${name}（${formatSize(bytes.length)}）：请收到本邮件后另发一封再要`
  return null
}
