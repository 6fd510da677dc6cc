import type { ImapFlow, MailboxObject } from 'imapflow'
import type { OpenFolder } from '../core/application/recorded-message.ts'
import { ConnectionLost, concernsServer, describeError, NotGiven } from '../errors.ts'
import { connect, explainRefusedFolder, type ImapServer } from './connection.ts'
import type { Opened } from './fetching.ts'
import { examine } from './folders.ts'
import { createTurns } from './turns.ts'
import { type Guarded, guarded } from './without-secrets.ts'

export type Session = ReturnType<typeof createSession>

/** One connection, the folder that is open on it, and work in turns. */
export function createSession(given: ImapServer, version: string) {
  const server = guarded(given)
  const turns = createTurns()
  const line = createLine(server, version)
  /** No connection could be had: why, and for whom of those that waited. */
  let failed: { readonly error: unknown; readonly upTo: number } | null = null
  return {
    turns,
    ...line,
    /**
     * Runs a piece of work in its turn; where the connection breaks in it, that is what went wrong. Where no connection can be had, whoever
     * waited behind it needn't ask too: each refused login counts with the server.
     */
    take: <Result>(work: () => Promise<Result>): Promise<Result> => {
      const ticket = turns.count() + 1
      return turns.take(async () => {
        if (failed !== null && ticket <= failed.upTo) throw failed.error
        try {
          return await work()
        } catch (error) {
          if (concernsServer(error)) failed = { error, upTo: turns.count() }
          if (!line.isBroken() || error instanceof NotGiven) throw error
          throw new ConnectionLost(`the connection to ${server.host} was lost: ${describeError(error)}`, {
            cause: error,
          })
        }
      })
    },
  }
}

/** A connection that is made when it is needed, and again when it was lost. */
function createLine(server: Guarded<ImapServer>, version: string) {
  let client: ImapFlow | null = null
  let current: OpenFolder | null = null
  /** The path of the open folder as imapflow calls it. */
  let openedAs = ''
  /** How many messages a folder had when it was opened last. */
  const counted = new Map<string, number>()
  const connected = async (): Promise<ImapFlow> => {
    // A server's BYE ends the session before its socket is closed.
    if (client?.usable === true && client.state !== client.states.LOGOUT) return client
    client?.close()
    client = null
    current = null
    client = await connect(server, version)
    return client
  }
  const open = async (path: string): Promise<OpenFolder> => {
    const flow = await connected()
    current = null
    const folder = await examine(flow, path).catch((error: unknown) => {
      throw explainRefusedFolder(error, path, server)
    })
    current = openFolder(path, folder)
    openedAs = folder.path
    counted.set(path, current.exists)
    return current
  }
  return {
    connected,
    open,
    isBroken: (): boolean => client?.usable === false,
    /** The folder of that path, opened unless it is the open one. */
    at: async (path: string): Promise<OpenFolder> => (current?.path === path ? current : await open(path)),
    countedIn: (path: string): number | undefined => counted.get(path),
    /** The open folder; throws where the connection was lost, and the folder with it. */
    opened: (): Opened => {
      if (client === null || current === null) throw new Error('the connection was lost, and with it the open folder')
      return { flow: client, path: openedAs }
    },
    close: async (): Promise<void> => {
      const flow = client
      client = null
      if (flow?.usable === true) await flow.logout().catch(() => flow.close())
      else flow?.close()
    },
  }
}

function openFolder(path: string, { exists, uidNext, uidValidity }: MailboxObject): OpenFolder {
  if (!Number.isSafeInteger(exists)) throw new Error(`${path}: the server doesn't say how many messages it has`)
  return {
    path,
    exists,
    uidValidity: Number(uidValidity ?? 0),
    uidNext: Number.isSafeInteger(uidNext) ? uidNext : null,
  }
}
