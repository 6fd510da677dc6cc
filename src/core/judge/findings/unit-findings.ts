import type { Call } from '../../call/call.ts'
import type { Form } from '../../form/form.ts'
import type { Thread } from '../../message/thread.ts'
import { bearsUnit, unitNamed } from '../../naming/unit-named.ts'
import { makeProblem } from '../problem-text.ts'
import type { WrittenNames } from '../written-names.ts'
import { type Finding, finding } from './finding.ts'

/** `thread`: in ours, the subject is ours; `form`: whose field says above whom they stand. */
type Written = { readonly thread: Thread | null; readonly names: WrittenNames; readonly form: Form | null }

/**
 * An application of another unit, where subject or file name one and nothing names ours: nobody is asked to call it ours, for a branch of
 * ours may go by the same name. A person looks.
 */
export function unitFindings({ thread, names: { subject, file }, form }: Written, call: Call): readonly Finding[] {
  if (!bearsUnit(call) || thread?.call === call.id) return []
  const names = [subject, file].map(name => unitNamed(name?.text ?? '', call))
  const above = unitNamed(form?.parentOrg ?? '', call)
  const other = names.find(({ kind }) => kind === 'other')
  if (other === undefined || other.kind !== 'other' || [...names, above].some(({ kind }) => kind === 'ours')) return []
  return [finding('doubt', makeProblem('branch.unknown', { seen: other.unit, detail: 'unit' }, call.nouns))]
}
