import type { ProblemCode } from '../judge/problem.ts'
import type { Reply, ReplyInput, ReplyKind } from './reply.ts'

/** The blank form is what helps. */
const LACKING: ReadonlySet<ProblemCode> = new Set([
  'form.blank',
  'form.outdated',
  'form.absent',
  'file.missing',
  'file.link',
])
const TYPES: Readonly<Record<string, string>> = {
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  doc: 'application/msword',
}

/** The call's own template, to a letter that asks for the form; an invented one is sent to nobody. */
export function blankForm({ call, decision }: ReplyInput, kind: ReplyKind): Pick<Reply, 'enclosures'> {
  if (call === null || call.form.template.example || kind !== 'returned' || decision.answer !== 'full') return {}
  if (!decision.problems.some(({ code }) => LACKING.has(code))) return {}
  const { file, base64 } = call.form.template
  const type = TYPES[file.slice(file.lastIndexOf('.') + 1)] ?? 'application/octet-stream'
  return {
    enclosures: [{ name: `${call.form.title}（空白模板）.${file.slice(file.lastIndexOf('.') + 1)}`, type, base64 }],
  }
}
