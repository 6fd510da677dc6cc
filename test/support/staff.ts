import { ImapFlow } from 'imapflow'
import { LOOPBACK } from './ports.ts'

/** Where and how a message is put; INBOX, no flags and now, unless told otherwise. */
export interface Append {
  readonly folder?: string
  readonly flags?: readonly string[]
  /** INTERNALDATE. */
  readonly receivedAt?: Date
}

/** Runs `act` on a connection of its own and logs out, whatever happens. */
export async function actInMailbox<T>(
  { port, user, pass }: { port: number; user: string; pass: string },
  act: (client: ImapFlow) => Promise<T>,
): Promise<T> {
  const client = new ImapFlow({
    host: LOOPBACK,
    port,
    secure: false,
    auth: { user, pass },
    logger: false,
    disableCompression: true,
  })
  // Without a listener, a connection that breaks would end the whole test run; `act` fails by itself.
  client.on('error', () => {})
  await client.connect()
  try {
    return await act(client)
  } finally {
    await client.logout().catch(() => client.close())
  }
}

/** Gives the UID of the appended message. */
export async function appendTo(client: ImapFlow, raw: Buffer | string, how: Append): Promise<number> {
  const { folder = 'INBOX', flags = [], receivedAt } = how
  const appended = await client.append(folder, raw, [...flags], receivedAt)
  if (!appended || appended.uid === undefined)
    throw new Error(`the server did not say under which UID it put the message into ${folder}`)
  return appended.uid
}

/** Opens the folder read-only: what is looked at stays as it is. */
export async function flagsIn(client: ImapFlow, folder: string): Promise<Map<number, string[]>> {
  const mailbox = await client.mailboxOpen(folder, { readOnly: true })
  const found = new Map<number, string[]>()
  if (mailbox.exists === 0) return found
  for await (const { uid, flags = new Set<string>() } of client.fetch(
    '1:*',
    { uid: true, flags: true },
    { uid: true },
  )) {
    found.set(uid, [...flags].filter(flag => flag !== '\\Recent').sort())
  }
  return found
}
