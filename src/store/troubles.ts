import type { KnownTrouble, Trouble } from '../core/sending/trouble.ts'
import type { Database } from './database.ts'

type Row = Pick<Trouble, 'server' | 'kind' | 'words'> & { since: string; told_at: string | null }

/** The table `troubles`: the servers that don't do their work for us now. */
export function createTroubles(database: Database) {
  const begin = database.prepare(`
    INSERT INTO troubles (server, kind, since, words) VALUES (@server, @kind, @since, @words)
    ON CONFLICT (server) DO UPDATE SET words = excluded.words, kind = excluded.kind, told_at = iif(kind = excluded.kind, told_at, NULL)`)
  const told = database.prepare('UPDATE troubles SET told_at = ? WHERE server = ?')
  const end = database.prepare('DELETE FROM troubles WHERE server = ?')
  const all = database.prepare<[], Row>('SELECT server, kind, since, words, told_at FROM troubles ORDER BY server')
  return {
    /** One that goes on keeps its beginning; one that turns into another kind is to be told anew. */
    begin: ({ since, words, ...rest }: Trouble): void => {
      begin.run({ ...rest, since: since.toISOString(), words: words.slice(0, 500) })
    },
    markTold: (server: Trouble['server'], at: Date): void => {
      told.run(at.toISOString(), server)
    },
    end: (server: Trouble['server']): void => {
      end.run(server)
    },
    all: (): readonly KnownTrouble[] => all.all().map(fromRow),
  }
}

const fromRow = ({ since, told_at, ...rest }: Row): KnownTrouble => ({
  ...rest,
  since: new Date(since),
  toldAt: told_at === null ? null : new Date(told_at),
})
