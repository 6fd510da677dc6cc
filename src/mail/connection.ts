import { ImapFlow } from 'imapflow'
import { describeError, LoginRefused } from '../errors.ts'

export type ImapServer = {
  readonly host: string
  readonly port: number
  readonly tls: 'implicit' | 'starttls' | 'none'
  readonly user: string
  readonly password: string
}

const SOCKET_TIMEOUT = 60_000
const MAX_IDLE = 4 * 60_000

/** Logs in. Throws LoginRefused with host, user and the server's words; any other error is the network's. */
export async function connect(server: ImapServer, version: string): Promise<ImapFlow> {
  const client = new ImapFlow({
    host: server.host,
    port: server.port,
    secure: server.tls === 'implicit',
    doSTARTTLS: server.tls === 'starttls',
    auth: { user: server.user, pass: server.password },
    clientInfo: { name: 'shenbao', version },
    logger: false,
    socketTimeout: SOCKET_TIMEOUT,
    connectionTimeout: 30_000,
    maxIdleTime: MAX_IDLE,
    disableAutoIdle: true,
  })
  // Before connect(): without a listener an error of the socket ends the process.
  client.on('error', () => undefined)
  try {
    await client.connect()
    return client
  } catch (error) {
    client.close()
    throw explain(error, server)
  }
}

type RefusedError = Error & { readonly authenticationFailed?: boolean; readonly responseText?: string }

function explain(error: unknown, { host, port, user }: ImapServer): Error {
  const refused = error as RefusedError
  if (refused.authenticationFailed === true)
    return new LoginRefused(
      `IMAP ${host} refused the login of ${user}: ${refused.responseText ?? describeError(error)}`,
    )
  return new Error(`IMAP ${host}:${port} can't be reached: ${describeError(error)}`, { cause: error })
}
