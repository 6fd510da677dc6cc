import { chownSync, mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { LOOPBACK } from './ports.ts'

/** Where a private Dovecot keeps what; all below one temporary folder. */
export interface DovecotPlaces {
  readonly folder: string
  readonly imapPort: number
  readonly lmtpPort: number
  readonly hostname: string
  /** '': all that it can do. */
  readonly capability: string
}

/** The second half of a master login (`user*staff`): what staff do stays out of the protocol log. */
export const STAFF = { user: 'staff', password: 'staff-secret' } as const

// A user that every Debian has; a mailbox cannot belong to root.
export const MAIL_UID = 8
export const MAIL_GID = 8

/** Writes configuration, user list and the folders that must be there; gives the path of the configuration. */
export function writeDovecotConfig(places: DovecotPlaces, users: Readonly<Record<string, string>>): string {
  const { folder } = places
  for (const name of ['run', 'state', 'mail', 'rawlog', 'tmp']) mkdirSync(join(folder, name))
  for (const name of ['mail', 'tmp']) giveToMail(join(folder, name))
  for (const user of Object.keys(users)) {
    const rawlog = join(folder, 'rawlog', user.toLowerCase())
    mkdirSync(rawlog)
    giveToMail(rawlog)
  }
  writeFileSync(join(folder, 'users'), Object.entries(users).map(userLine(folder)).join(''))
  writeFileSync(join(folder, 'staff'), `${STAFF.user}:{PLAIN}${STAFF.password}\n`)
  const file = join(folder, 'dovecot.conf')
  writeFileSync(file, settings(places))
  return file
}

function giveToMail(path: string): void {
  chownSync(path, MAIL_UID, MAIL_GID)
}

function userLine(folder: string): (entry: [user: string, password: string]) => string {
  return ([user, password]) => {
    const name = user.toLowerCase()
    const secret = Buffer.from(password).toString('base64')
    return `${name}:{PLAIN.b64}${secret}:${MAIL_UID}:${MAIL_GID}::${join(folder, 'mail', name)}::\n`
  }
}

function settings(places: DovecotPlaces): string {
  return [basics(places), logins(places), mailboxes(places), services(places)].join('')
}

function basics({ folder, hostname }: DovecotPlaces): string {
  return `
base_dir = ${folder}/run
state_dir = ${folder}/state
log_path = ${folder}/dovecot.log
mail_temp_dir = ${folder}/tmp
hostname = ${hostname}
listen = ${LOOPBACK}
protocols = imap lmtp
ssl = no
first_valid_uid = 1
mail_location = maildir:~/Maildir
mail_fsync = never
mailbox_idle_check_interval = 1 secs
`
}

function logins({ folder }: DovecotPlaces): string {
  return `
disable_plaintext_auth = no
auth_mechanisms = plain login
auth_failure_delay = 0
auth_master_user_separator = *

passdb {
  driver = passwd-file
  master = yes
  args = ${folder}/staff
}
passdb {
  driver = passwd-file
  args = ${folder}/users
}
userdb {
  driver = passwd-file
  args = ${folder}/users
}
`
}

// rawlog_dir is used only where the folder exists: there is none for staff.
function mailboxes({ folder, capability }: DovecotPlaces): string {
  return `
namespace inbox {
  inbox = yes
  mailbox Sent {
    auto = subscribe
    special_use = \\Sent
  }
  mailbox Junk {
    auto = subscribe
    special_use = \\Junk
  }
}
protocol imap {
  rawlog_dir = ${folder}/rawlog/%{auth_user}
  mail_max_userip_connections = 200
${capability === '' ? '' : `  imap_capability = ${capability}\n`}}
`
}

// The anvil line: no growing delay after wrong passwords.
function services({ imapPort, lmtpPort }: DovecotPlaces): string {
  return `
service imap-login {
  inet_listener imap {
    port = ${imapPort}
  }
  inet_listener imaps {
    port = 0
  }
}
service lmtp {
  inet_listener lmtp {
    port = ${lmtpPort}
  }
}
service auth {
  unix_listener auth-client {
    mode = 0666
  }
}
service anvil {
  unix_listener anvil-auth-penalty {
    mode = 0
  }
}
`
}
