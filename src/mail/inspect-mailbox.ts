import type { ImapFlow, ListResponse } from 'imapflow'
import type { FolderSeen, MailboxSeen } from '../core/doctor/diagnose-mailbox.ts'
import { connect, explainRefusedFolder, type ImapServer } from './connection.ts'
import { fetchEach } from './fetching.ts'
import { pathsOf } from './folder-paths.ts'
import { parseHeader } from './parse-message.ts'

type ToInspect = { readonly names: readonly string[]; readonly version: string }

/** What the server says of itself and of these folders, over a connection of its own, with EXAMINE only. Throws as `connect` does. */
export async function inspectMailbox(server: ImapServer, { names, version }: ToInspect): Promise<MailboxSeen> {
  const flow = await connect(server, version)
  try {
    const all = await flow.list()
    const folders: FolderSeen[] = []
    for (const name of names) folders.push(await inspectFolder(name, all, { flow, server }))
    const first = folders.find(({ path }) => path !== null)?.path ?? null
    return {
      greeting: flow.greeting ?? '',
      server: nameOf(flow),
      capabilities: [...flow.capabilities.keys()].sort(),
      folders,
      sentPath: pathsOf(['\\Sent'], all)[0] ?? null,
      newest: first === null ? null : await newestOf(first, flow),
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

type At = { readonly flow: ImapFlow; readonly server: ImapServer }

async function inspectFolder(name: string, all: readonly ListResponse[], { flow, server }: At): Promise<FolderSeen> {
  const [path] = pathsOf([name], all)
  const isListed = all.some(one => one.path === path || (path?.toUpperCase() === 'INBOX' && one.path === 'INBOX'))
  if (path === undefined || !isListed) return { name, path: null, uidValidity: 0, exists: 0 }
  const opened = await flow.mailboxOpen(path, { readOnly: true }).catch((error: unknown) => {
    throw explainRefusedFolder(error, path, server)
  })
  return { name, path, uidValidity: Number(opened.uidValidity ?? 0), exists: opened.exists }
}

async function newestOf(path: string, flow: ImapFlow): Promise<MailboxSeen['newest']> {
  const { exists } = await flow.mailboxOpen(path, { readOnly: true })
  if (exists === 0) return null
  let newest: MailboxSeen['newest'] = null
  const query = { headers: true, internalDate: true }
  await fetchEach({ flow, path }, { set: `${exists}`, query, bySequence: true }, async ({ headers, internalDate }) => {
    if (headers === undefined) return
    newest = { headers: (await parseHeader(headers)).headers, internalDate: new Date(internalDate ?? Number.NaN) }
  })
  return newest
}
