import type { Mailed, Mailing, Told } from '../core/sending/mailing.ts'
import type { MailingKind, OutgoingMail } from '../core/sending/outgoing-mail.ts'
import { atomically, type Database } from './database.ts'
import type { Events } from './events.ts'
import type { Outbox } from './outbox.ts'

type Row = { applicant: string; about: string | null; made_at: string }

/** The tables `mailings` and `mailing_letters`; each mailing is an event, and its letters come into the outbox with it. */
export function createMailings(
  database: Database,
  { events, outbox }: { events: Events; outbox: Pick<Outbox, 'add'> },
) {
  const told = database.prepare<[string, MailingKind], Row>(`
    SELECT l.applicant, m.about, m.made_at FROM mailings m JOIN mailing_letters l ON l.mailing_id = m.id
      LEFT JOIN outbox o ON o.purpose = l.purpose
    WHERE m.call_id = ? AND m.kind = ? AND ifnull(o.state, 'sent') <> 'failed' ORDER BY m.id`)
  const mailed = database.prepare<[string], Row & { kind: MailingKind; mail: string }>(`
    SELECT m.kind, l.applicant, m.about, m.made_at, b.mail FROM mailings m JOIN mailing_letters l ON l.mailing_id = m.id
      JOIN outbox o ON o.purpose = l.purpose JOIN outbox_mails b ON b.id = o.id
    WHERE m.call_id = ? ORDER BY o.id`)
  const insert = database.prepare('INSERT INTO mailings (call_id, kind, about, made_at) VALUES (?, ?, ?, ?)')
  const letter = database.prepare('INSERT INTO mailing_letters (mailing_id, applicant, purpose) VALUES (?, ?, ?)')
  return {
    /** Who was sent one of that kind, in order. */
    told: (call: string, kind: MailingKind): readonly Told[] =>
      told.all(call, kind).map(({ applicant, about, made_at }) => ({ applicant, about, at: new Date(made_at) })),
    /** Every letter of the call's mailings, in order, until they are purged. */
    mailed: (call: string): readonly Mailed[] =>
      mailed.all(call).map(({ kind, applicant, about, made_at, mail }) => ({
        ...{ kind, applicant, about, at: new Date(made_at) },
        mail: JSON.parse(mail) as OutgoingMail,
      })),
    /** All of it together, or nothing: what is in the outbox goes out once, whatever dies meanwhile. */
    add: ({ call, kind, about, letters }: Mailing, at: Date): void =>
      atomically(database, () => {
        const mailing = Number(insert.run(call, kind, about, at.toISOString()).lastInsertRowid)
        for (const [index, { applicant, messageId, mail, expiresAt }] of letters.entries()) {
          const purpose = `${kind}:${mailing}:${index + 1}`
          outbox.add({ purpose, kind, messageId, expiresAt, mail }, { withheldFor: null }, at)
          letter.run(mailing, applicant, purpose)
        }
        events.append({ kind: 'mailed', call, mailing, what: kind, letters: letters.length }, at)
      }),
  }
}
