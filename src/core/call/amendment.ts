import type { Applicant } from './applicant.ts'
import type { Branch, Call } from './call.ts'

/** A row of the roster, but for an exclusion, which is an amendment of its own. */
export type RosterRow = Omit<Branch, 'excluded'>

/**
 * What the committee changed of a call after it was published. Each bears what the call's file said then: it wins over the file, whatever
 * that says later.
 */
export type Change =
  /** Both are ISO 8601 in UTC. */
  | { readonly kind: 'deadline'; readonly to: string; readonly file: string }
  /** `branch`: how the row was named until then; null: it is added. */
  | {
      readonly kind: 'roster'
      readonly branch: string | null
      readonly row: RosterRow
      readonly file: RosterRow | null
    }
  /** The reason is the amendment's. */
  | { readonly kind: 'exclude' | 'restore'; readonly branch: string; readonly file: string | null }

/** `reason`: for staff; no letter bears it. */
export type Amendment = {
  readonly id: number
  readonly call: string
  readonly change: Change
  readonly by: string
  readonly reason: string
  readonly at: Date
}

/** The call as it is now: as published, and what was amended since, in order. */
export const amended = (published: Call, amendments: readonly Amendment[]): Call =>
  amendments.filter(({ call }) => call === published.id).reduce(amendedBy, published)

function amendedBy(call: Call, { change, reason }: Amendment): Call {
  switch (change.kind) {
    case 'deadline':
      return { ...call, deadline: new Date(change.to), publishedDeadline: firstPublished(call, change.file) }
    case 'roster':
      return { ...call, roster: withRow(call.roster, change.branch, change.row) }
    case 'exclude':
      return { ...call, roster: excluding(call.roster, change.branch, reason) }
    case 'restore':
      return { ...call, roster: excluding(call.roster, change.branch, null) }
    default:
      return change satisfies never
  }
}

/** What was published when the deadline was first amended goes on anchoring the windows. */
const firstPublished = (call: Call, file: string): Date =>
  call.deadline.getTime() === call.publishedDeadline.getTime() ? new Date(file) : call.publishedDeadline

function withRow(roster: readonly Branch[], branch: string | null, row: RosterRow): readonly Branch[] {
  const name = branch ?? row.name
  const before = roster.find(one => one.name === name)
  const after = { ...row, excluded: before?.excluded ?? null }
  return before === undefined ? [...roster, after] : roster.map(one => (one === before ? after : one))
}

const excluding = (roster: readonly Branch[], branch: string, excluded: string | null): readonly Branch[] =>
  roster.map(one => (one.name === branch ? { ...one, excluded } : one))

/** What the call's file says otherwise by now, and is not applied. */
type Overruled = { readonly amendment: Amendment; readonly says: string }

/** The amendments under which the call's file was changed later. */
export const overruled = (published: Call, amendments: readonly Amendment[]): readonly Overruled[] =>
  amendments
    .filter(({ call }) => call === published.id)
    .flatMap(amendment => {
      const says = saysOtherwise(published, amendment)
      return says === null ? [] : [{ amendment, says }]
    })

function saysOtherwise({ deadline, roster }: Call, { change, reason }: Amendment): string | null {
  if (change.kind === 'deadline') {
    const says = deadline.toISOString()
    return says === change.file || says === change.to ? null : `deadline ${says}`
  }
  if (change.kind === 'roster') return rowSaysOtherwise(roster, change)
  const says = roster.find(({ name }) => name === change.branch)?.excluded ?? null
  const amendedTo = change.kind === 'exclude' ? reason : null
  return says === change.file || says === amendedTo ? null : `排除原因 ${says ?? '–'}`
}

function rowSaysOtherwise(
  roster: readonly Branch[],
  { branch, row, file }: Extract<Change, { kind: 'roster' }>,
): string | null {
  const found = roster.find(({ name }) => name === (file?.name ?? branch ?? row.name))
  const says = found === undefined ? null : rowText(found)
  const known = [file === null ? null : rowText(file), rowText(row)]
  return known.includes(says) ? null : `the row ${says ?? 'is gone'}`
}

/** A row in one line, to compare and to show. */
const rowText = ({ name, type, aliases, emails }: RosterRow): string =>
  [name, type ?? '', aliases.join(';'), emails.join(';')].join(',')

/** The key now of who had this one at that time: a row of the roster, or one of several of it. */
export const keyNow = (
  key: string,
  since: { readonly call: string; readonly at: Date },
  made: readonly Amendment[],
): string =>
  made.reduce(
    (known, { call, change, at }) =>
      call === since.call && at >= since.at && change.kind === 'roster' && change.branch !== null
        ? keyAfter(known, change.branch, change.row.name)
        : known,
    key,
  )

export const renamedApplicant = ({ key, shown }: Applicant, from: string, to: string): Applicant =>
  keyAfter(key, from, to) === key
    ? { key, shown }
    : { key: keyAfter(key, from, to), shown: shown.startsWith(from) ? `${to}${shown.slice(from.length)}` : shown }

/** A key once the roster's row is called otherwise. */
export function keyAfter(key: string, from: string, to: string): string {
  if (key === from) return to
  return key.startsWith(`${from}/`) ? `${to}${key.slice(from.length)}` : key
}
