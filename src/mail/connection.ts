import { ImapFlow, type ImapFlowOptions } from 'imapflow'
import { isRefusedForNow } from '../core/sending/refusal.ts'
import { describeError, FolderRefused, LoginRefused, Unreachable } from '../errors.ts'
import { type NoMechanism, requireMechanism } from './mechanisms.ts'
import { type MailServer, trusted } from './server.ts'
import { listenToServer } from './server-words.ts'
import { tlsWords } from './tls-words.ts'
import { type Guarded, guarded } from './without-secrets.ts'

export type ImapServer = MailServer & {
  /** Milliseconds of silence while an answer is due before the connection is given up; a minute where it isn't said. */
  readonly patience?: number
  /** Bytes of the largest message that is downloaded; a server may be wrong about how large one is. */
  readonly largest?: number
}

/** A half-open socket is noticed after twice this time. */
const PATIENCE = 60_000
const MAX_IDLE = 4 * 60_000
/** Of what a server says in refusing. */
const LONGEST = 200
const LARGEST = 64 * 1024 * 1024

/** Logs in. Throws LoginRefused with host, user and the server's words; any other error is the network's. Leaves nothing open where it fails. */
export async function connect(given: ImapServer, version: string): Promise<ImapFlow> {
  const server = guarded(given)
  const heard = listenToServer()
  const token = (await server.token?.()) ?? null
  const client = new ImapFlow({ ...optionsFor(server, version), auth: loginOf(server, token), logger: heard.logger })
  // Before connect(): without a listener an error of the socket ends the process.
  client.on('error', () => undefined)
  try {
    await client.connect()
    endRawLog(client)
    takePathsAsTheyAre(client)
    return client
  } catch (error) {
    client.close()
    throw explain(error, { server, words: heard.lastRefusal(), missing: missingMechanism(client, server) })
  } finally {
    heard.stop()
  }
}

/** Behind the login nobody listens, and imapflow would go on making base64 of every byte that it reads. */
function endRawLog(client: ImapFlow): void {
  const { streamer } = client as unknown as { readonly streamer?: { readonly options?: { logRaw?: boolean } } }
  if (streamer?.options !== undefined) streamer.options.logRaw = false
}

const loginOf = ({ user, password }: ImapServer, token: string | null): ImapFlowOptions['auth'] =>
  token === null ? { user, pass: password } : { user, accessToken: token }

function optionsFor(server: ImapServer, version: string): Omit<ImapFlowOptions, 'auth'> {
  const { host, port, tls, proxy = null, patience = PATIENCE, largest = LARGEST } = server
  return {
    host,
    port,
    secure: tls === 'implicit',
    doSTARTTLS: tls === 'starttls',
    tls: trusted(server),
    ...(proxy === null ? {} : { proxy }),
    // NetEase opens no folder for a client that doesn't say who it is.
    clientInfo: { name: 'shenbao', version },
    logRaw: true,
    socketTimeout: patience,
    greetingTimeout: patience,
    connectionTimeout: Math.min(patience, 30_000),
    maxIdleTime: MAX_IDLE,
    disableAutoIdle: true,
    disableCompression: true,
    // Twice what was announced is no rounding any more; it would go to memory whole.
    maxLiteralSize: 2 * largest,
  }
}

/** Why no login could succeed by what the server offers; null where it is not for that. */
function missingMechanism({ capabilities }: ImapFlow, { token, tls }: ImapServer): string | null {
  const offered = [...capabilities.keys()].flatMap(name => /^AUTH=(.+)$/i.exec(name)?.[1]?.toUpperCase() ?? [])
  try {
    requireMechanism(offered, { protocol: 'imap', by: token == null ? 'password' : 'token' })
  } catch (error) {
    return (error as NoMechanism).message
  }
  if (offered.length > 0 || !capabilities.has('LOGINDISABLED')) return null
  return tls === 'none' ? 'it lets nobody log in without TLS' : 'it lets nobody log in (LOGINDISABLED)'
}

/**
 * imapflow puts the prefix of the personal namespace (RFC 2342) before each path that lacks it: no folder of another namespace, as a shared
 * committee's, could be opened. What servers without NAMESPACE answer to its guess is no prefix at all. So paths are as LIST shows them.
 */
function takePathsAsTheyAre(client: ImapFlow): void {
  if (client.namespace !== undefined) client.namespace = { ...client.namespace, prefix: '' }
}

/** The prefix of the personal namespace, as far as the server tells one. */
export const personalPrefix = ({ namespaces }: ImapFlow): string => namespaces?.personal?.[0]?.prefix ?? ''

type ImapError = Error & {
  readonly authenticationFailed?: boolean
  readonly responseStatus?: string
  readonly responseText?: string
  readonly code?: string
  /** What the server said in closing the connection. */
  readonly reason?: string
}

type Seen = { readonly server: Guarded<ImapServer>; readonly words: string | null; readonly missing: string | null }

function explain(thrown: unknown, { server, words, missing }: Seen): Error {
  const error = thrown as ImapError
  const { host, port, user } = server
  const hide = (text: string) => server.hide(text).slice(0, LONGEST)
  // A connection that breaks during the login is marked as failed too, and is no refusal.
  const refused =
    error.authenticationFailed === true && (error.responseStatus !== undefined || error.code === undefined)
  if (refused && missing !== null)
    return new LoginRefused(`IMAP ${host} has no way for ${user} to log in: ${missing}`, 'mechanism')
  if (refused) {
    const refusal = hide(words ?? error.responseText ?? describeError(thrown))
    return isRefusedForNow(refusal)
      ? new Unreachable(`IMAP ${host} lets ${user} not in for now: ${refusal}`)
      : new LoginRefused(`IMAP ${host} refused the login of ${user}: ${refusal}`)
  }
  // OpenSSL has a reason, too.
  const tls = tlsWords(thrown)
  const said = tls === null ? (error.reason ?? words) : null
  if (said !== null)
    return new Unreachable(`IMAP ${host}:${port} ended the session before the login was done: «${hide(said)}»`)
  return new Unreachable(`IMAP ${host}:${port} can't be reached: ${tls ?? hide(describeError(thrown))}`)
}

/** Whether a server answered a command with NO or BAD: then the connection lives, and the answer is about that command. */
export const isRefusal = (error: unknown): error is Error & { readonly responseText?: string } =>
  ['NO', 'BAD'].includes((error as ImapError | null)?.responseStatus ?? '')

/** What a refused EXAMINE means. NetEase opens nothing for an account that it distrusts: no folder's fault, and no use in asking every minute. */
export function explainRefusedFolder(error: unknown, path: string, { host, user, hide }: Guarded<ImapServer>): unknown {
  if (!isRefusal(error)) return error
  const words = hide(error.responseText ?? describeError(error))
  if (/unsafe login/i.test(words)) return new LoginRefused(`IMAP ${host} distrusts the login of ${user}: ${words}`)
  return new FolderRefused(`IMAP ${host} doesn't open the folder ${path}: ${words}`, { cause: error })
}
