import { isClosed } from '../document/document.ts'
import type { Decision } from './decision.ts'
import type { ProblemCode } from './problem.ts'

/** Whether a submission brings a filled form: `unread`, it may be among files that could not be read; `none`, every document is known to be none. */
export type FormBrought = 'filled' | 'unread' | 'none'

const SEVERAL: readonly ProblemCode[] = ['file.several', 'application.several']
/** The machine could not look into what came in the form's place. */
const UNREAD: readonly ProblemCode[] = ['file.unreadable', 'file.format']

export function formBrought({
  form,
  problems,
  documents,
}: Pick<Decision, 'form' | 'problems' | 'documents'>): FormBrought {
  if (form !== null || problems.some(({ code }) => SEVERAL.includes(code))) return 'filled'
  return problems.some(({ code }) => UNREAD.includes(code)) || documents.some(isClosed) ? 'unread' : 'none'
}
