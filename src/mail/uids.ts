import type { FetchMessageObject, SearchObject } from 'imapflow'
import { isRefusal } from './connection.ts'
import { fetchEach, fetchOne, type Opened, requireOpen } from './fetching.ts'

const DAY = 86_400_000

const existing = ({ flow }: Opened): number => (flow.mailbox === false ? 0 : flow.mailbox.exists)

/** The highest UID of the folder, 0 where it is empty; asked for, since not every server tells UIDNEXT. */
export const lastUid = async (at: Opened): Promise<number> => (await newest(at))?.uid ?? 0

/** The newest message of the folder; null where it is empty. */
export async function newest(at: Opened): Promise<FetchMessageObject | null> {
  requireOpen(at)
  const exists = existing(at)
  if (exists === 0) return null
  const found: FetchMessageObject[] = []
  await fetchEach(at, { set: `${exists}`, query: { internalDate: true }, bySequence: true }, message => {
    found.push(message)
  })
  const last = found.sort((a, b) => a.uid - b.uid).at(-1)
  if (last === undefined) throw new Error(`${at.path} has ${exists} messages, but the server doesn't show the last one`)
  return last
}

/** UIDs of the folder, ascending; with `since`, of messages received on or after the day before it. */
export async function uidsSince(since: Date | null, at: Opened): Promise<readonly number[]> {
  const from = since === null ? null : new Date(since.getTime() - DAY)
  const found = await search(from === null ? {} : { since: from }, at)
  const uids = found !== null && (await isPlausible(found, since, at)) ? found : await listUids(from, at)
  return [...uids].sort((a, b) => a - b)
}

/** So many at once: imapflow makes objects of all numbers of an answer. */
const SLICE = 10_000

/**
 * null where the server refuses. From the newest messages to the oldest: where some are removed meanwhile, those behind them move down,
 * into a slice that is still to come, and none is missed. Never in ranges (ESEARCH, RFC 4731): imapflow takes half a minute to read 50,000.
 */
async function search(criteria: SearchObject, at: Opened): Promise<readonly number[] | null> {
  requireOpen(at)
  const all = new Set<number>()
  for (let last = existing(at); last > 0; last -= SLICE) {
    const found = await at.flow.search({ seq: `${Math.max(1, last - SLICE + 1)}:${last}`, ...criteria }, { uid: true })
    requireOpen(at)
    if (!found) return null
    for (const uid of found) all.add(uid)
  }
  return [...all]
}

/** SEARCH is not right on every server: it must tell of as many as there are, or know the newest message. */
async function isPlausible(found: readonly number[], since: Date | null, at: Opened): Promise<boolean> {
  if (since === null) return found.length >= existing(at)
  const last = await newest(at)
  return last === null || found.includes(last.uid) || new Date(last.internalDate ?? Number.NaN) < since
}

/** What SEARCH would tell, from the messages and, with `from`, their dates themselves; a message without a readable date is taken in. */
async function listUids(from: Date | null, at: Opened): Promise<readonly number[]> {
  const uids = new Set<number>()
  if (existing(at) === 0) return []
  const query = from === null ? {} : { internalDate: true }
  await fetchEach(at, { set: '1:*', query }, ({ uid, internalDate }) => {
    const tooOld = from !== null && new Date(internalDate ?? Number.NaN) < from
    if (!tooOld) uids.add(uid)
  })
  return [...uids]
}

/** UIDs above one, ascending: `n:*` always gives the last message too (RFC 9051 §9), and some servers refuse it where there is nothing new. */
export async function uidsAbove(above: number, at: Opened): Promise<readonly number[]> {
  requireOpen(at)
  const uids = new Set<number>()
  if (existing(at) === 0) return []
  try {
    await fetchEach(at, { set: `${above + 1}:*`, query: {} }, ({ uid }) => {
      if (uid > above) uids.add(uid)
    })
  } catch (error) {
    if (!isRefusal(error) || (await lastUid(at)) > above) throw error
  }
  return [...uids].sort((a, b) => a - b)
}

/** Whether there is a message of that UID; what a server refuses to show may be there all the same. */
export async function isThere(uid: number, at: Opened): Promise<boolean> {
  const answer = await fetchOne(at, uid, {})
  return answer === 'refused' ? (await uidsAbove(uid - 1, at)).includes(uid) : answer !== null
}
