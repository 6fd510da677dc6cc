import type { ChainHead } from '../core/application/event.ts'
import { sha256 } from '../sha256.ts'
import { amendmentRecord } from './amendments.ts'
import { confirmationRecord } from './confirmations.ts'
import type { Database } from './database.ts'
import { recordOf } from './decisions.ts'
import { type EventRow, hashOf } from './events.ts'

/** `broken`: the first entry that doesn't fit, or that tells of a record which is another now. */
type Audit = {
  readonly head: ChainHead | null
  readonly broken: { readonly id: number; readonly why: string } | null
}

/** Goes through the chain of events from its beginning, and holds each entry against the record that it tells of, where that is kept. */
export function auditEvents(database: Database): Audit {
  const differs = recordChecker(database)
  let before: EventRow | null = null
  for (const row of database.prepare<[], EventRow>('SELECT * FROM events ORDER BY id').iterate()) {
    const why = row.id === (before?.id ?? 0) + 1 ? misfit(row, before, differs) : 'an entry before it is missing'
    if (why !== null) return { head: headOf(before), broken: { id: row.id, why } }
    before = row
  }
  return { head: headOf(before), broken: null }
}

/** Whether the chain bears an entry with that hash: a head that an earlier digest named. */
export const bearsHead = (database: Database, hash: string): boolean =>
  database.prepare('SELECT 1 FROM events WHERE hash = ?').get(hash) !== undefined

const headOf = (row: EventRow | null): ChainHead | null => (row === null ? null : { entries: row.id, hash: row.hash })

type Differs = (row: EventRow) => string | null

function misfit(row: EventRow, before: EventRow | null, differs: Differs): string | null {
  return row.hash === hashOf(before?.hash ?? '', row) ? differs(row) : 'it, or one before it, was changed'
}

type Told = {
  readonly decision?: number
  readonly record?: string
  readonly outbox?: number
  readonly mail?: string
  readonly amendment?: number
  readonly confirmation?: number
}

/** What is no longer there was purged, which is nobody's forgery. */
function recordChecker(database: Database): Differs {
  const decision = database.prepare<[number], Parameters<typeof recordOf>[0]>('SELECT * FROM decisions WHERE id = ?')
  const mail = database.prepare<[number], string>('SELECT mail FROM outbox_mails WHERE id = ?').pluck()
  const amendment = database.prepare<[number], Parameters<typeof amendmentRecord>[0]>(
    'SELECT * FROM amendments WHERE id = ?',
  )
  const confirmation = database.prepare<[number], Parameters<typeof confirmationRecord>[0]>(
    'SELECT * FROM confirmations WHERE id = ?',
  )
  return ({ content }) => {
    const told = JSON.parse(content) as Told
    const decided = told.decision === undefined ? undefined : decision.get(told.decision)
    if (decided !== undefined && recordOf(decided) !== told.record) return `decision ${told.decision} was changed since`
    const changed = told.amendment === undefined ? undefined : amendment.get(told.amendment)
    if (changed !== undefined && amendmentRecord(changed) !== told.record)
      return `amendment ${told.amendment} was changed since`
    const confirmed = told.confirmation === undefined ? undefined : confirmation.get(told.confirmation)
    if (confirmed !== undefined && confirmationRecord(confirmed) !== told.record)
      return `confirmation ${told.confirmation} was changed since`
    const sent = told.outbox === undefined ? undefined : mail.get(told.outbox)
    return sent !== undefined && sha256(sent) !== told.mail ? `mail ${told.outbox} was changed since` : null
  }
}
