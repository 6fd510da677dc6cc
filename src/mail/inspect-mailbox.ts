import type { ImapFlow, ListResponse } from 'imapflow'
import type { FolderSeen, MailboxSeen } from '../core/doctor/diagnose-mailbox.ts'
import { describeError, FolderRefused } from '../errors.ts'
import { compareClocks } from './clock.ts'
import { connect, explainRefusedFolder, type ImapServer, personalPrefix } from './connection.ts'
import { fetchEach } from './fetching.ts'
import { pathsOf } from './folder-paths.ts'
import { examine, listFolders } from './folders.ts'
import { parseHeader } from './parse-message.ts'
import { type Guarded, guarded } from './without-secrets.ts'

type ToInspect = { readonly names: readonly string[]; readonly version: string; readonly now: Date }

/** What the server says of itself and of these folders, over a connection of its own, with EXAMINE only. Throws as `connect` does. */
export async function inspectMailbox(given: ImapServer, { names, version, now }: ToInspect): Promise<MailboxSeen> {
  const server = guarded(given)
  const flow = await connect(server, version)
  try {
    const all = await listFolders(flow)
    const folders: FolderSeen[] = []
    for (const name of names) folders.push(await inspectFolder(name, all, { flow, server }))
    const first = folders.find(({ path, refused }) => path !== null && refused === null)?.path ?? null
    return {
      greeting: flow.greeting ?? '',
      server: nameOf(flow),
      capabilities: [...flow.capabilities.keys()].sort(),
      folders,
      sentPath: pathsOf(['\\Sent'], all)[0] ?? null,
      newest: first === null ? null : await newestOf(first, flow),
      clocks: flow.mailbox === false ? 'unknown' : await compareClocks({ flow, path: flow.mailbox.path }, now),
    }
  } finally {
    await flow.logout().catch(() => flow.close())
  }
}

/** What it answered to ID (RFC 2971). */
function nameOf({ serverInfo }: ImapFlow): string {
  const said = Object.entries(serverInfo ?? {}).map(([key, value]) => `${key} ${String(value)}`)
  return said.length === 0 ? 'says nothing of itself (ID)' : said.join(', ')
}

type At = { readonly flow: ImapFlow; readonly server: Guarded<ImapServer> }

/** A folder that is refused is told, and stops no other. */
async function inspectFolder(name: string, all: readonly ListResponse[], { flow, server }: At): Promise<FolderSeen> {
  const [path = null] = pathsOf([name], all, personalPrefix(flow))
  const seen = { name, path, uidValidity: 0, exists: 0, refused: null }
  if (path === null) return seen
  try {
    const opened = await examine(flow, path)
    return { ...seen, uidValidity: Number(opened.uidValidity ?? 0), exists: opened.exists }
  } catch (error) {
    const explained = explainRefusedFolder(error, path, server)
    if (!(explained instanceof FolderRefused)) throw explained
    const isListed = all.some(one => one.path === path)
    return isListed ? { ...seen, refused: describeError(explained) } : { ...seen, path: null }
  }
}

async function newestOf(path: string, flow: ImapFlow): Promise<MailboxSeen['newest']> {
  const { exists, path: opened } = await examine(flow, path)
  if (exists === 0) return null
  let newest: MailboxSeen['newest'] = null
  const query = { headers: true, internalDate: true }
  await fetchEach(
    { flow, path: opened },
    { set: `${exists}`, query, bySequence: true },
    async ({ headers, internalDate }) => {
      if (headers === undefined) return
      newest = { headers: (await parseHeader(headers)).headers, internalDate: new Date(internalDate ?? Number.NaN) }
    },
  )
  return newest
}
