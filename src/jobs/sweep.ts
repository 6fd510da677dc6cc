import type { Preview } from '../core/message.ts'
import { intake } from './intake.ts'
import type { IntakeNeeds, IntakeResult } from './intake-needs.ts'

type OpenFolder = { readonly path: string; readonly uidValidity: number; readonly exists: number }
type Cursor = { readonly uidValidity: number; readonly firstLookUid: number; readonly lastUid: number }
type Previewed = {
  readonly uid: number
  readonly size: number
  readonly internalDate: Date | null
  readonly headerSha256: string
  readonly preview: Preview
}

/** What a sweep needs: the mailbox to look at, and the tables that remember what was seen. */
export type SweepNeeds = IntakeNeeds & {
  readonly mailbox: {
    resolveFolders(names: readonly string[]): Promise<readonly string[]>
    open(path: string): Promise<OpenFolder>
    lastUid(): Promise<number>
    uids(since: Date | null): Promise<readonly number[]>
    previews(
      range: { readonly above: number } | { readonly uids: readonly number[] },
    ): AsyncIterable<readonly Previewed[]>
  }
  readonly folders: {
    find(path: string): Cursor | null
    begin(path: string, at: { readonly uidValidity: number; readonly firstLookUid: number }): void
    advance(path: string, uid: number): void
    completeSweep(path: string, at: Date): void
  }
  readonly mayBeApplication: (preview: Preview) => boolean
  readonly folderNames: readonly string[]
  /** The first look at a folder goes back to this day. */
  readonly firstLook: Date
}

/** `seen`: messages met for the first time; `settled`: what became of those that may be applications. */
export type SweepResult = { readonly seen: number; readonly settled: readonly IntakeResult[] }

/** Looks through the mailbox once: records what is new, then settles everything that isn't settled. */
export async function sweep(needs: SweepNeeds): Promise<SweepResult> {
  const paths = await needs.mailbox.resolveFolders(needs.folderNames)
  let seen = 0
  for (const path of paths) seen += await lookThrough(path, needs)
  const settled: IntakeResult[] = []
  for (const message of needs.messages.unsettled()) settled.push(await intake(message, needs))
  for (const path of paths) needs.folders.completeSweep(path, needs.clock())
  return { seen, settled }
}

async function lookThrough(path: string, needs: SweepNeeds): Promise<number> {
  const folder = await needs.mailbox.open(path)
  const cursor = needs.folders.find(path)
  const finishedFirstLook =
    cursor !== null && cursor.uidValidity === folder.uidValidity && cursor.lastUid >= cursor.firstLookUid
  if (!finishedFirstLook) return lookFirst(folder, needs)
  if (folder.exists === 0) return 0
  return recordAll(folder, needs, needs.mailbox.previews({ above: cursor.lastUid }))
}

/** Everything since the first day that counts; older mail stays unseen. Cut short, it is done again. */
async function lookFirst(folder: OpenFolder, needs: SweepNeeds): Promise<number> {
  const lastUid = await needs.mailbox.lastUid()
  needs.folders.begin(folder.path, { uidValidity: folder.uidValidity, firstLookUid: lastUid })
  const uids = lastUid === 0 ? [] : await needs.mailbox.uids(needs.firstLook)
  const seen = await recordAll(folder, needs, needs.mailbox.previews({ uids }), needs.firstLook)
  needs.folders.advance(folder.path, lastUid)
  return seen
}

async function recordAll(
  folder: OpenFolder,
  needs: SweepNeeds,
  chunks: AsyncIterable<readonly Previewed[]>,
  since?: Date,
): Promise<number> {
  let seen = 0
  for await (const chunk of chunks) {
    const wanted = chunk.filter(
      ({ internalDate }) => since === undefined || internalDate === null || internalDate >= since,
    )
    needs.transaction(() => {
      for (const message of wanted) if (record(message, folder, needs)) seen += 1
      const last = chunk.at(-1)
      if (last !== undefined && since === undefined) needs.folders.advance(folder.path, last.uid)
    })
  }
  return seen
}

/** Of a message that may not be an application only the row is kept. */
function record({ preview, ...message }: Previewed, { path, uidValidity }: OpenFolder, needs: SweepNeeds): boolean {
  const id = needs.messages.record({ ...message, folder: path, uidValidity }, needs.clock())
  if (id === null) return false
  if (!needs.mayBeApplication(preview)) needs.messages.settle(id, UNRELATED)
  return true
}

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
