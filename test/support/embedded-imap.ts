import { createRequire } from 'node:module'
import type { AddressInfo, Server } from 'node:net'

/** What hoodiecrow offers, as far as it is used; it has no types of its own. */
type Hoodiecrow = {
  readonly server: Server
  readonly storage: Readonly<
    Record<string, { readonly messages: readonly { readonly uid: number; readonly flags: readonly string[] }[] }>
  >
  getMailbox(path: string): {
    uidvalidity: number
    readonly messages: { readonly uid: number; readonly flags: readonly string[]; raw: string; internaldate: string }[]
  }
  appendMessage(
    path: string,
    flags: string[],
    internalDate: string,
    raw: string,
  ): { readonly message: { readonly uid: number } }
  setCommandHandler(command: string, handler: unknown): void
  getCommandHandler(command: string): unknown
}

const hoodiecrow = createRequire(import.meta.url)('hoodiecrow-imap') as (options: object) => Hoodiecrow

export type EmbeddedImap = {
  readonly port: number
  /** Puts a mail into a folder, as a delivery would; gives its UID. */
  deliver(source: Uint8Array, internalDate: Date, folder?: string): number
  /** Commands that clients sent, without their tags. */
  readonly commands: readonly string[]
  /** Gives the folder another UIDVALIDITY, as after a move to another server, which may write something else into each message. */
  renumber(folder: string, rewrite?: (source: string) => string): { readonly uidValidity: number }
  /** The flags of each message in the folder. */
  flags(folder?: string): readonly (readonly string[])[]
  stop(): Promise<void>
}

type Credentials = { readonly user: string; readonly password: string }
type Handler = (connection: unknown, parsed: unknown, data: string, callback: () => void) => void

/** An IMAP server in this process, plain on loopback, with INBOX, Junk and Sent; nothing is ever written to disk. */
export async function startEmbeddedImap({ user, password }: Credentials): Promise<EmbeddedImap> {
  const imap = hoodiecrow({
    plugins: ['ID', 'IDLE', 'NAMESPACE', 'SPECIAL-USE', 'UNSELECT', 'LITERALPLUS'],
    users: { [user]: { password } },
    storage: {
      INBOX: {},
      '': { folders: { Junk: { 'special-use': '\\Junk' }, Sent: { 'special-use': '\\Sent' } } },
    },
  })
  const commands: string[] = []
  record(imap, commands)
  // It writes an answer in several pieces, each of which would wait for the client's delayed acknowledgement.
  imap.server.on('connection', socket => socket.setNoDelay(true))
  await new Promise<void>(resolve => imap.server.listen(0, '127.0.0.1', resolve))
  return {
    port: (imap.server.address() as AddressInfo).port,
    commands,
    // hoodiecrow keeps raw bytes as a binary string.
    deliver: (source, internalDate, folder = 'INBOX') =>
      imap.appendMessage(folder, [], internalDateText(internalDate), Buffer.from(source).toString('latin1')).message
        .uid,
    renumber: (folder, rewrite) => {
      const mailbox = imap.getMailbox(folder)
      mailbox.uidvalidity += 1
      if (rewrite !== undefined)
        for (const { raw, internaldate } of mailbox.messages.splice(0))
          imap.appendMessage(folder, [], internaldate, rewrite(raw))
      return { uidValidity: mailbox.uidvalidity }
    },
    flags: (folder = 'INBOX') => imap.getMailbox(folder).messages.map(({ flags }) => flags),
    stop: () => new Promise(resolve => imap.server.close(() => resolve())),
  }
}

const COMMANDS = [
  ...[
    'LOGIN',
    'LIST',
    'LSUB',
    'SELECT',
    'EXAMINE',
    'STATUS',
    'FETCH',
    'SEARCH',
    'STORE',
    'COPY',
    'APPEND',
    'EXPUNGE',
    'CREATE',
  ],
  ...['DELETE', 'RENAME', 'UID FETCH', 'UID SEARCH', 'UID STORE', 'UID COPY', 'CLOSE', 'IDLE', 'NOOP', 'LOGOUT'],
]

function record(imap: Hoodiecrow, commands: string[]): void {
  for (const command of COMMANDS) {
    const handler = imap.getCommandHandler(command) as Handler | undefined
    if (typeof handler !== 'function') continue
    imap.setCommandHandler(command, ((connection, parsed, data, callback) => {
      commands.push(data.replace(/^\S+\s+/, ''))
      handler(connection, parsed, data, callback)
    }) satisfies Handler)
  }
}

const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec']

/** «14-May-2024 09:00:00 +0000», RFC 9051 date-time. */
function internalDateText(date: Date): string {
  const two = (value: number) => String(value).padStart(2, '0')
  const day = `${String(date.getUTCDate()).padStart(2, ' ')}-${MONTHS[date.getUTCMonth()]}-${date.getUTCFullYear()}`
  return `${day} ${two(date.getUTCHours())}:${two(date.getUTCMinutes())}:${two(date.getUTCSeconds())} +0000`
}
