import type { OutgoingMail } from '../core/sending/outgoing-mail.ts'
import type { Database } from './database.ts'

/** The table `digests`: one for each date and kind. */
export function createDigests(database: Database) {
  const insert = database.prepare(
    'INSERT INTO digests (date, kind, composed_at) VALUES (?, ?, ?) ON CONFLICT DO NOTHING',
  )
  const exists = database.prepare('SELECT 1 FROM digests WHERE date = ? AND kind = ?')
  const latest = database.prepare<[string], string>('SELECT max(composed_at) FROM digests WHERE composed_at < ?')
  const mail = database
    .prepare<[{ purpose: string }], string>(
      "SELECT mail FROM outbox JOIN outbox_mails USING (id) WHERE purpose >= @purpose AND purpose < @purpose || ';' ORDER BY purpose LIMIT 1",
    )
    .pluck()
  return {
    /** The daily digest of that day; null where there is none, or it was purged. */
    dailyMail: (date: string): OutgoingMail | null => {
      const found = mail.get({ purpose: `digest:${date}.daily` })
      return found ? (JSON.parse(found as string) as OutgoingMail) : null
    },
    /** False where that digest was composed before. */
    record: (date: string, kind: string, at: Date): boolean => insert.run(date, kind, at.toISOString()).changes === 1,
    exists: (date: string, kind: string): boolean => exists.get(date, kind) !== undefined,
    lastBefore: (moment: Date): Date | null => {
      const found = latest.pluck().get(moment.toISOString())
      return found ? new Date(found) : null
    },
  }
}
