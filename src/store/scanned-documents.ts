import type { DocumentContent } from '../core/document/document.ts'
import type { RecognisedDocument, Recognition, ScannedDocument } from '../core/document/scanned-document.ts'
import type { Database } from './database.ts'

/** A scan that isn't wholly recognised yet, and its next page, from 1; `attempts`: how often that one was begun before. */
type WaitingDocument = ScannedDocument & {
  readonly id: number
  readonly page: number
  readonly attempts: number
  /** null: not known yet. */
  readonly pages: number | null
}

/** A page as it was recognised, or why it could not be. */
type KeptPage = { readonly page: unknown; readonly likely: number; readonly why: string | null }

type WaitingRow = {
  id: number
  message_id: number
  sha256: string
  kind: ScannedDocument['kind']
  pages: number | null
  done: number
  attempts: number
}

type Row = {
  message_id: number
  sha256: string
  kind: ScannedDocument['kind']
  state: Recognition['state']
  content: string | null
  likely: number | null
  why: string | null
}

/** The tables `scanned_documents` and `scanned_pages`. */
export function createScannedDocuments(database: Database) {
  const { clear, ...pages } = pagesIn(database)
  const add = database.prepare(
    'INSERT INTO scanned_documents (message_id, sha256, kind) VALUES (?, ?, ?) ON CONFLICT DO NOTHING',
  )
  const next = database.prepare<[], WaitingRow>(`
    SELECT s.id, s.message_id, s.sha256, s.kind, s.pages,
      (SELECT count(*) FROM scanned_pages WHERE document_id = s.id AND body IS NOT NULL) AS done,
      (SELECT ifnull(max(attempts), 0) FROM scanned_pages WHERE document_id = s.id AND body IS NULL) AS attempts
    FROM scanned_documents s WHERE s.state = 'waiting' ORDER BY s.id LIMIT 1`)
  const end = database.prepare(
    'UPDATE scanned_documents SET state = ?, content = ?, likely = ?, why = ?, ended_at = ? WHERE id = ?',
  )
  const of = database.prepare<[number], Row>('SELECT * FROM scanned_documents WHERE message_id = ? ORDER BY id')
  const waiting = database.prepare<[], { count: number }>(
    "SELECT count(*) AS count FROM scanned_documents WHERE state = 'waiting'",
  )
  return {
    ...pages,
    /** To be recognised; one that is known already stays as it is. */
    expect: (messageId: number, found: readonly Omit<ScannedDocument, 'messageId'>[]): void => {
      for (const { sha256, kind } of found) add.run(messageId, sha256, kind)
    },
    /** The one that has waited longest. */
    next: (): WaitingDocument | null => {
      const row = next.get()
      if (row === undefined) return null
      const { id, sha256, kind, attempts } = row
      return { id, messageId: row.message_id, sha256, kind, page: row.done + 1, attempts, pages: row.pages }
    },
    end: (id: number, became: Exclude<Recognition, { state: 'waiting' }>, at: Date): void => {
      const recognised = became.state === 'recognised' ? became : null
      const why = became.state === 'failed' ? became.why : null
      const content = recognised === null ? null : JSON.stringify(recognised.content)
      end.run(became.state, content, recognised?.likely ?? null, why, at.toISOString(), id)
      clear(id)
    },
    of: (messageId: number): readonly RecognisedDocument[] => of.all(messageId).map(fromRow),
    waiting: (): number => waiting.get()?.count ?? 0,
  }
}

export type ScannedDocuments = ReturnType<typeof createScannedDocuments>

/** The pages of scans under work; a page is anything that can be said in JSON. */
function pagesIn(database: Database) {
  const begin = database.prepare(`
    INSERT INTO scanned_pages (document_id, page, attempts) VALUES (?, ?, 1)
    ON CONFLICT (document_id, page) DO UPDATE SET attempts = attempts + 1`)
  const cancel = database.prepare('UPDATE scanned_pages SET attempts = attempts - 1 WHERE document_id = ? AND page = ?')
  const keep = database.prepare('UPDATE scanned_pages SET body = ? WHERE document_id = ? AND page = ?')
  const count = database.prepare('UPDATE scanned_documents SET pages = ? WHERE id = ?')
  const pages = database.prepare<[number], { body: string }>(
    'SELECT body FROM scanned_pages WHERE document_id = ? AND body IS NOT NULL ORDER BY page',
  )
  const clear = database.prepare('DELETE FROM scanned_pages WHERE document_id = ?')
  return {
    /** Counted before the work, so that a death in it is known. */
    begin: (id: number, page: number): void => void begin.run(id, page),
    cancel: (id: number, page: number): void => void cancel.run(id, page),
    keep: (id: number, page: number, { body, of }: { body: KeptPage; of: number }): void => {
      keep.run(JSON.stringify(body), id, page)
      count.run(of, id)
    },
    pages: (id: number): readonly KeptPage[] => pages.all(id).map(({ body }) => JSON.parse(body) as KeptPage),
    clear: (id: number): void => void clear.run(id),
  }
}

const fromRow = (row: Row): RecognisedDocument => ({
  messageId: row.message_id,
  sha256: row.sha256,
  kind: row.kind,
  recognition: recognitionOf(row),
})

function recognitionOf({ state, content, likely, why }: Row): Recognition {
  if (state === 'recognised' && content !== null)
    return { state, content: JSON.parse(content) as DocumentContent, likely: likely ?? 0 }
  return state === 'failed' ? { state, why: why ?? '' } : { state: 'waiting' }
}
