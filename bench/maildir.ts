import { chownSync, mkdirSync, utimesSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { LOGIN } from '../test/support/live-config.ts'
import type { Stage } from './stage.ts'

/** To whom mailboxes belong in the private Dovecot. */
const MAIL = 8
export const UID_VALIDITY = 1_400_000_000
const MONTH = 30 * 86_400_000

/**
 * What staff left of old mail, each as short as can be, for only its UIDs matter: so many mails, of which the last has that UID. Written
 * where Dovecot finds them, for an APPEND of each would take minutes.
 */
export function fillMaildir(
  { dovecot }: Stage,
  { count, lastUid }: { readonly count: number; readonly lastUid: number },
): void {
  const home = join(dovecot.folder, 'mail', LOGIN.user)
  const maildir = join(home, 'Maildir')
  for (const folder of [home, maildir, ...['cur', 'new', 'tmp'].map(name => join(maildir, name))]) {
    mkdirSync(folder, { recursive: true })
    chownSync(folder, MAIL, MAIL)
  }
  const write = (file: string, text: string) => {
    writeFileSync(file, text)
    chownSync(file, MAIL, MAIL)
  }
  write(join(maildir, 'dovecot-uidlist'), `3 V${UID_VALIDITY} N${lastUid - count + 1} G${'0'.repeat(31)}1\n`)
  const then = new Date(Date.now() - MONTH)
  for (let index = 0; index < count; index++) {
    const file = join(maildir, 'cur', `${1_000_000_000 + index}.M1P1.bench:2,S`)
    write(file, `Subject: ${index}\r\n\r\n`)
    utimesSync(file, then, then)
  }
}
