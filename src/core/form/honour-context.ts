import type { Call } from '../call.ts'
import { levelOfGrantor, levelSaid, readLevel } from '../honours/level.ts'
import { type RecipientContext, readRecipient, recipientOfHonour } from '../honours/recipient.ts'
import type { Level, RecipientKind } from './form.ts'
import type { FormLabels } from './form-labels.ts'

/** What is known of the form when its honours are read. */
export type HonourContext = RecipientContext & {
  readonly labels: FormLabels
  /** What «至今» means. */
  readonly today: Call['cycle']['from']
}

/** The level by its own column, else by who grants, else as said in the honour's name. */
export function levelOf(written: string, grantedBy: string | null, name: string | null): Level {
  const said = readLevel(written)
  if (said !== 'unknown' || written.trim() !== '') return said
  const granted = levelOfGrantor(grantedBy ?? '')
  if (granted !== 'unknown') return granted
  const named = levelSaid(name ?? '')
  return named === 'unknown' && grantedBy === null ? levelOfGrantor(name ?? '') : named
}

/** Whose honour it is: by who is named, else by the row's label, else by the honour's own name. */
export function recipientKindOf(
  named: string | null,
  labelled: RecipientKind | null,
  at: { readonly name: string | null; readonly context: HonourContext },
): RecipientKind {
  const kind = named === null ? 'unknown' : readRecipient(named, at.context)
  if (kind !== 'unknown' || named !== null) return kind
  return labelled ?? recipientOfHonour(at.name ?? '')
}
