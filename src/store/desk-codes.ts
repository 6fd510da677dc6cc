import type { KnownCode } from '../core/desk/admit.ts'
import { CODE_DAYS } from '../core/desk/code.ts'
import { sha256 } from '../sha256.ts'
import { atomically, type Database } from './database.ts'

/** A case as it stands in a mail to staff: the entry of a message, and the latest decision on it then. */
type CodeCase = { readonly message: number; readonly entry: number; readonly decision: number }

/** `purpose`: of the mail in the outbox that bears the code; `address` in lower case. */
export type NewCode = {
  readonly code: string
  readonly address: string
  readonly purpose: string
  readonly cases: readonly CodeCase[]
}

type Row = { id: number; address: string; expires_at: string; voided_at: string | null }

const DAY = 86_400_000

/** The tables `desk_codes` and `desk_code_cases`. */
export function createDeskCodes(database: Database) {
  const insert = database.prepare(`
    INSERT INTO desk_codes (sha256, address, purpose, code, issued_at, expires_at) VALUES (@sha256, @address, @purpose, @code, @at, @expiresAt)`)
  const addCase = database.prepare(
    'INSERT INTO desk_code_cases (code_id, message_id, entry, decision_id) VALUES (?, ?, ?, ?)',
  )
  const byHash = database.prepare<[string], Row>(
    'SELECT id, address, expires_at, voided_at FROM desk_codes WHERE sha256 = ?',
  )
  const byNumber = database.prepare<[number], Row>(
    'SELECT id, address, expires_at, voided_at FROM desk_codes WHERE id = ?',
  )
  const casesOf = database.prepare<[number], CodeCase>(
    'SELECT message_id AS message, entry, decision_id AS decision FROM desk_code_cases WHERE code_id = ? ORDER BY message_id, entry',
  )
  const voidAll = database.prepare('UPDATE desk_codes SET voided_at = ?, code = NULL WHERE voided_at IS NULL')
  const voidOthers = database.prepare(`
    UPDATE desk_codes SET voided_at = ?, code = NULL WHERE voided_at IS NULL AND address NOT IN (SELECT value FROM json_each(?))`)
  const known = ({ id, address, expires_at: expiresAt, voided_at: voidedAt }: Row, now: Date): KnownCode => {
    const state = voidedAt !== null ? 'void' : expiresAt <= now.toISOString() ? 'expired' : 'good'
    return { id, address, state, cases: casesOf.all(id) }
  }
  return {
    /** Gives the code's number. To be called within the transaction that puts its mail into the outbox. */
    issue: ({ code, address, purpose, cases }: NewCode, at: Date): number =>
      atomically(database, () => {
        const expiresAt = new Date(at.getTime() + CODE_DAYS * DAY).toISOString()
        const row = { sha256: sha256(code), address, purpose, code, at: at.toISOString(), expiresAt }
        const id = Number(insert.run(row).lastInsertRowid)
        for (const { message, entry, decision } of cases) addCase.run(id, message, entry, decision)
        return id
      }),
    find: (code: string, now: Date): KnownCode | null => {
      const row = byHash.get(sha256(code))
      return row === undefined ? null : known(row, now)
    },
    byId: (id: number, now: Date): KnownCode | null => {
      const row = byNumber.get(id)
      return row === undefined ? null : known(row, now)
    },
    /** Every code; gives how many still worked. */
    voidAll: (at: Date): number => voidAll.run(at.toISOString()).changes,
    /** The codes of addresses that decide no more. */
    voidOthers: (addresses: readonly string[], at: Date): number =>
      voidOthers.run(at.toISOString(), JSON.stringify(addresses)).changes,
  }
}

export type DeskCodes = ReturnType<typeof createDeskCodes>
