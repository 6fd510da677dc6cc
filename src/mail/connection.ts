import { ImapFlow } from 'imapflow'
import { describeError, LoginRefused, Unreachable } from '../errors.ts'
import { listenToServer } from './server-words.ts'
import { withoutPassword } from './without-password.ts'

export type ImapServer = {
  readonly host: string
  readonly port: number
  readonly tls: 'implicit' | 'starttls' | 'none'
  readonly user: string
  readonly password: string
  /** Milliseconds of silence while an answer is due before the connection is given up; a minute where it isn't said. */
  readonly patience?: number
}

/** A half-open socket is noticed after twice this time. */
const PATIENCE = 60_000
const MAX_IDLE = 4 * 60_000

/** Logs in. Throws LoginRefused with host, user and the server's words; any other error is the network's. Leaves nothing open where it fails. */
export async function connect(server: ImapServer, version: string): Promise<ImapFlow> {
  const { patience = PATIENCE } = server
  const heard = listenToServer()
  const client = new ImapFlow({
    host: server.host,
    port: server.port,
    secure: server.tls === 'implicit',
    doSTARTTLS: server.tls === 'starttls',
    auth: { user: server.user, pass: server.password },
    // NetEase opens no folder for a client that doesn't say who it is.
    clientInfo: { name: 'shenbao', version },
    logger: heard.logger,
    logRaw: true,
    socketTimeout: patience,
    greetingTimeout: patience,
    connectionTimeout: Math.min(patience, 30_000),
    maxIdleTime: MAX_IDLE,
    disableAutoIdle: true,
    disableCompression: true,
  })
  // Before connect(): without a listener an error of the socket ends the process.
  client.on('error', () => undefined)
  try {
    await client.connect()
    distrustPrefix(client)
    return client
  } catch (error) {
    client.close()
    throw explain(error, { server, words: heard.lastRefusal() })
  } finally {
    heard.stop()
  }
}

/**
 * Without NAMESPACE (RFC 2342), imapflow guesses a prefix from `LIST "" ""`, which Sina answers with all its folders: every path
 * would then be looked for below the last of them. Such a guess is never used, nor is a prefix that is a folder's Chinese name.
 */
function distrustPrefix(client: ImapFlow): void {
  const guessed = !client.capabilities.has('NAMESPACE')
  const { namespace } = client
  if (namespace !== undefined && (guessed || /[&\u0080-\uffff]/.test(namespace.prefix))) namespace.prefix = ''
}

type ImapError = Error & {
  readonly authenticationFailed?: boolean
  readonly responseStatus?: string
  readonly responseText?: string
  readonly code?: string
  /** What the server said in closing the connection. */
  readonly reason?: string
}

function explain(thrown: unknown, { server, words }: { server: ImapServer; words: string | null }): Error {
  const error = thrown as ImapError
  const { host, port, user } = server
  // A connection that breaks during the login is marked as failed too, and is no refusal.
  const refused =
    error.authenticationFailed === true && (error.responseStatus !== undefined || error.code === undefined)
  const hide = (text: string) => withoutPassword(text, server)
  if (refused)
    return new LoginRefused(
      `IMAP ${host} refused the login of ${user}: ${hide(words ?? error.responseText ?? describeError(thrown))}`,
    )
  const said = error.reason === undefined && words === null ? null : hide(error.reason ?? words ?? '')
  const saying = said === null ? '' : `, saying «${said}»`
  return new Unreachable(`IMAP ${host}:${port} can't be reached: ${describeError(thrown)}${saying}`, { cause: thrown })
}

/** Whether a server answered a command with NO or BAD: then the connection lives, and the answer is about that command. */
export const isRefusal = (error: unknown): error is Error & { readonly responseText?: string } =>
  ['NO', 'BAD'].includes((error as ImapError | null)?.responseStatus ?? '')

/** What a refused EXAMINE means. NetEase opens nothing for an account that it distrusts: no folder's fault, and no use in asking every minute. */
export function explainRefusedFolder(error: unknown, path: string, { host, user }: ImapServer): unknown {
  if (!isRefusal(error)) return error
  const words = error.responseText ?? describeError(error)
  if (/unsafe login/i.test(words)) return new LoginRefused(`IMAP ${host} distrusts the login of ${user}: ${words}`)
  return new Error(`IMAP ${host} doesn't open the folder ${path}: ${words}`, { cause: error })
}
