import type { Preview } from '../core/message.ts'
import { Cancelled, concernsServer, describeError, isOurFault } from '../errors.ts'
import { intake } from './intake.ts'
import type { IntakeNeeds, IntakeResult, Unsettled } from './intake-needs.ts'

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
  /** Aborted when the process is to end: no message is begun any more. */
  readonly signal: AbortSignal
  /** The first look at a folder goes back to this day. */
  readonly firstLook: Date
}

/** `seen`: messages met for the first time; `settled`: what became of those that may be applications; `errors`: what was left for later. */
export type SweepResult = {
  readonly seen: number
  readonly settled: readonly IntakeResult[]
  readonly errors: readonly unknown[]
}

/** Looks through the mailbox once: records what is new, then settles everything that isn't settled. */
export async function sweep(needs: SweepNeeds): Promise<SweepResult> {
  const errors: unknown[] = []
  let seen = 0
  for (const path of await needs.mailbox.resolveFolders(needs.folderNames)) {
    const found = await alone(() => lookThrough(path, needs), errors)
    seen += found ?? 0
    if (found !== null) needs.folders.completeSweep(path, needs.clock())
  }
  const settled: IntakeResult[] = []
  for (const message of needs.messages.unsettled()) {
    if (needs.signal.aborted) throw new Cancelled('the process is to end')
    const result = await alone(() => settleOne(message, needs), errors)
    if (result !== null) settled.push(result)
  }
  return { seen, settled, errors }
}

/** A folder or a message that fails stops no other; what concerns the whole server or the machine does. */
async function alone<Result>(work: () => Promise<Result>, errors: unknown[]): Promise<Result | null> {
  try {
    return await work()
  } catch (error) {
    if (concernsServer(error) || isOurFault(error)) throw error
    errors.push(error)
    return null
  }
}

/** What the server doesn't hand over comes last next time. */
async function settleOne(message: Unsettled, needs: SweepNeeds): Promise<IntakeResult> {
  try {
    return await intake(message, needs)
  } catch (error) {
    if (!concernsServer(error) && !isOurFault(error)) needs.messages.countFailedFetch(message.id, describeError(error))
    throw error
  }
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
  if (!needs.mayBeApplication(preview)) needs.messages.settle(id, UNRELATED, needs.clock())
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
