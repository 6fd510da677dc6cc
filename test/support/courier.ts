import { spawn, spawnSync } from 'node:child_process'
import { once } from 'node:events'
import { mkdirSync, rmSync } from 'node:fs'
import { createServer, type Socket } from 'node:net'
import { join } from 'node:path'
import type { OtherImap } from './other-imap.ts'
import { freePort, LOOPBACK } from './ports.ts'
import { createServerFolder } from './server-process.ts'
import { actInMailbox } from './staff.ts'
import { unpacked, unpackedEnvironment } from './unpacked-servers.ts'

const CAPABILITY = 'IMAP4rev1 UIDPLUS CHILDREN NAMESPACE THREAD=ORDEREDSUBJECT SORT QUOTA IDLE ACL'

/**
 * Courier's imapd, one process for each connection, on the mailbox of its user. Its program for logins needs files in /etc: any login is taken
 * here in its place. One's own folders lie below «INBOX.», shared ones below «shared.».
 */
export async function startCourier(user: string): Promise<OtherImap> {
  const folder = createServerFolder('courier')
  const mine = maildir(folder, user)
  const committee = maildir(folder, 'committee', '-S')
  maildirmake('-s', 'read', '-f', 'applications', committee)
  maildirmake('--add', `committee=${committee}`, mine)
  const [own, theirs] = [await serve(mine), await serve(committee)]
  const login = (port: number) => ({ port, user, pass: 'x' })
  return {
    port: own.port,
    shared: 'shared.committee.applications',
    asUser: act => actInMailbox(login(own.port), act),
    toShared: act => actInMailbox(login(theirs.port), act),
    renumber: async () => {
      rmSync(mine, { recursive: true })
      maildir(folder, user)
      maildirmake('--add', `committee=${committee}`, mine)
    },
    stop: async () => {
      await own.stop()
      await theirs.stop()
      rmSync(folder, { recursive: true, force: true })
    },
  }
}

function maildir(folder: string, user: string, ...how: string[]): string {
  const home = join(folder, user)
  mkdirSync(home, { recursive: true })
  maildirmake(...how, join(home, 'Maildir'))
  return join(home, 'Maildir')
}

function maildirmake(...args: string[]): void {
  const env = { ...process.env, ...unpackedEnvironment() }
  const { status, stderr } = spawnSync(unpacked('usr/bin/maildirmake.courier'), args, { env, encoding: 'utf8' })
  if (status !== 0) throw new Error(`maildirmake ${args.join(' ')}: ${stderr}`)
}

/** Each connection gets a process once it has logged in, as couriertcpd and imaplogin do it. */
async function serve(home: string) {
  const open = new Set<Socket>()
  const server = createServer({ allowHalfOpen: true }, socket => {
    open.add(socket.setNoDelay(true))
    socket.on('error', () => undefined).on('close', () => open.delete(socket))
    welcome(socket, tag => hand(socket, tag, join(home, '..')))
  })
  const port = await freePort()
  await once(server.listen(port, LOOPBACK), 'listening')
  return {
    port,
    stop: async () => {
      for (const socket of open) socket.destroy()
      await new Promise(resolve => server.close(resolve))
    },
  }
}

/** Talks to a client until it logs in. */
function welcome(socket: Socket, loggedIn: (tag: string) => void): void {
  socket.write(`* OK [CAPABILITY ${CAPABILITY}] Courier-IMAP ready\r\n`)
  const hear = (chunk: Buffer): void => {
    const [, tag = '*', verb = ''] = /^(\S+) (\S+)/.exec(chunk.toString()) ?? []
    if (verb.toUpperCase() === 'LOGIN') {
      socket.off('data', hear)
      loggedIn(tag)
    } else socket.write(`* CAPABILITY ${CAPABILITY}\r\n${tag} OK done\r\n`)
  }
  socket.on('data', hear)
}

/** The process greets with PREAUTH (RFC 9051 §7.1.4), which is the answer to the login. */
function hand(socket: Socket, tag: string, home: string): void {
  const env = { ...unpackedEnvironment(), IMAP_CAPABILITY: CAPABILITY, IMAP_ENHANCEDIDLE: '0', HOME: home }
  const child = spawn(unpacked('usr/bin/imapd'), ['Maildir'], { cwd: home, env, stdio: ['pipe', 'pipe', 'ignore'] })
  child.stdin.on('error', () => undefined)
  socket.on('close', () => child.kill())
  let greeting = ''
  const hear = (chunk: Buffer): void => {
    greeting += chunk.toString('latin1')
    if (!/^\* PREAUTH .*\r\n/m.test(greeting)) return
    child.stdout.off('data', hear)
    socket.write(`${tag} OK LOGIN Ok.\r\n`)
    socket.pipe(child.stdin)
    child.stdout.pipe(socket)
  }
  child.stdout.on('data', hear)
}
