import type { PreviewedMessage } from '../core/application/recorded-message.ts'
import { compareClocks } from './clock.ts'
import { type ImapServer, personalPrefix } from './connection.ts'
import { createDownloads } from './downloads.ts'
import { isInbox, pathsOf } from './folder-paths.ts'
import { listFolders } from './folders.ts'
import { listen } from './listening.ts'
import { previewsOf } from './previews.ts'
import { type SentHeader, sentHeaders } from './sent.ts'
import { createSession, type Session } from './session.ts'
import { chunksOf } from './uid-sets.ts'
import { lastUid, uidsAbove, uidsSince } from './uids.ts'

type Range = { readonly above: number } | { readonly uids: readonly number[] }
type MessageAt = Parameters<ReturnType<typeof createDownloads>['source']>[0]

/**
 * The mailbox over one connection, made when it is needed and again when it was lost. Strictly a guest: EXAMINE and BODY.PEEK only,
 * so that no flag changes and nothing is moved, written or deleted. A list or preview is of the folder opened last, and fails where the
 * connection was lost since: half an answer is never taken for the whole.
 */
export function createMailbox(server: ImapServer, version: string) {
  const session = createSession(server, version)
  const downloads = createDownloads(session, server.host)
  const { take, opened } = session
  return {
    /** The paths of the configured folders: a name stands for itself, a special use (RFC 6154) for the folder that has it, if any. */
    resolveFolders: (names: readonly string[]) => take(() => resolveFolders(names, session)),
    open: (path: string) => take(() => session.open(path)),
    /** UIDs of the open folder, ascending; with `since`, of messages received on or after the day before it. */
    uids: (since: Date | null) => take(async () => uidsSince(since, opened())),
    /** Header and structure of the messages above that UID, or of those named, ascending, a chunk at a time. */
    async *previews(range: Range): AsyncGenerator<PreviewedMessage[]> {
      const at = opened()
      const uids = 'uids' in range ? range.uids : await take(() => uidsAbove(range.above, at))
      yield* ahead(chunksOf([...uids].sort((a, b) => a - b)), chunk => take(() => previewsOf(chunk, at)))
    },
    /** The raw bytes of a message; null where it is gone. Throws NotGiven where it is there and can't be had. */
    source: (at: MessageAt) => take(() => downloads.source(at)),
    header: (at: MessageAt) => take(() => downloads.header(at)),
    /** The highest UID of the open folder, 0 where it is empty. */
    lastUid: () => take(async () => lastUid(opened())),
    /** The Message-IDs of what was sent since that day, as far as the server keeps it; null where it has no such folder. */
    sentSince: async (since: Date) => idsOf(await take(() => sentSince(since, ['message-id'], session))),
    /** The same with the threads that they were written in. */
    sentThreads: (since: Date) => take(() => sentSince(since, THREAD, session)),
    /** Our clock, which says `now`, beside the server's, told by the open folder. */
    clocks: (now: Date) => take(async () => compareClocks(opened(), now)),
    /** Listens to the first of the configured folders until mail is announced or the next command ends it. A hint, never a promise. */
    waitForMail: (names: readonly string[]) => waitForMail(names, session),
    close: () => session.close(),
  }
}

/** The server gets the next portion ready while the one before is worked on. */
async function* ahead<Portion, Result>(portions: readonly Portion[], ask: (portion: Portion) => Promise<Result>) {
  let asked: Promise<Result> | null = null
  for (const portion of portions) {
    const before = asked
    asked = ask(portion)
    // Whoever waits for it hears of it, and nobody does any more where the one before failed.
    asked.catch(() => undefined)
    if (before !== null) yield await before
  }
  if (asked !== null) yield await asked
}

export type Mailbox = ReturnType<typeof createMailbox>

async function resolveFolders(names: readonly string[], { connected }: Session): Promise<readonly string[]> {
  if (names.every(isInbox)) return ['INBOX']
  const flow = await connected()
  return pathsOf(names, await listFolders(flow), personalPrefix(flow))
}

const THREAD = ['message-id', 'in-reply-to', 'references']

const idsOf = (sent: readonly SentHeader[] | null): ReadonlySet<string> | null =>
  sent === null ? null : new Set(sent.flatMap(({ messageId }) => messageId ?? []))

async function sentSince(since: Date, fields: readonly string[], session: Session) {
  const [path] = await resolveFolders(['\\Sent'], session)
  if (path === undefined) return null
  await session.open(path)
  return sentHeaders(since, fields, session.opened())
}

async function waitForMail(names: readonly string[], session: Session): Promise<'announced' | 'ended'> {
  const { turns } = session
  const before = turns.count()
  const flow = await turns.take(async () => {
    // Whoever came meanwhile is in the middle of looking at a folder: no other may be opened.
    if (turns.count() > before + 1) return null
    return (await arrivedUnseen(names, session)) ? 'announced' : session.connected()
  })
  if (flow === null) return 'ended'
  return flow === 'announced' ? flow : listen(flow, () => turns.count() === before + 1)
}

/** INBOX needs no look at the list of folders. */
async function firstFolder(names: readonly string[], session: Session): Promise<string | undefined> {
  for (const name of names) {
    const [path] = await resolveFolders([name], session)
    if (path !== undefined) return path
  }
  return undefined
}

/** Whether mail came since the folder to listen to was opened last; opens it. */
async function arrivedUnseen(names: readonly string[], session: Session): Promise<boolean> {
  const flow = await session.connected()
  const path = await firstFolder(names, session)
  if (path === undefined) return false
  const before = session.countedIn(path)
  const folder = await session.at(path)
  const now = flow.mailbox ? flow.mailbox.exists : folder.exists
  return before !== undefined && now > before
}
