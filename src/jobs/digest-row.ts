import type { RosterRow } from '../core/digest/facts.ts'
import { dateOf, inOrder, isNote, type Related } from './digest-related.ts'

export type Stated = Omit<RosterRow, 'applicant' | 'root' | 'listed' | 'excluded'>

/**
 * Where somebody stands, of everything that is theirs, in order: the standing submission makes the state, else the latest one; a refused
 * one only where nothing else came.
 */
export function rowOf(own: readonly Related[]): Stated {
  const submissions = own.filter(one => !isNote(one))
  const notes = own.filter(isNote)
  const shown =
    submissions.find(({ standing }) => standing) ??
    submissions.findLast(({ outcome }) => outcome !== 'rejected') ??
    submissions.at(-1)
  const state = rowState(shown, notes)
  const said = NOTED.includes(state) ? notes.at(-1) : shown
  if (said === undefined) return { state, version: null, receivedAt: null, number: null, message: null, from: null }
  const { version, number, from } = said
  return { state, version, receivedAt: dateOf(said), number, message: said.id, entry: said.entry, from }
}

/** States that notes make. */
const NOTED: readonly RosterRow['state'][] = ['withdrawn', 'declined', 'declining', 'evidence']

const isOpenWithdrawal = ({ relation, outcome, closed }: Related): boolean =>
  relation === 'withdrawal' && outcome === 'held' && closed !== true

/** A confirmed withdrawal counts until something later does; a refused version alone is outweighed by nothing but that. */
function rowState(shown: Related | undefined, notes: readonly Related[]): RosterRow['state'] {
  const outcome = shown === undefined || shown.outcome === 'ignored' ? null : shown.outcome
  const ended = notes.findLast(note => note.ended)
  const isLater = shown !== undefined && ended !== undefined && inOrder(shown, ended) > 0
  if (ended !== undefined && !(isLater && outcome !== 'rejected')) return 'withdrawn'
  if (outcome === 'accepted') return notes.some(isOpenWithdrawal) ? 'withdrawing' : 'accepted'
  if (outcome !== null && outcome !== 'noted') return outcome
  const declined = notes.findLast(({ relation, closed }) => relation === 'declined' && closed !== true)
  if (declined !== undefined) return declined.settled ? 'declined' : 'declining'
  return notes.some(({ relation }) => relation === 'evidence') ? 'evidence' : 'none'
}
