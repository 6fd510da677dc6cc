import type { Database } from './database.ts'

/** What is remembered of the worker, for `health` and after a restart. */
type WorkerState = {
  readonly startedAt: Date | null
  /** The end of the last completed sweep. */
  readonly sweptAt: Date | null
  /** By then the next one must be completed. */
  readonly dueBy: Date | null
  /** In a copy made by `backup`, when. */
  readonly backedUpAt: Date | null
  /** When a worker first ran on such a copy. */
  readonly restoredAt: Date | null
}

type Row = {
  started_at: string | null
  swept_at: string | null
  due_by: string | null
  backed_up_at: string | null
  restored_at: string | null
}

/** The table `worker`, of one row. */
export function createWorker(database: Database) {
  const find = database.prepare<[], Row>('SELECT * FROM worker')
  const start = database.prepare(`
    UPDATE worker SET started_at = @at, restored_at = iif(backed_up_at IS NULL, restored_at, @at), backed_up_at = NULL`)
  const swept = database.prepare('UPDATE worker SET swept_at = ?, due_by = ?')
  return {
    state: (): WorkerState => fromRow(find.get() as Row),
    /** From here on a copy made by `backup` is known as a restored database. */
    start: (at: Date): void => {
      start.run({ at: at.toISOString() })
    },
    completeSweep: (at: Date, dueBy: Date): void => {
      swept.run(at.toISOString(), dueBy.toISOString())
    },
  }
}

const toDate = (text: string | null): Date | null => (text === null ? null : new Date(text))

const fromRow = (row: Row): WorkerState => ({
  startedAt: toDate(row.started_at),
  sweptAt: toDate(row.swept_at),
  dueBy: toDate(row.due_by),
  backedUpAt: toDate(row.backed_up_at),
  restoredAt: toDate(row.restored_at),
})
