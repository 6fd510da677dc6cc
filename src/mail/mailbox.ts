import type { FetchQueryObject, ImapFlow } from 'imapflow'
import type { OpenFolder, PreviewedMessage } from '../core/recorded-message.ts'
import { ConnectionLost, describeError, NotGiven } from '../errors.ts'
import { connect, explainRefusedFolder, type ImapServer } from './connection.ts'
import { fetchOne, type Opened } from './fetching.ts'
import { pathsOf } from './folder-paths.ts'
import { listen } from './listening.ts'
import { previewsOf } from './previews.ts'
import { messageIdsSince } from './sent.ts'
import { createTurns } from './turns.ts'
import { chunksOf } from './uid-sets.ts'
import { isThere, lastUid, uidsAbove, uidsSince } from './uids.ts'

type MessageAt = { readonly folder: string; readonly uidValidity: number; readonly uid: number }

/** A download that breaks the connection so often in a row is that message's trouble. */
const MOST_BREAKS = 3

/**
 * The mailbox over one connection, made when it is needed and again when it was lost. Strictly a guest: EXAMINE and BODY.PEEK only,
 * so that no flag changes and nothing is moved, written or deleted. A list or preview is of the folder opened last, and fails where the
 * connection was lost since: half an answer is never taken for the whole.
 */
export function createMailbox(server: ImapServer, version: string) {
  const turns = createTurns()
  let client: ImapFlow | null = null
  let current: OpenFolder | null = null
  /** How many messages a folder had when it was opened last. */
  const counted = new Map<string, number>()
  const breaks = new Map<string, number>()

  async function connected(): Promise<ImapFlow> {
    // A server's BYE ends the session before its socket is closed.
    if (client?.usable === true && client.state !== client.states.LOGOUT) return client
    client?.close()
    client = null
    current = null
    client = await connect(server, version)
    return client
  }

  async function open(path: string): Promise<OpenFolder> {
    const flow = await connected()
    current = null
    const folder = await flow.mailboxOpen(path, { readOnly: true }).catch((error: unknown) => {
      throw explainRefusedFolder(error, path, server)
    })
    if (!Number.isSafeInteger(folder.exists))
      throw new Error(`${path}: the server doesn't say how many messages it has`)
    const uidNext = Number.isSafeInteger(folder.uidNext) ? folder.uidNext : null
    current = { path, uidValidity: Number(folder.uidValidity ?? 0), exists: folder.exists, uidNext }
    counted.set(path, folder.exists)
    return current
  }

  function opened(): Opened {
    if (client === null || current === null) throw new Error('the connection was lost, and with it the open folder')
    return { flow: client, path: current.path }
  }

  async function resolveFolders(names: readonly string[]): Promise<readonly string[]> {
    if (names.every(name => !name.startsWith('\\'))) return [...new Set(names)]
    return pathsOf(names, await (await connected()).list())
  }

  /** Runs a piece of work in its turn; where the connection breaks in it, that is what went wrong. */
  const take = <Result>(work: () => Promise<Result>): Promise<Result> =>
    turns.take(async () => {
      try {
        return await work()
      } catch (error) {
        if (client?.usable !== false || error instanceof NotGiven) throw error
        throw new ConnectionLost(`the connection to ${server.host} was lost: ${describeError(error)}`, { cause: error })
      }
    })

  async function sentSince(since: Date): Promise<ReadonlySet<string> | null> {
    const [path] = await resolveFolders(['\\Sent'])
    if (path === undefined) return null
    await open(path)
    return messageIdsSince(since, opened())
  }

  /** null where the message is gone, moved or deleted by whom the mailbox belongs to. */
  async function fetchAt(at: MessageAt, asked: 'source' | 'headers'): Promise<Uint8Array | null> {
    const flow = await connected()
    const folder = current?.path === at.folder ? current : await open(at.folder)
    if (folder.uidValidity !== at.uidValidity) return null
    const here = { flow, path: folder.path }
    const answer = await fetchOne(here, at.uid, { [asked]: true } satisfies FetchQueryObject)
    const bytes = answer === null || answer === 'refused' ? undefined : answer[asked]
    if (bytes !== undefined && bytes.length > 0) return bytes
    if (!(await isThere(at.uid, here))) return null
    throw new NotGiven(`${server.host} has message ${at.uid} of ${at.folder}, and doesn't hand out its ${asked}`)
  }

  async function download(at: MessageAt): Promise<Uint8Array | null> {
    const key = `${at.folder} ${at.uidValidity} ${at.uid}`
    try {
      const source = await fetchAt(at, 'source')
      breaks.delete(key)
      return source
    } catch (error) {
      if (client?.usable !== false) throw error
      const times = (breaks.get(key) ?? 0) + 1
      breaks.set(key, times)
      if (times < MOST_BREAKS) throw error
      throw new NotGiven(`message ${at.uid} of ${at.folder} broke the connection ${times} times`, { cause: error })
    }
  }

  /** Whether mail came since the folder to listen to was opened last; opens it. */
  async function arrivedUnseen(names: readonly string[]): Promise<boolean> {
    const flow = await connected()
    const [path] = await resolveFolders(names)
    if (path === undefined) return false
    const before = counted.get(path)
    const now = current?.path === path && flow.mailbox ? flow.mailbox.exists : (await open(path)).exists
    return before !== undefined && now > before
  }

  return {
    /** The paths of the configured folders: a name stands for itself, a special use (RFC 6154) for the folder that has it, if any. */
    resolveFolders: (names: readonly string[]) => take(() => resolveFolders(names)),
    open: (path: string) => take(() => open(path)),
    /** UIDs of the open folder, ascending; with `since`, of messages received on or after the day before it. */
    uids: (since: Date | null) => take(async () => uidsSince(since, opened())),
    /** Header and structure of the messages above that UID, or of those named, ascending, a chunk at a time. */
    async *previews(
      range: { readonly above: number } | { readonly uids: readonly number[] },
    ): AsyncGenerator<PreviewedMessage[]> {
      const at = opened()
      const uids = 'uids' in range ? range.uids : await take(() => uidsAbove(range.above, at))
      for (const chunk of chunksOf([...uids].sort((a, b) => a - b))) yield await take(() => previewsOf(chunk, at))
    },
    /** The raw bytes of a message; null where it is gone. Throws NotGiven where it is there and can't be had. */
    source: (at: MessageAt) => take(() => download(at)),
    header: (at: MessageAt) => take(() => fetchAt(at, 'headers')),
    /** The highest UID of the open folder, 0 where it is empty. */
    lastUid: () => take(async () => lastUid(opened())),
    /** The Message-IDs of what was sent since that day, as far as the server keeps it; null where it has no such folder. */
    sentSince: (since: Date) => take(() => sentSince(since)),
    /** Listens to the first of the configured folders until mail is announced or the next command ends it. A hint, never a promise. */
    async waitForMail(names: readonly string[]): Promise<'announced' | 'ended'> {
      const before = turns.count()
      const flow = await turns.take(async () => {
        // Whoever came meanwhile is in the middle of looking at a folder: no other may be opened.
        if (turns.count() > before + 1) return null
        return (await arrivedUnseen(names)) ? 'announced' : connected()
      })
      if (flow === null) return 'ended'
      return flow === 'announced' ? flow : listen(flow, () => turns.count() === before + 1)
    },
    async close(): Promise<void> {
      const flow = client
      client = null
      if (flow?.usable === true) await flow.logout().catch(() => flow.close())
      else flow?.close()
    },
  }
}

export type Mailbox = ReturnType<typeof createMailbox>
