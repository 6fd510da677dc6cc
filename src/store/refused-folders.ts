import type { RefusedFolder } from '../core/application/recorded-message.ts'
import type { Database } from './database.ts'

export type RefusedFolders = ReturnType<typeof createRefusedFolders>

type Row = { path: string; since: string; words: string }

/** The table `refused_folders` of one mailbox (user@host). */
export function createRefusedFolders(database: Database, mailbox: string) {
  const begin = database.prepare(`
    INSERT INTO refused_folders (mailbox, path, since, words) VALUES (?, ?, ?, ?)
    ON CONFLICT (mailbox, path) DO UPDATE SET words = excluded.words`)
  const end = database.prepare('DELETE FROM refused_folders WHERE mailbox = ? AND path = ?')
  const has = database.prepare<[string, string]>('SELECT 1 FROM refused_folders WHERE mailbox = ? AND path = ?')
  const keep = database.prepare(
    'DELETE FROM refused_folders WHERE mailbox = ? AND path NOT IN (SELECT value FROM json_each(?))',
  )
  return {
    begin: (path: string, words: string, at: Date): void => {
      begin.run(mailbox, path, at.toISOString(), words.slice(0, 500))
    },
    end: (path: string): void => {
      end.run(mailbox, path)
    },
    has: (path: string): boolean => has.get(mailbox, path) !== undefined,
    keepOnly: (paths: readonly string[]): void => {
      keep.run(mailbox, JSON.stringify(paths))
    },
    all: (): readonly RefusedFolder[] => allRefusedFolders(database),
  }
}

/** Those of every mailbox, for `health`. */
export const allRefusedFolders = (database: Database): readonly RefusedFolder[] =>
  database
    .prepare<[], Row>('SELECT path, since, words FROM refused_folders ORDER BY path')
    .all()
    .map(({ since, ...rest }) => ({ ...rest, since: new Date(since) }))
