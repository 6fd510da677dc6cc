import { chownSync, mkdirSync, readdirSync, rmSync, utimesSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Dovecot } from '../test/support/dovecot.ts'
import { MAIL_GID, MAIL_UID } from '../test/support/dovecot-config.ts'

/** A folder of a user's mailbox. */
export type At = { readonly user: string; readonly folder: string }
/** So much mail that concerns nobody here, evenly from one day to the next. */
export type Seed = { readonly count: number; readonly from: Date; readonly to: Date }

/** Bytes of the header of a mail that came through some servers, with its signature. */
export const HEADER_BYTES = 2000

/** Writes mail straight into the store as deliveries would have left it, a quarter of a minute for 100,000, and has Dovecot index it. */
export async function seedFolder(dovecot: Dovecot, { user, folder }: At, { count, from, to }: Seed): Promise<void> {
  const home = homeOf(dovecot, user)
  const maildir = maildirOf(dovecot, { user, folder })
  for (const path of [home, join(home, 'Maildir'), maildir, ...['cur', 'new', 'tmp'].map(one => join(maildir, one))]) {
    mkdirSync(path, { recursive: true })
    chownSync(path, MAIL_UID, MAIL_GID)
  }
  for (let index = 0; index < count; index++)
    write(join(maildir, 'cur'), index, new Date(from.getTime() + ((to.getTime() - from.getTime()) * index) / count))
  await dovecot.asStaff(user, client => client.mailboxOpen(folder, { readOnly: true }))
}

/** Removes every second message, as if staff had cleared up. */
export function thinOut(dovecot: Dovecot, at: At): void {
  const cur = join(maildirOf(dovecot, at), 'cur')
  for (const name of readdirSync(cur)) if (/[13579]\.bench,/.test(name)) rmSync(join(cur, name))
}

const homeOf = (dovecot: Dovecot, user: string): string => join(dovecot.folder, 'mail', user.toLowerCase())

const maildirOf = (dovecot: Dovecot, { user, folder }: At): string =>
  join(homeOf(dovecot, user), 'Maildir', ...(folder === 'INBOX' ? [] : [`.${folder}`]))

function write(cur: string, index: number, receivedAt: Date): void {
  const source = unrelated(index, receivedAt)
  const second = Math.floor(receivedAt.getTime() / 1000)
  const file = join(cur, `${second}.M${String(index).padStart(9, '0')}.bench,S=${source.length}:2,S`)
  writeFileSync(file, source)
  chownSync(file, MAIL_UID, MAIL_GID)
  utimesSync(file, second, second)
}

function unrelated(index: number, receivedAt: Date): string {
  const header = [
    `Return-Path: <sender${index}@somewhere.example>`,
    `Received: from relay.somewhere.example by mail.dlut.edu.cn; ${receivedAt.toUTCString()}`,
    `From: sender${index} <sender${index}@somewhere.example>`,
    'To: jxdw@dlut.edu.cn',
    `Subject: meeting ${index}`,
    `Date: ${receivedAt.toUTCString()}`,
    `Message-ID: <bench.${index}.${receivedAt.getTime()}@somewhere.example>`,
    'MIME-Version: 1.0',
    'Content-Type: multipart/alternative; boundary="x"',
    'DKIM-Signature: v=1; a=rsa-sha256; d=somewhere.example; b=',
  ].join('\r\n')
  const lines = (HEADER_BYTES - header.length - '\r\n\r\n'.length) / 75
  const body = [
    ...['--x', 'Content-Type: text/plain; charset=utf-8', '', 'See you at three.'],
    ...['--x', 'Content-Type: text/html; charset=utf-8', '', '<p>See you at three.</p>', '--x--', ''],
  ].join('\r\n')
  return `${header}${`\r\n ${'b'.repeat(72)}`.repeat(lines)}\r\n\r\n${body}`
}
