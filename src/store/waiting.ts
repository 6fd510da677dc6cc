import type { WaitingMessage } from '../core/application/recorded-message.ts'

export type Row = {
  id: number
  folder: string
  uid_validity: number
  uid: number
  size: number
  internal_date: string | null
  header_sha256: string
  attempts: number
  interruptions: number
  reopened: number
  sha256: string | null
}

export const WAITING = `SELECT id, folder, uid_validity, uid, size, internal_date, header_sha256, attempts, interruptions, reopened, sha256
  FROM messages WHERE state = 'received'`

export const fromRow = (row: Row): WaitingMessage => ({
  id: row.id,
  folder: row.folder,
  uidValidity: row.uid_validity,
  uid: row.uid,
  size: row.size,
  internalDate: row.internal_date === null ? null : new Date(row.internal_date),
  headerSha256: row.header_sha256,
  attempts: row.attempts,
  interruptions: row.interruptions,
  reopened: row.reopened,
  sha256: row.sha256,
})
