import { spawnSync } from 'node:child_process'
import { existsSync, readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import type { ImapFlow } from 'imapflow'
import nodemailer from 'nodemailer'
import { type DovecotPlaces, STAFF, writeDovecotConfig } from './dovecot-config.ts'
import { freePort, LOOPBACK } from './ports.ts'
import { readProtocolLog } from './protocol-log.ts'
import {
  assertRoot,
  createServerFolder,
  endProcesses,
  type ServerProcess,
  startProcess,
  untilGreets,
} from './server-process.ts'
import { type Append, actInMailbox, appendTo, flagsIn } from './staff.ts'

export interface DovecotOptions {
  /** Address (the login name) to password. */
  readonly users: Readonly<Record<string, string>>
  /** The host which the `Received` headers of deliveries name. */
  readonly hostname?: string
  /** What it says that it can do, in place of all it can. */
  readonly capability?: string
}

/** A private Dovecot on 127.0.0.1 with its own mail store; see each method. Nothing of it is left after `stop`. */
export interface Dovecot {
  readonly host: string
  readonly imapPort: number
  readonly lmtpPort: number
  /** The unix socket at which Postfix asks for logins. */
  readonly authSocket: string
  /** All that this instance keeps; gone after `stop`. */
  readonly folder: string
  /** The master process; also the id of the group of all its processes. */
  readonly pid: number
  /** Delivers as a receiving server does, over LMTP: with Return-Path, Delivered-To and Received on top. */
  deliver(user: string, raw: Buffer | string, envelope?: { readonly from: string }): Promise<void>
  /** Puts a message into a folder as staff would, unseen by the protocol log; gives its UID. */
  append(user: string, raw: Buffer | string, how?: Append): Promise<number>
  /** Runs `act` on a connection of staff to the user's mailbox, unseen by the protocol log. */
  asStaff<T>(user: string, act: (client: ImapFlow) => Promise<T>): Promise<T>
  /** The flags of each message by UID, in the order of UIDs; `\Recent` left out. Looking changes nothing. */
  flags(user: string, folder?: string): Promise<Map<number, string[]>>
  /** Gives INBOX another UIDVALIDITY, as a move to another server does. */
  renumber(user: string): void
  /** All that the user's clients said after login, session after session; the server's own record. */
  protocolLog(user: string): string
  /** The server's diagnostic log. */
  log(): string
  /** Ends it; its mail store stays. */
  halt(): Promise<void>
  /** Starts it anew after `halt`, on the same ports and mail store. */
  resume(): Promise<void>
  stop(): Promise<void>
}

const DOVECOT = '/usr/sbin/dovecot'

/** Starts Dovecot and waits until it greets on both ports. Needs root. */
export async function startDovecot({
  users,
  hostname = 'mail.dlut.edu.cn',
  capability = '',
}: DovecotOptions): Promise<Dovecot> {
  assertRoot('Dovecot')
  const folder = createServerFolder('dovecot')
  const places = { folder, hostname, capability, imapPort: await freePort(), lmtpPort: await freePort() }
  const config = writeDovecotConfig(places, users)
  const start = () => startProcess(DOVECOT, ['-F', '-c', config])
  const server = start()
  const dovecot = instance(places, { server, start })
  try {
    await untilGreets(server, places.imapPort, '* OK')
    await untilGreets(server, places.lmtpPort, '220')
  } catch (error) {
    const log = dovecot.log()
    await dovecot.stop()
    throw new Error(`Dovecot did not start; its log: ${log}`, { cause: error })
  }
  return dovecot
}

type Own = { server: ServerProcess; readonly start: () => ServerProcess }

function instance(places: DovecotPlaces, own: Own): Dovecot {
  const { folder, imapPort, lmtpPort } = places
  const asStaff: Dovecot['asStaff'] = (user, act) =>
    actInMailbox({ port: imapPort, user: `${user}*${STAFF.user}`, pass: STAFF.password }, act)
  return {
    host: LOOPBACK,
    imapPort,
    lmtpPort,
    authSocket: join(folder, 'run', 'auth-client'),
    folder,
    get pid() {
      return own.server.pid
    },
    deliver: (user, raw, envelope) => deliver(lmtpPort, { to: user, from: 'sender@branch.example', ...envelope }, raw),
    append: (user, raw, how = {}) => asStaff(user, client => appendTo(client, raw, how)),
    asStaff,
    flags: (user, mailbox = 'INBOX') => asStaff(user, client => flagsIn(client, mailbox)),
    renumber: user => renumber(folder, user),
    protocolLog: user => readProtocolLog(join(folder, 'rawlog', user.toLowerCase())),
    log: () => readIfThere(join(folder, 'dovecot.log')),
    halt: () => endProcesses(own.server.pid),
    resume: async () => {
      own.server = own.start()
      await untilGreets(own.server, imapPort, '* OK')
      await untilGreets(own.server, lmtpPort, '220')
    },
    stop: async () => {
      await endProcesses(own.server.pid)
      rmSync(folder, { recursive: true, force: true })
    },
  }
}

function renumber(folder: string, user: string): void {
  const uidValidity = String(Math.floor(Date.now() / 1000))
  const update = ['mailbox', 'update', '-u', user, '--uid-validity', uidValidity, 'INBOX']
  const { status, stderr } = spawnSync('doveadm', ['-c', join(folder, 'dovecot.conf'), ...update], { encoding: 'utf8' })
  if (status !== 0) throw new Error(`doveadm: ${stderr}`)
}

async function deliver(port: number, envelope: { to: string; from: string }, raw: Buffer | string): Promise<void> {
  const transport = nodemailer.createTransport({ host: LOOPBACK, port, lmtp: true, secure: false, ignoreTLS: true })
  try {
    await transport.sendMail({ envelope, raw })
  } finally {
    transport.close()
  }
}

function readIfThere(file: string): string {
  return existsSync(file) ? readFileSync(file, 'utf8') : ''
}
