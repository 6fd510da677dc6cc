import type { Confirmation } from '../core/application/confirmation.ts'
import { sha256 } from '../sha256.ts'
import { atomically, type Database } from './database.ts'
import type { Events } from './events.ts'

type Row = {
  id: number
  call_id: string
  applicant: string
  check_id: string
  verdict: Confirmation['verdict']
  files: string | null
  made_by: string
  reason: string
  made_at: string
}

/** The hash by which the chain of events knows a confirmation again. */
export const confirmationRecord = (row: Row): string =>
  sha256(
    JSON.stringify([
      ...[row.call_id, row.applicant, row.check_id, row.verdict, row.files],
      ...[row.made_by, row.reason, row.made_at],
    ]),
  )

const fromRow = (row: Row): Confirmation => ({
  ...{ id: row.id, call: row.call_id, applicant: row.applicant, check: row.check_id, verdict: row.verdict },
  ...{ by: row.made_by, reason: row.reason, at: new Date(row.made_at) },
  files: row.files === null ? null : (JSON.parse(row.files) as string[]),
})

/** The table `confirmations`; each one added is an event. */
export function createConfirmations(database: Database, events: Events) {
  const of = database.prepare<[string], Row>('SELECT * FROM confirmations WHERE call_id = ? ORDER BY id')
  const insert = database.prepare<[Omit<Row, 'id'>]>(`
    INSERT INTO confirmations (call_id, applicant, check_id, verdict, files, made_by, reason, made_at)
    VALUES (@call_id, @applicant, @check_id, @verdict, @files, @made_by, @reason, @made_at)`)
  return {
    /** Of the call, in order. */
    of: (call: string): readonly Confirmation[] => of.all(call).map(fromRow),
    add: (made: Omit<Confirmation, 'id'>): number =>
      atomically(database, () => {
        const { call, check, verdict, at } = made
        const row = {
          ...{ call_id: call, applicant: made.applicant, check_id: check, verdict },
          ...{ made_by: made.by, reason: made.reason, made_at: at.toISOString() },
          files: made.files === null ? null : JSON.stringify(made.files),
        }
        const confirmation = Number(insert.run(row).lastInsertRowid)
        const record = confirmationRecord({ ...row, id: confirmation })
        events.append({ kind: 'confirmed', call, confirmation, check, verdict, record }, at)
        return confirmation
      }),
  }
}
