import { isNamedDeliverable } from '../../judge/assigned.ts'
import { equalCalls, type Fitted, type ForCall } from '../which-call.ts'
import { bringsVersion, type Note, type NoteSeen, noteFor, type Unowned } from './note.ts'
import { shownOf } from './whose.ts'

type Noted = { readonly one: ForCall; readonly note: Note }

/** What belongs to an application and is no version, where the mail brings none to any call. */
export function noteAmong(all: readonly ForCall[], seen: NoteSeen, fitted: Fitted): Note | Unowned | null {
  if (all.some(({ chosen }) => bringsVersion(chosen))) return null
  if (all.some(({ call }) => seen.documents.some(one => isNamedDeliverable(one, call)))) return null
  const found = all.flatMap(one => {
    const note = noteFor(one, seen)
    return note === null ? [] : [{ one, note }]
  })
  const noted = found.flatMap(({ one, note }) => (note.relation === 'inquiry' ? [] : [{ one, note }]))
  if (noted.length > 0) return likeliest(noted, fitted)
  const [asked] = equalCalls(
    found.map(({ one }) => one),
    fitted,
  )
  return found.find(({ one }) => one === asked)?.note ?? null
}

/**
 * The call whose own words it says, else that in which its sender has something, else what tells of any mail. Where all that leaves
 * several, nobody chooses for the sender: a person asks which is meant.
 */
function likeliest(noted: readonly Noted[], fitted: Fitted): Note | null {
  const closest = Math.max(...noted.map(({ note }) => closeness(note)))
  const close = noted.filter(({ note }) => closeness(note) === closest)
  const equals = equalCalls(
    close.map(({ one }) => one),
    fitted,
  )
  const [first, ...others] = equals.flatMap(one => close.filter(noted => noted.one === one))
  if (first === undefined) return null
  return others.length === 0 ? first.note : openBetween(first.note, [first, ...others])
}

const closeness = ({ says, isKnown }: Note): number => (says ? 2 : 0) + (isKnown ? 1 : 0)

/** Whose it may be, in each of the calls. */
function openBetween(first: Note, all: readonly Noted[]): Note {
  const among = all.flatMap(({ note: { call, whose } }) =>
    whose.flatMap(shownOf).map(({ key, shown }) => ({ key, shown: `${shown}（${call.short}）`, call: call.id })),
  )
  return { ...first, whose: [{ branch: null, applicant: null, among }] }
}
