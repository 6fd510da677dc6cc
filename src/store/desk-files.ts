import type { PaperFile } from '../core/desk/paper-file.ts'
import type { SheetFile } from '../core/desk/sheet-file.ts'
import type { Database } from './database.ts'

type Row = { name: string; type: string; bytes: Buffer }

/** The table `desk_files`. */
export function createDeskFiles(database: Database) {
  const insert = database.prepare('INSERT INTO desk_files (message_id, way, name, type, bytes) VALUES (?, ?, ?, ?, ?)')
  const came = database.prepare<[number], SheetFile>(
    "SELECT name, bytes FROM desk_files WHERE message_id = ? AND way = 'came' ORDER BY id",
  )
  const asked = database.prepare<[number], Row>(
    "SELECT name, type, bytes FROM desk_files WHERE message_id = ? AND way = 'asked' ORDER BY id",
  )
  const size = database
    .prepare<[string, string], number>(`
      SELECT ifnull(sum(length(f.bytes)), 0) FROM desk_mails d CROSS JOIN desk_files f ON f.message_id = d.message_id
      WHERE d.state IN ('waiting', 'done') AND d.address = ? AND f.way = 'asked' AND f.name <> ?`)
    .pluck()
  const remove = database.prepare("DELETE FROM desk_files WHERE message_id = ? AND way = 'asked'")
  const again = database.prepare("DELETE FROM desk_files WHERE message_id = ? AND way = 'asked' AND name = ?")
  const used = database.prepare<{ message: number }>(`
    DELETE FROM desk_files WHERE way = 'came'
      AND message_id IN (SELECT @message UNION SELECT message_id FROM desk_lines WHERE confirmed_by = @message)
      AND NOT EXISTS (SELECT 1 FROM desk_lines l WHERE l.message_id = desk_files.message_id AND l.state = 'shown')`)
  return {
    keep: (message: number, files: readonly SheetFile[]): void => {
      for (const { name, bytes } of files) insert.run(message, 'came', name, null, bytes)
    },
    /** What came with a mail. */
    came: (message: number): readonly SheetFile[] => came.all(message),
    /** A file for the answer to a mail; the same again takes the place of the one before. */
    ask: (message: number, { name, type, bytes }: PaperFile): void => {
      again.run(message, name)
      insert.run(message, 'asked', name, type, bytes)
    },
    /** What the answer to a mail bears. */
    asked: (message: number): readonly PaperFile[] => asked.all(message),
    /** Bytes that the next answer to an address bears, but for a file of that name. */
    askedBytes: (address: string, except: string): number => size.get(address, except) ?? 0,
    /** The answer to a mail is composed: what it bears stands in the outbox, and what came with it, or with what it confirmed, is needed only where a line is still shown. */
    answered: (message: number): void => {
      remove.run(message)
      used.run({ message })
    },
  }
}

export type DeskFiles = ReturnType<typeof createDeskFiles>
