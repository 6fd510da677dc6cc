import type { Opened } from './fetching.ts'
import { newest } from './uids.ts'

/** Milliseconds by which two clocks may differ. */
const TOLERANCE = 10 * 60_000

/** Our clock beside the server's; `unknown` where the server can't be asked. */
type Clocks = 'agree' | 'ahead' | 'behind' | 'unknown'

/**
 * Holds our clock against the server's. IMAP tells no time; but with WITHIN (RFC 5032) the server says by its own clock how old a message is:
 * the newest of the open folder must be about as old for it as for us. `now`: what our clock says.
 */
export async function compareClocks(at: Opened, now: Date): Promise<Clocks> {
  if (!at.flow.capabilities.has('WITHIN')) return 'unknown'
  const last = await newest(at)
  const date = new Date(last?.internalDate ?? Number.NaN)
  if (last === null || Number.isNaN(date.getTime())) return 'unknown'
  const age = now.getTime() - date.getTime()
  // imapflow counts from its own clock, which need not be `now`.
  const ago = (milliseconds: number) => new Date(Date.now() - milliseconds)
  const holds = async (term: { before: Date } | { since: Date }) =>
    ((await at.flow.search({ uid: String(last.uid), ...term }, { uid: true })) || []).includes(last.uid)
  if (age > TOLERANCE && !(await holds({ before: ago(age - TOLERANCE) }))) return 'ahead'
  return (await holds({ since: ago(Math.max(1000, age + TOLERANCE)) })) ? 'agree' : 'behind'
}
