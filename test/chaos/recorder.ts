import type { AddressInfo } from 'node:net'
import { setTimeout as pause } from 'node:timers/promises'
import { simpleParser } from 'mailparser'
import { SMTPServer } from 'smtp-server'
import type { Random } from './random.ts'

/** A mail that the server accepted: when, in the count of kills, and whether it kept a copy. */
export type RecordedMail = {
  readonly messageId: string
  readonly inReplyTo: string | null
  readonly to: string
  readonly afterKills: number
  readonly kept: boolean
}

type Recorder = { readonly port: number; readonly mails: readonly RecordedMail[]; stop(): Promise<void> }

type How = {
  readonly login: { readonly user: string; readonly password: string }
  readonly random: Random
  readonly kills: () => number
  /** Keeps a copy, as a server does that saves what is sent. */
  readonly keep: (source: Buffer) => Promise<unknown>
}

const SLOWEST = 250

/**
 * An SMTP server that takes its time between accepting a mail and saying so, where a kill hurts most. Of half of the mails it keeps a
 * copy among the sent ones, before it answers.
 */
export async function startRecorder(how: How): Promise<Recorder> {
  const mails: RecordedMail[] = []
  const server = new SMTPServer({
    disabledCommands: ['STARTTLS'],
    allowInsecureAuth: true,
    disableReverseLookup: true,
    logger: false,
    onAuth: ({ username, password }, _session, callback) =>
      username === how.login.user && password === how.login.password
        ? callback(null, { user: username })
        : callback(new Error('authentication failed')),
    onData: (stream, { envelope }, callback) => {
      const chunks: Buffer[] = []
      stream.on('data', (chunk: Buffer) => chunks.push(chunk))
      stream.on('end', () => {
        const to = envelope.rcptTo.map(({ address }) => address).join(',')
        accept(Buffer.concat(chunks), to, { how, mails }).then(() => callback(), callback)
      })
    },
  })
  // A client that is killed resets its connection.
  server.on('error', () => undefined)
  server.server.on('connection', socket => socket.setNoDelay(true))
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve))
  return {
    port: (server.server.address() as AddressInfo).port,
    mails,
    stop: () => new Promise(resolve => server.close(() => resolve())),
  }
}

type State = { readonly how: How; readonly mails: RecordedMail[] }

async function accept(source: Buffer, to: string, { how, mails }: State): Promise<void> {
  const { messageId = '', inReplyTo = null } = await simpleParser(source)
  const kept = mails.length % 2 === 0
  mails.push({ messageId, inReplyTo, to, afterKills: how.kills(), kept })
  if (kept) await how.keep(source)
  await pause(how.random() * SLOWEST)
}
