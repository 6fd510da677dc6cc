import type { Database } from './database.ts'

/** A folder as far as it has been looked through. */
type FolderCursor = {
  readonly path: string
  readonly uidValidity: number
  readonly firstScanUid: number
  readonly lastUid: number
  readonly onServer: number | null
  readonly unaccounted: number | null
  readonly countedAt: Date | null
  readonly sweptAt: Date | null
}

type Counted = { readonly onServer: number; readonly unaccounted: number; readonly at: Date }

type Row = {
  path: string
  uid_validity: number
  first_look_uid: number
  last_uid: number
  on_server: number | null
  unaccounted: number | null
  counted_at: string | null
  swept_at: string | null
}

/** The table `folders` of one mailbox (user@host). */
export function createFolders(database: Database, mailbox: string) {
  const find = database.prepare<[string, string], Row>('SELECT * FROM folders WHERE mailbox = ? AND path = ?')
  const all = database.prepare<[string], Row>('SELECT * FROM folders WHERE mailbox = ? ORDER BY path')
  const begin = database.prepare(`
    INSERT INTO folders (mailbox, path, uid_validity, first_look_uid, last_uid) VALUES (?, ?, ?, ?, 0)
    ON CONFLICT (mailbox, path) DO UPDATE SET uid_validity = excluded.uid_validity, first_look_uid = excluded.first_look_uid, last_uid = 0`)
  const advance = database.prepare('UPDATE folders SET last_uid = max(last_uid, ?) WHERE mailbox = ? AND path = ?')
  const swept = database.prepare('UPDATE folders SET swept_at = ? WHERE mailbox = ? AND path = ?')
  const reconciled = database.prepare(
    'UPDATE folders SET on_server = ?, unaccounted = ?, counted_at = ? WHERE mailbox = ? AND path = ?',
  )
  const forget = database.prepare('UPDATE folders SET on_server = NULL, unaccounted = NULL WHERE mailbox = ?')
  const keep = database.prepare(
    'DELETE FROM folders WHERE mailbox = ? AND path NOT IN (SELECT value FROM json_each(?))',
  )
  return {
    find: (path: string): FolderCursor | null => toCursor(find.get(mailbox, path)),
    all: (): readonly FolderCursor[] => all.all(mailbox).map(row => fromRow(row)),
    /** A folder never seen before, or one whose UIDVALIDITY changed: everything in it is looked at (again). */
    begin: (path: string, at: { readonly uidValidity: number; readonly firstScanUid: number }): void => {
      begin.run(mailbox, path, at.uidValidity, at.firstScanUid)
    },
    /** Every UID up to this one is recorded. */
    advance: (path: string, uid: number): void => {
      advance.run(uid, mailbox, path)
    },
    completeSweep: (path: string, at: Date): void => {
      swept.run(at.toISOString(), mailbox, path)
    },
    /** Forgets how far any other folder was looked through: it is looked at no more. */
    keepOnly: (paths: readonly string[]): void => {
      keep.run(mailbox, JSON.stringify(paths))
    },
    /** It could not be counted: no figure is better than an old one. */
    forgetReconciliation: (): void => {
      forget.run(mailbox)
    },
    recordReconciliation: (path: string, { onServer, unaccounted, at }: Counted): void => {
      reconciled.run(onServer, unaccounted, at.toISOString(), mailbox, path)
    },
  }
}

const toCursor = (row: Row | undefined): FolderCursor | null => (row === undefined ? null : fromRow(row))

const fromRow = (row: Row): FolderCursor => ({
  path: row.path,
  uidValidity: row.uid_validity,
  firstScanUid: row.first_look_uid,
  lastUid: row.last_uid,
  onServer: row.on_server,
  unaccounted: row.unaccounted,
  countedAt: toDate(row.counted_at),
  sweptAt: toDate(row.swept_at),
})

const toDate = (text: string | null): Date | null => (text === null ? null : new Date(text))

export type Folders = ReturnType<typeof createFolders>
