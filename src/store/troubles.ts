import type { LoginTrouble } from '../core/sending/login-alarm.ts'
import type { Database } from './database.ts'

type Row = { server: LoginTrouble['server']; since: string; words: string }

/** The table `troubles`: the servers that refuse the login now. */
export function createTroubles(database: Database) {
  const begin = database.prepare(`
    INSERT INTO troubles (server, since, words) VALUES (?, ?, ?) ON CONFLICT (server) DO UPDATE SET words = excluded.words`)
  const end = database.prepare('DELETE FROM troubles WHERE server = ?')
  const all = database.prepare<[], Row>('SELECT server, since, words FROM troubles ORDER BY server')
  return {
    /** One that goes on keeps its beginning. */
    begin: (server: LoginTrouble['server'], words: string, at: Date): void => {
      begin.run(server, at.toISOString(), words.slice(0, 500))
    },
    end: (server: LoginTrouble['server']): void => {
      end.run(server)
    },
    all: (): readonly LoginTrouble[] => all.all().map(({ since, ...rest }) => ({ ...rest, since: new Date(since) })),
  }
}
