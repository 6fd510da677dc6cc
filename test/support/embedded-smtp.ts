import type { AddressInfo } from 'node:net'
import { SMTPServer } from 'smtp-server'

/** A mail that the server accepted, as it came over the wire; `at`: when, by the clock of `performance`. */
export type AcceptedMail = {
  readonly from: string
  readonly to: readonly string[]
  readonly source: Buffer
  readonly at: number
}

export type EmbeddedSmtp = {
  readonly port: number
  readonly accepted: readonly AcceptedMail[]
  /** The next mail is refused with this code and text. */
  refuseNext(code: number, text: string): void
  stop(): Promise<void>
}

/** An SMTP server in this process, plain on loopback, that records what it accepts and delivers nothing. */
export async function startEmbeddedSmtp(login: {
  readonly user: string
  readonly password: string
}): Promise<EmbeddedSmtp> {
  const accepted: AcceptedMail[] = []
  const refusals: Error[] = []
  const server = new SMTPServer({
    disabledCommands: ['STARTTLS'],
    allowInsecureAuth: true,
    disableReverseLookup: true,
    logger: false,
    onAuth: ({ username, password }, _session, callback) => {
      if (username === login.user && password === login.password) callback(null, { user: login.user })
      else callback(Object.assign(new Error('authentication failed'), { responseCode: 535 }))
    },
    onData: (stream, session, callback) => {
      const chunks: Buffer[] = []
      stream.on('data', (chunk: Buffer) => chunks.push(chunk))
      stream.on('end', () => {
        const refusal = refusals.shift()
        if (refusal !== undefined) return callback(refusal)
        const { mailFrom, rcptTo } = session.envelope
        accepted.push({
          from: mailFrom === false ? '' : mailFrom.address,
          to: rcptTo.map(({ address }) => address),
          source: Buffer.concat(chunks),
          at: performance.now(),
        })
        return callback()
      })
    },
  })
  server.server.on('connection', socket => {
    socket.setNoDelay(true)
    setImmediate(() => greetAtOnce(server))
  })
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve))
  return {
    port: (server.server.address() as AddressInfo).port,
    accepted,
    refuseNext: (code, text) => {
      refusals.push(Object.assign(new Error(text), { responseCode: code }))
    },
    stop: () => new Promise(resolve => server.close(() => resolve())),
  }
}

type Connection = { connectionReady(next?: unknown): void; greeted?: true }

/** smtp-server lets each client wait for 100 ms, to catch those that talk too soon: half the time of a journey. */
function greetAtOnce(server: SMTPServer): void {
  const { connections } = server as unknown as { readonly connections: ReadonlySet<Connection> }
  for (const connection of connections) {
    if (connection.greeted === true) continue
    connection.greeted = true
    connection.connectionReady()
    connection.connectionReady = () => undefined
  }
}
