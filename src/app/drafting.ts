import { basename } from 'node:path'
import { COLUMNS, NAME } from '../config/roster-columns.ts'
import { writeYaml } from '../config/write-yaml.ts'
import { BRANCH } from '../core/call/applicants.ts'
import type { DocumentContent } from '../core/document/document.ts'
import { appendedForm } from '../core/notice/appendix.ts'
import { callFile } from '../core/notice/call-file.ts'
import { describeBlank } from '../core/notice/describe-blank.ts'
import { type Draft, draftCall } from '../core/notice/draft.ts'
import { formFile } from '../core/notice/form-file.ts'
import { noticeOf } from '../core/notice/notice.ts'
import { nounsOf, wordingLines } from '../core/notice/wording.ts'
import { dayIn } from '../core/text/day.ts'
import type { NamedFile } from '../documents/examine.ts'
import { readNotice } from '../documents/notice/read-notice.ts'
import { UsageError } from '../errors.ts'
import type { Parts } from './parts.ts'

/** A notice and its blank form as files, for a call of this id. */
export type ToDraft = { readonly notice: NamedFile; readonly blank: NamedFile | null; readonly id: string }

/** The call's files by their path in the configuration folder, and what a person must confirm, one question each. */
export type DraftedCall = {
  readonly files: readonly { readonly path: string; readonly content: string | Uint8Array }[]
  readonly questions: readonly string[]
  /** What the call doesn't hold and a person keeps an eye on. */
  readonly remarks: readonly string[]
}

/** Its first column is called as the form calls what a row names, else as the notice does. */
function rosterOf(draft: Draft): string {
  const key = draft.applicants?.value.key ?? BRANCH
  const label = draft.form?.fields.find(({ id }) => id === key)?.label ?? nounsOf(draft).applicant
  return `\ufeff${[key === BRANCH ? NAME : label.replace(/[,"\s]/g, ''), ...COLUMNS.slice(1)].join()}\n`
}

/** Throws UsageError where the notice or the form can't be read. */
export async function draftFiles({ notice, blank, id }: ToDraft, parts: Parts): Promise<DraftedCall> {
  const { config, clock } = parts
  const { body, form: appended } = appendedForm(await contentOf(notice, parts))
  const form = blank === null ? appended : describeBlank(await contentOf(blank, parts))
  const draft = draftCall(noticeOf(body), form, dayIn(clock(), config.timezone))
  const rosters = [...new Set(config.calls.flatMap(call => (call.applicant.inRoster ? [`${call.id}.roster.csv`] : [])))]
  const { lines, questions, remarks } = callFile(draft, { id, rosters })
  const blankName = blank === null ? null : `${id}${/\.docx?$/i.exec(blank.name)?.[0].toLowerCase() ?? '.docx'}`
  return {
    files: [
      { path: `calls/${id}.yaml`, content: writeYaml(lines) },
      ...(draft.applicants?.value.inRoster === true
        ? [{ path: `calls/${id}.roster.csv`, content: rosterOf(draft) }]
        : []),
      ...(draft.form === null
        ? []
        : [{ path: `forms/${id}.yaml`, content: writeYaml(formFile(draft.form, blankName)) }]),
      ...(blank === null || blankName === null ? [] : [{ path: `forms/${blankName}`, content: blank.bytes }]),
      { path: `wording/${id}.yaml`, content: writeYaml(wordingLines(draft)) },
    ],
    questions,
    remarks,
  }
}

async function contentOf(file: NamedFile, { readers }: Parts): Promise<DocumentContent> {
  const content = await readNotice(file, one => readers.get().read(one))
  if (content !== null && typeof content !== 'string') return content
  const told = content === 'timeout' ? TIMEOUT : 'expected txt, html, docx, doc or pdf with text'
  throw new UsageError(`${basename(file.name)} can't be read: ${told}`)
}

const TIMEOUT = 'it took longer than limits.documentSeconds: try again, or raise the limit on a busy machine'
