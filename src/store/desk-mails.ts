import { admit } from '../core/desk/admit.ts'
import type { DeskMail, DeskReading } from '../core/desk/desk-mail.ts'
import type { KnownMail, SettledLine } from '../core/desk/known-mail.ts'
import type { LineResult } from '../core/desk/line-result.ts'
import { sha256 } from '../sha256.ts'
import { atomically, type Database, redoably } from './database.ts'
import type { DeskCodes } from './desk-codes.ts'
import type { DeskFiles } from './desk-files.ts'
import type { Events } from './events.ts'

type Row = { message_id: number; address: string | null; body: string | null; code_id: number }
type LineRow = { message_id: number; line: number; state: SettledLine['state']; result: string | null }

type Beside = { readonly codes: DeskCodes; readonly files: DeskFiles; readonly events: Events }

/** The tables `desk_mails` and `desk_lines`; each line that is settled is an event. */
export function createDeskMails(database: Database, { codes, files, events }: Beside) {
  const insert = database.prepare(`
    INSERT INTO desk_mails (message_id, state, refused_for, code_id, address, body, recorded_at)
    VALUES (@id, @state, @refusedFor, @code, @address, @body, @at) ON CONFLICT DO NOTHING`)
  const settle = database.prepare(`
    INSERT INTO desk_lines (message_id, line, state, confirmed_by, result, settled_at) VALUES (@mail, @line, @state, @confirmedBy, @result, @at)
    ON CONFLICT (message_id, line) DO UPDATE
      SET state = excluded.state, confirmed_by = excluded.confirmed_by, result = excluded.result, settled_at = excluded.settled_at`)
  const begin = database
    .prepare<[number, number], number>(`
      INSERT INTO desk_tries (message_id, line, tries) VALUES (?, ?, 1)
      ON CONFLICT (message_id, line) DO UPDATE SET tries = tries + 1 RETURNING tries`)
    .pluck()
  const forgive = database.prepare('UPDATE desk_tries SET tries = tries - 1 WHERE message_id = ? AND line = ?')
  const tried = database.prepare('DELETE FROM desk_tries WHERE message_id = ? AND line = ?')
  const answered = database.prepare(`
    UPDATE desk_mails SET state = 'answered', answered_at = ?,
      body = iif(EXISTS (SELECT 1 FROM desk_lines l WHERE l.message_id = desk_mails.message_id AND l.state = 'shown'), body, NULL)
    WHERE message_id = ?`)
  const done = database.prepare("UPDATE desk_mails SET state = 'done' WHERE message_id = ? AND state = 'waiting'")
  const show = database.prepare("UPDATE desk_lines SET code_id = ? WHERE message_id = ? AND state = 'shown'")
  return {
    ...mailsOf(database, codes),
    ...linesOf(database),
    /** What a mail wants: to be carried out, or refused and counted; of one under no code that is known nothing is kept, unless staff sent it. */
    record: (id: number, reading: DeskReading, at: Date): void => {
      const admitted = admit(reading, code => codes.find(code, at))
      if (admitted === null) return
      const { state, refusedFor, code } = admitted
      const body = state === 'waiting' ? JSON.stringify(reading.mail) : null
      const row = { id, state, refusedFor, code, address: reading.address, body, at: at.toISOString() }
      if (insert.run(row).changes === 1 && state === 'waiting') files.keep(id, reading.sheets)
    },
    begin: (id: number, line: number): number => redoably(database, () => begin.get(id, line) ?? 1),
    forgive: (id: number, line: number): void => {
      forgive.run(id, line)
    },
    /** `confirmedBy`: the mail that confirmed it. */
    settle: ({ mail, line, state, result }: SettledLine, confirmedBy: number | null, at: Date): void =>
      atomically(database, () => {
        const said = JSON.stringify(result)
        tried.run(mail, line)
        settle.run({ mail, line, state, confirmedBy, result: said, at: at.toISOString() })
        events.append({ kind: 'command', message: mail, line, state, record: sha256(said) }, at)
      }),
    /** Every line of it is settled. */
    finish: (id: number): void => {
      done.run(id)
    },
    /** Its answer is composed; what it shows is confirmed with that code. */
    answer: (id: number, code: number | null, at: Date | null): void => {
      if (code !== null) show.run(code, id)
      answered.run(at?.toISOString() ?? null, id)
      files.answered(id)
    },
  }
}

function mailsOf(database: Database, codes: DeskCodes) {
  const open = database.prepare<[string], Row>(
    "SELECT message_id, address, body, code_id FROM desk_mails WHERE state = ? AND state IN ('waiting', 'done') ORDER BY message_id",
  )
  const one = database.prepare<[number], Row>(
    'SELECT message_id, address, body, code_id FROM desk_mails WHERE message_id = ?',
  )
  const lastAnswer = database
    .prepare<[string], string | null>(
      'SELECT max(answered_at) FROM desk_mails WHERE address = ? AND answered_at IS NOT NULL',
    )
    .pluck()
  const refused = database.prepare<[string], { address: string | null }>(
    "SELECT address FROM desk_mails WHERE state = 'refused' AND recorded_at > ? ORDER BY message_id DESC",
  )
  const known = (row: Row, now: Date): KnownMail[] => {
    const code = codes.byId(row.code_id, now)
    if (row.body === null || row.address === null || code === null) return []
    return [{ ...(JSON.parse(row.body) as DeskMail), id: row.message_id, address: row.address, code }]
  }
  return {
    /** Still to be carried out, or, of `done`, to be answered; in the order in which they came. */
    open: (state: 'waiting' | 'done', now: Date): readonly KnownMail[] =>
      open.all(state).flatMap(row => known(row, now)),
    find: (id: number, now: Date): KnownMail | null => {
      const row = one.get(id)
      return row === undefined ? null : (known(row, now)[0] ?? null)
    },
    lastAnswerTo: (address: string): Date | null => {
      const at = lastAnswer.get(address) ?? null
      return at === null ? null : new Date(at)
    },
    /** Addresses of mail that wanted to decide and could not, latest first. */
    refusedSince: (moment: Date | null): readonly string[] =>
      refused.all(moment?.toISOString() ?? '').map(({ address }) => address ?? ''),
  }
}

function linesOf(database: Database) {
  const select = 'SELECT message_id, line, state, result FROM desk_lines'
  const lines = database.prepare<[number], LineRow>(`${select} WHERE message_id = ? ORDER BY line`)
  const confirmed = database.prepare<[number], LineRow>(`${select} WHERE confirmed_by = ? ORDER BY message_id, line`)
  const shown = database.prepare<[number], LineRow>(
    `${select} WHERE code_id = ? AND state = 'shown' ORDER BY message_id, line`,
  )
  return {
    lines: (id: number): readonly SettledLine[] => lines.all(id).map(toLine),
    /** What a mail confirmed. */
    confirmedBy: (id: number): readonly SettledLine[] => confirmed.all(id).map(toLine),
    /** What the answer that bore this code shows, and nobody confirmed yet. */
    shownUnder: (code: number): readonly SettledLine[] => shown.all(code).map(toLine),
  }
}

const toLine = ({ message_id: mail, line, state, result }: LineRow): SettledLine => ({
  ...{ mail, line, state },
  result: result === null ? PURGED : (JSON.parse(result) as LineResult),
})

const PURGED: LineResult = { said: '', texts: [], case: null }

export type DeskMails = ReturnType<typeof createDeskMails>
