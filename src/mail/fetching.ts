import type { FetchMessageObject, FetchQueryObject, ImapFlow } from 'imapflow'
import { isRefusal } from './connection.ts'
import { readFetchAnswer, type ServerLine, type Shown } from './fetch-answer.ts'

/** A folder that is open on a connection. */
export type Opened = { readonly flow: ImapFlow; readonly path: string }

/** What to ask for: `set` counts UIDs, or messages of the folder where `bySequence` says so. */
type Asked = { readonly set: string; readonly query: FetchQueryObject; readonly bySequence?: true }

/**
 * Throws where the folder is no longer open. imapflow answers a FETCH or SEARCH on a lost connection with nothing at all, without an
 * error: taken for an empty folder, mail would be lost.
 */
export function requireOpen({ flow, path }: Opened): void {
  if (!flow.usable || flow.mailbox === false || flow.mailbox.path !== path)
    throw new Error(`the connection was lost while the folder ${path} was looked at`)
}

/**
 * Hands on each message of the answer, one at a time. What comes without a UID is skipped: servers slip in news of flags that somebody
 * changed meanwhile. `use` may wait, but must give the connection no other command: that deadlocks.
 */
export async function fetchEach(
  at: Opened,
  { set, query, bySequence }: Asked,
  use: (message: FetchMessageObject) => void | Promise<void>,
): Promise<void> {
  requireOpen(at)
  const asked = { ...query, uid: true }
  for await (const message of at.flow.fetch(set, asked, { uid: bySequence !== true }))
    if (Number.isSafeInteger(message.uid)) await use(message)
  requireOpen(at)
}

/**
 * Hands on each message of the answer whose whole preview can be read at sight, as `fetchEach` does the others. imapflow alone takes five
 * times as long: it writes down each answer for a log that nobody keeps, and waits a turn for each of its tokens.
 */
export async function fetchQuickly(
  at: Opened,
  asked: Asked,
  use: (message: FetchMessageObject | Shown) => void,
): Promise<void> {
  const flow = at.flow as unknown as { handleResponse?: (line: ServerLine) => Promise<boolean> }
  const slowly = flow.handleResponse
  const failures: unknown[] = []
  if (slowly !== undefined)
    flow.handleResponse = async line => {
      const message = readFetchAnswer(line)
      if (message === null) return slowly.call(flow, line)
      try {
        use(message)
      } catch (error) {
        failures.push(error)
      }
      return true
    }
  try {
    await fetchEach(at, asked, use)
  } finally {
    if (slowly !== undefined) flow.handleResponse = slowly
  }
  if (failures.length > 0) throw failures[0]
}

/** One message: null where there is none of that UID, `refused` where the server says NO or BAD. */
export async function fetchOne(
  at: Opened,
  uid: number,
  query: FetchQueryObject,
): Promise<FetchMessageObject | 'refused' | null> {
  const found: FetchMessageObject[] = []
  try {
    await fetchEach(at, { set: `${uid}`, query }, message => {
      if (message.uid === uid) found.push(message)
    })
  } catch (error) {
    if (isRefusal(error)) return 'refused'
    throw error
  }
  // News of its flags may come beside the answer.
  const answer = found.reverse().reduce<Partial<FetchMessageObject>>((all, one) => ({ ...one, ...told(all) }), {})
  return found.length === 0 ? null : (answer as FetchMessageObject)
}

const told = (message: Partial<FetchMessageObject>): Partial<FetchMessageObject> =>
  Object.fromEntries(Object.entries(message).filter(([, value]) => value !== undefined))
