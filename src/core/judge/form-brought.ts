import type { Call } from '../call/call.ts'
import { formOf } from '../call/deliverable.ts'
import { isClosed } from '../document/document.ts'
import { mayBeAsked } from './assigned.ts'
import { broughtBy, type Decision, type JudgedDocument } from './decision.ts'
import type { ProblemCode } from './problem.ts'

/** Whether a submission brings a filled form: `unread`, it may be among files that could not be read; `none`, every document is known to be none. */
type FormBrought = 'filled' | 'unread' | 'none'

const SEVERAL: readonly ProblemCode[] = ['file.several', 'application.several']
/** The machine could not look into what came in the form's place. */
const UNREAD: readonly ProblemCode[] = ['file.unreadable', 'file.format']

type Brought = Pick<Decision, 'form' | 'problems' | 'documents' | 'brought' | 'kept'>

/** Of a call without a form the papers that it requires stand for it; `call`: null where it isn't known. */
export function formBrought(decision: Brought, call: Pick<Call, 'deliverables'> | null): FormBrought {
  const { form, problems, documents } = decision
  if (form !== null || problems.some(({ code }) => SEVERAL.includes(code))) return 'filled'
  const own = broughtBy(decision)
  const asksForm = call === null || formOf(call.deliverables) !== null
  if (!asksForm && bringsRequired(own, decision, call)) return 'filled'
  const mayBeIt = asksForm ? documents.some(isClosed) : own.some(one => isClosed(one) || isUnknown(one))
  return problems.some(({ code }) => UNREAD.includes(code)) || mayBeIt ? 'unread' : 'none'
}

/** Whether any of what is required is there, with what came before; where nothing is, any paper that the call asks for. */
function bringsRequired(
  own: readonly JudgedDocument[],
  { kept = [] }: Brought,
  { deliverables }: Pick<Call, 'deliverables'>,
): boolean {
  const required = deliverables.filter(one => one.required)
  const counting = required.length === 0 ? deliverables : required
  const counts = ({ deliverable = null }: Pick<JudgedDocument, 'deliverable'>) =>
    counting.some(({ id }) => id === deliverable)
  return own.some(({ deliverable = null }) => deliverable !== null) && [...own, ...kept].some(counts)
}

/** What the machine knows as no paper of the call a person may know better. */
const isUnknown = (one: JudgedDocument): boolean => mayBeAsked(one) && (one.deliverable ?? null) === null
