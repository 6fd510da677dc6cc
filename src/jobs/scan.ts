import type { OpenFolder, PreviewedMessage, SightedMessage } from '../core/application/recorded-message.ts'
import type { Preview } from '../core/message/message.ts'

type Cursor = { readonly uidValidity: number; readonly firstScanUid: number; readonly lastUid: number }
type Range = { readonly above: number } | { readonly uids: readonly number[] }

/** `upTo`: every UID of the folder up to this one is recorded then; `again`: what was unrelated, and may apply now, is to be judged. */
export type Recording = { readonly at: Date; readonly upTo?: number; readonly again?: boolean }

/** What is written down of the folders' messages; each verb is one transaction. */
export type Register = {
  find(path: string): Cursor | null
  /** A first look begins; the UIDs of the UIDVALIDITY `vacated` name nothing any more. */
  begin(folder: OpenFolder, at: { readonly firstScanUid: number; readonly vacated: number | null }): void
  /** Records messages of one folder that stand nowhere; gives those that are met for the first time. Of what may not apply only the row is kept. */
  record(found: readonly SightedMessage[], how: Recording): readonly SightedMessage[]
  /** Every UID up to this one is recorded. */
  advance(path: string, uid: number): void
  completeSweep(path: string, at: Date): void
  /** The server doesn't open this one; remembered until it is looked through again. */
  refuse(path: string, words: string, at: Date): void
  isRefused(path: string): boolean
  /** No other folder is looked at any more. */
  keepOnly(paths: readonly string[]): void
}

/** What looking at folders needs. */
export type ScanNeeds = {
  readonly clock: () => Date
  readonly mailbox: {
    resolveFolders(names: readonly string[]): Promise<readonly string[]>
    open(path: string): Promise<OpenFolder>
    lastUid(): Promise<number>
    uids(since: Date | null): Promise<readonly number[]>
    previews(range: Range): AsyncIterable<readonly PreviewedMessage[]>
  }
  readonly register: Register
  readonly folderNames: readonly string[]
  /** The first look at a folder goes back to this day. */
  readonly firstScan: Date
  readonly mayBeApplication: (preview: Preview) => boolean
  /** Told of messages that may be one: what reads documents gets ready. */
  readonly expectDocuments: () => void
}

/** How many messages were met for the first time, and whether the folder was looked at for the first time. */
export type Scanned = { readonly seen: number; readonly first: boolean }

/** Records what is new in a folder. */
export async function scanFolder(path: string, needs: ScanNeeds): Promise<Scanned> {
  const { mailbox, register } = needs
  const folder = await mailbox.open(path)
  const cursor = register.find(path)
  const renumbered = cursor !== null && (await isRenumbered(folder, cursor, needs))
  if (cursor === null || renumbered || cursor.lastUid < cursor.firstScanUid) {
    const vacated = renumbered ? cursor.uidValidity : null
    return { seen: await scanFirst(folder, vacated, needs), first: true }
  }
  if (folder.exists === 0) return { seen: 0, first: false }
  let seen = 0
  for await (const chunk of mailbox.previews({ above: cursor.lastUid }))
    seen += record(chunk, { folder, how: { upTo: chunk.at(-1)?.uid ?? 0 } }, needs)
  return { seen, first: false }
}

/**
 * By another UIDVALIDITY, or by a UIDNEXT that went back, as after a restored backup of the server: its UIDs name other messages now.
 * Some servers tell a UIDNEXT below UIDs that they have; such a one proves nothing.
 */
async function isRenumbered({ uidValidity, uidNext }: OpenFolder, cursor: Cursor, { mailbox }: ScanNeeds) {
  if (cursor.uidValidity !== uidValidity) return true
  return uidNext !== null && uidNext <= cursor.lastUid && (await mailbox.lastUid()) < uidNext
}

/** Everything since the first day that counts; older mail stays unseen. Cut short, it is done again. `vacated`: the UIDVALIDITY that is no more. */
async function scanFirst(folder: OpenFolder, vacated: number | null, needs: ScanNeeds): Promise<number> {
  const { mailbox, register, firstScan } = needs
  const lastUid = await mailbox.lastUid()
  register.begin(folder, { firstScanUid: lastUid, vacated })
  const uids = lastUid === 0 ? [] : await mailbox.uids(firstScan)
  const seen = await recordSince(firstScan, { folder, uids, how: {} }, needs)
  register.advance(folder.path, lastUid)
  return seen
}

/** Looks again, for calls that weren't known, at everything since they were announced; what is judged already stays as it is. */
export async function scanAgain(path: string, since: Date, needs: ScanNeeds): Promise<number> {
  const folder = await needs.mailbox.open(path)
  const uids = await needs.mailbox.uids(since)
  return recordSince(since, { folder, uids, how: { again: true } }, needs)
}

/** Records these messages of a folder: those that stood nowhere. */
export async function recordMissing(path: string, uids: readonly number[], needs: ScanNeeds): Promise<number> {
  const folder = await needs.mailbox.open(path)
  return recordSince(new Date(0), { folder, uids, how: {} }, needs)
}

type Part = { readonly folder: OpenFolder; readonly how: Omit<Recording, 'at'> }

async function recordSince(
  since: Date,
  { uids, ...part }: Part & { readonly uids: readonly number[] },
  needs: ScanNeeds,
): Promise<number> {
  let seen = 0
  for await (const chunk of needs.mailbox.previews({ uids }))
    seen += record(
      chunk.filter(({ internalDate }) => internalDate === null || internalDate >= since),
      part,
      needs,
    )
  return seen
}

function record(chunk: readonly PreviewedMessage[], { folder, how }: Part, needs: ScanNeeds): number {
  const sighted = chunk.map(({ preview, ...message }) => ({
    ...message,
    folder: folder.path,
    uidValidity: folder.uidValidity,
    bearsHeader: preview.headers.length > 0,
    mayApply: needs.mayBeApplication(preview),
  }))
  const added = needs.register.record(sighted, { ...how, at: needs.clock() })
  if (added.some(({ mayApply }) => mayApply)) needs.expectDocuments()
  return added.length
}
