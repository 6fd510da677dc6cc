import type { ListedMessage, OpenFolder, PreviewedMessage } from '../core/application/recorded-message.ts'
import type { Preview } from '../core/message/message.ts'
import type { IntakeNeeds } from './intake-needs.ts'

type Cursor = { readonly uidValidity: number; readonly firstLookUid: number; readonly lastUid: number }
type Range = { readonly above: number } | { readonly uids: readonly number[] }

/** What looking at folders needs. */
export type LookNeeds = Pick<IntakeNeeds, 'clock' | 'transaction' | 'messages'> & {
  readonly mailbox: {
    resolveFolders(names: readonly string[]): Promise<readonly string[]>
    open(path: string): Promise<OpenFolder>
    lastUid(): Promise<number>
    uids(since: Date | null): Promise<readonly number[]>
    previews(range: Range): AsyncIterable<readonly PreviewedMessage[]>
  }
  readonly folders: {
    find(path: string): Cursor | null
    begin(path: string, at: { readonly uidValidity: number; readonly firstLookUid: number }): void
    advance(path: string, uid: number): void
    completeSweep(path: string, at: Date): void
    keepOnly(paths: readonly string[]): void
  }
  readonly places: { vacate(folder: string, uidValidity: number): number; adopt(found: ListedMessage): boolean }
  readonly reopening: { reopenUnrelated(at: ListedMessage): boolean }
  readonly mayBeApplication: (preview: Preview) => boolean
  /** Told of each message that may be one: what reads documents gets ready. */
  readonly expectDocuments: () => void
  /** The first look at a folder goes back to this day. */
  readonly firstLook: Date
}

/** How many messages were met for the first time, and whether the folder was looked at for the first time. */
export type Looked = { readonly seen: number; readonly first: boolean }

/** Records what is new in a folder. */
export async function lookThrough(path: string, needs: LookNeeds): Promise<Looked> {
  const folder = await needs.mailbox.open(path)
  const cursor = needs.folders.find(path)
  const renumbered = cursor !== null && (await isRenumbered(folder, cursor, needs))
  if (cursor === null || renumbered || cursor.lastUid < cursor.firstLookUid) {
    const vacated = renumbered ? cursor.uidValidity : null
    return { seen: await lookFirst(folder, vacated, needs), first: true }
  }
  if (folder.exists === 0) return { seen: 0, first: false }
  let seen = 0
  for await (const chunk of needs.mailbox.previews({ above: cursor.lastUid }))
    needs.transaction(() => {
      for (const message of chunk) if (record(message, folder, needs)) seen += 1
      needs.folders.advance(path, chunk.at(-1)?.uid ?? 0)
    })
  return { seen, first: false }
}

/**
 * By another UIDVALIDITY, or by a UIDNEXT that went back, as after a restored backup of the server: its UIDs name other messages now.
 * Some servers tell a UIDNEXT below UIDs that they have; such a one proves nothing.
 */
async function isRenumbered({ uidValidity, uidNext }: OpenFolder, cursor: Cursor, { mailbox }: LookNeeds) {
  if (cursor.uidValidity !== uidValidity) return true
  return uidNext !== null && uidNext <= cursor.lastUid && (await mailbox.lastUid()) < uidNext
}

/** Everything since the first day that counts; older mail stays unseen. Cut short, it is done again. `vacated`: the UIDVALIDITY that is no more. */
async function lookFirst(folder: OpenFolder, vacated: number | null, needs: LookNeeds): Promise<number> {
  const { path, uidValidity } = folder
  const lastUid = await needs.mailbox.lastUid()
  needs.transaction(() => {
    if (vacated !== null) needs.places.vacate(path, vacated)
    needs.folders.begin(path, { uidValidity, firstLookUid: lastUid })
  })
  const uids = lastUid === 0 ? [] : await needs.mailbox.uids(needs.firstLook)
  const seen = await recordSince(needs.firstLook, { folder, uids }, needs)
  needs.folders.advance(path, lastUid)
  return seen
}

type Part = { readonly folder: OpenFolder; readonly uids: readonly number[] }

async function recordSince(since: Date, { folder, uids }: Part, needs: LookNeeds): Promise<number> {
  let seen = 0
  for await (const chunk of needs.mailbox.previews({ uids }))
    needs.transaction(() => {
      for (const message of chunk) if (isSince(since, message) && record(message, folder, needs)) seen += 1
    })
  return seen
}

const isSince = (since: Date, { internalDate }: PreviewedMessage): boolean =>
  internalDate === null || internalDate >= since

/** Looks again, for calls that weren't known, at everything since they were announced; what is judged already stays as it is. */
export async function lookAgain(path: string, since: Date, needs: LookNeeds): Promise<number> {
  const folder = await needs.mailbox.open(path)
  const uids = await needs.mailbox.uids(since)
  let seen = 0
  for await (const chunk of needs.mailbox.previews({ uids }))
    needs.transaction(() => {
      for (const message of chunk) {
        if (!isSince(since, message)) continue
        if (record(message, folder, needs)) seen += 1
        else if (needs.mayBeApplication(message.preview)) needs.reopening.reopenUnrelated(placed(message, folder))
      }
    })
  return seen
}

/** Records these messages of a folder: those that stood nowhere. */
export async function recordMissing(path: string, uids: readonly number[], needs: LookNeeds): Promise<number> {
  const folder = await needs.mailbox.open(path)
  return recordSince(new Date(0), { folder, uids }, needs)
}

/** Of a message that may not be an application only the row is kept. True where it is met for the first time. */
function record(found: PreviewedMessage, folder: OpenFolder, needs: LookNeeds): boolean {
  const { preview } = found
  const message = placed(found, folder)
  if (preview.headers.length > 0 && needs.places.adopt(message)) return false
  const id = needs.messages.record(message, needs.clock())
  if (id === null) return false
  if (needs.mayBeApplication(preview)) needs.expectDocuments()
  else needs.messages.settle(id, UNRELATED, needs.clock())
  return true
}

const placed = ({ preview: _, ...message }: PreviewedMessage, { path, uidValidity }: OpenFolder): ListedMessage => ({
  ...message,
  folder: path,
  uidValidity,
})

const UNRELATED = {
  relation: 'unrelated',
  call: null,
  branch: null,
  outcome: 'ignored',
  receivedAt: null,
  sender: null,
  subject: null,
  messageId: null,
} as const
