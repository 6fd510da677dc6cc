import type { FetchMessageObject, FetchQueryObject, ImapFlow, MessageStructureObject } from 'imapflow'
import type { Preview } from '../core/message.ts'
import { connect, type ImapServer } from './connection.ts'
import { parseHeader, sha256 } from './parse-message.ts'

/** A folder as EXAMINE shows it. */
export type OpenFolder = { readonly path: string; readonly uidValidity: number; readonly exists: number }

type MessageAt = { readonly folder: string; readonly uidValidity: number; readonly uid: number }

/** A message as header and structure show it. */
export type PreviewedMessage = {
  readonly uid: number
  readonly size: number
  readonly internalDate: Date | null
  readonly headerSha256: string
  readonly preview: Preview
}

/**
 * The mailbox over one connection, made when it is needed and again when it was lost. Strictly a guest: EXAMINE and BODY.PEEK only,
 * so that no flag changes and nothing is moved, written or deleted.
 */
export function createMailbox(server: ImapServer, version: string) {
  let client: ImapFlow | null = null
  let current: OpenFolder | null = null
  /** How many messages a folder had when it was opened last. */
  const counted = new Map<string, number>()

  async function connected(): Promise<ImapFlow> {
    if (client?.usable === true) return client
    client?.close()
    current = null
    client = await connect(server, version)
    return client
  }

  async function open(path: string): Promise<OpenFolder> {
    const folder = await (await connected()).mailboxOpen(path, { readOnly: true })
    current = { path, uidValidity: Number(folder.uidValidity ?? 0), exists: folder.exists }
    counted.set(path, folder.exists)
    return current
  }

  /** The paths of the configured folders: a name stands for itself, a special use (RFC 6154) for the folder that has it, if any. */
  async function resolveFolders(names: readonly string[]): Promise<readonly string[]> {
    if (names.every(name => !name.startsWith('\\'))) return names
    const folders = await (await connected()).list()
    const paths = names.map(name =>
      name.startsWith('\\') ? folders.find(folder => folder.specialUse === name)?.path : name,
    )
    return paths.filter(path => path !== undefined)
  }

  /** Whether mail came since the folder to listen to was opened last; opens it. */
  async function arrivedUnseen(flow: ImapFlow, names: readonly string[]): Promise<boolean> {
    const [path] = await resolveFolders(names)
    if (path === undefined) return false
    const before = counted.get(path)
    const now = current?.path === path && flow.mailbox ? flow.mailbox.exists : (await open(path)).exists
    return before !== undefined && now > before
  }

  async function fetchAt(at: MessageAt, query: FetchQueryObject): Promise<FetchMessageObject | null> {
    const flow = await connected()
    const folder = current?.path === at.folder ? current : await open(at.folder)
    if (folder.uidValidity !== at.uidValidity) return null
    return (await flow.fetchOne(String(at.uid), { ...query, uid: true }, { uid: true })) || null
  }

  return {
    resolveFolders,
    open,
    /** UIDs of the open folder, ascending; with `since`, of messages received on or after the day before it. */
    async uids(since: Date | null): Promise<readonly number[]> {
      const flow = await connected()
      const found = await flow.search(since === null ? { all: true } : { since: dayBefore(since) }, { uid: true })
      const all = found || (await allUids(flow))
      return [...all].sort((a, b) => a - b)
    },
    /** Header and structure of the messages above that UID, ascending, a chunk at a time. */
    async *previews(
      range: { readonly above: number } | { readonly uids: readonly number[] },
    ): AsyncGenerator<PreviewedMessage[]> {
      const flow = await connected()
      for (const part of 'above' in range ? [`${range.above + 1}:*`] : chunks(range.uids)) {
        const fetched = await flow.fetchAll(
          part,
          { uid: true, headers: true, bodyStructure: true, size: true, internalDate: true },
          { uid: true },
        )
        const wanted = fetched
          .filter(({ uid }) => !('above' in range) || uid > range.above)
          .sort((a, b) => a.uid - b.uid)
        yield await Promise.all(wanted.map(toPreview))
      }
    },
    /** The raw bytes of a message; null where it is gone, moved or deleted by whom the mailbox belongs to. */
    source: async (at: MessageAt): Promise<Uint8Array | null> => (await fetchAt(at, { source: true }))?.source ?? null,
    header: async (at: MessageAt): Promise<Uint8Array | null> =>
      (await fetchAt(at, { headers: true }))?.headers ?? null,
    /** The highest UID of the open folder, 0 where it is empty; asked for, since not every server tells UIDNEXT. */
    async lastUid(): Promise<number> {
      if (current === null || current.exists === 0) return 0
      const last = await (await connected()).fetchOne('*', { uid: true })
      return last === false || last === undefined ? 0 : last.uid
    },
    /**
     * Listens to the first of the configured folders (IDLE, RFC 2177, or NOOP now and then where the server has none) until mail is announced or the
     * next command ends it. A hint, never a promise.
     */
    async waitForMail(names: readonly string[]): Promise<'announced' | 'ended'> {
      const flow = await connected()
      if (await arrivedUnseen(flow, names)) return 'announced'
      let listener = (): void => undefined
      const announced = new Promise<'announced'>(resolve => {
        listener = () => resolve('announced')
        flow.once('exists', listener)
      })
      try {
        return await Promise.race([announced, flow.idle().then(() => 'ended' as const)])
      } finally {
        flow.off('exists', listener)
      }
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

const CHUNK = 500

/** UID sets of bounded length, for servers limit the length of a line. */
function chunks(uids: readonly number[]): string[] {
  const parts: string[] = []
  for (let start = 0; start < uids.length; start += CHUNK) parts.push(uids.slice(start, start + CHUNK).join(','))
  return parts
}

async function allUids(flow: ImapFlow): Promise<readonly number[]> {
  const all = await flow.fetchAll('1:*', { uid: true })
  return all.map(({ uid }) => uid)
}

const dayBefore = (day: Date): Date => new Date(day.getTime() - 86_400_000)

async function toPreview(message: FetchMessageObject): Promise<PreviewedMessage> {
  const header = message.headers ?? Buffer.alloc(0)
  const { subject, headers } = await parseHeader(header)
  const internalDate = message.internalDate === undefined ? null : new Date(message.internalDate)
  const size = message.size ?? 0
  const preview = { subject, headers, parts: leafParts(message.bodyStructure), size }
  return { uid: message.uid, size, internalDate, headerSha256: sha256(header), preview }
}

function leafParts(node: MessageStructureObject | undefined): Preview['parts'] {
  if (node === undefined) return []
  if (node.childNodes !== undefined && node.childNodes.length > 0) return node.childNodes.flatMap(leafParts)
  const name = node.dispositionParameters?.filename ?? node.parameters?.name ?? ''
  return [{ name, type: node.type.toLowerCase() }]
}
