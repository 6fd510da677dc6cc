import type { WaitingMessage } from '../core/application/recorded-message.ts'
import { Cancelled, concernsServer, describeError, FolderRefused, isOurFault } from '../errors.ts'
import { conclude, prepare } from './intake.ts'
import type { IntakeNeeds, IntakeResult } from './intake-needs.ts'
import { pipeline, type Room } from './pipeline.ts'
import { type ScanNeeds, scanAgain, scanFolder } from './scan.ts'

/** The messages that wait for their conclusion. */
export type Queue = {
  /** Those tried least first. */
  waiting(): readonly WaitingMessage[]
  /** Those during which the process died, and whose time has come. */
  suspects(now: Date): readonly WaitingMessage[]
  /** The server did not hand it over: it comes last next time. */
  notGiven(id: number, error: string): void
  /** What was begun and could neither be ended nor written down so counts for nothing. */
  cancelAll(): number
}

/** How fast, and how long. */
export type Pace = {
  /** How many messages are fetched and read ahead of those that are being concluded. */
  readonly room: Room
  /** Asked between messages: whether the mailbox should be looked at again before the others. */
  readonly isEnough: () => boolean
  /** Called at each sign that the work gets on. */
  readonly progress: () => void
  /** Aborted when the process is to end: no message is begun any more. */
  readonly signal: AbortSignal
}

/** The calls as the mailbox was last looked through for them. */
export type ChangedCalls = {
  /** The earliest announcement of those that appeared or changed since, or null. */
  announced(): Date | null
  remember(): void
}

export type SweepNeeds = {
  readonly clock: () => Date
  readonly scan: ScanNeeds
  readonly changedCalls: ChangedCalls
  readonly queue: Queue
  readonly intake: IntakeNeeds
  readonly pace: Pace
}

/** What became of messages that may be applications, what failed, and whether some were left for the next sweep, which may begin at once. */
export type Concluded = {
  readonly concluded: readonly IntakeResult[]
  readonly errors: readonly unknown[]
  readonly more: boolean
}

/** `seen`: messages met for the first time; `completed`: every folder was looked through. */
export type SweepResult = Concluded & { readonly seen: number; readonly completed: boolean }

/** Looks through the mailbox once: records what is new, then concludes everything that waits for it. */
export async function sweep(needs: SweepNeeds): Promise<SweepResult> {
  needs.queue.cancelAll()
  const errors: unknown[] = []
  const { seen, unscanned, completed } = await scanAll(needs, errors)
  // In a folder that could not be looked through, a UID may be out of date.
  const waiting = needs.queue.waiting().filter(({ folder }) => !unscanned.has(folder))
  const concluded = await concludeAll(waiting, needs, errors)
  return { ...concluded, seen, completed }
}

/** Messages during which the process died before: one by one and after everything else, so that they hold up nobody should it die again. */
export const concludeSuspects = (needs: SweepNeeds): Promise<Concluded> =>
  concludeAll(needs.queue.suspects(needs.clock()), { ...needs, pace: { ...needs.pace, room: ALONE } }, [])

const ALONE: Room = { atOnce: 1, bytes: 0 }

/** `completed`: every folder that the server opens was looked through, the first one among them. */
type Scan = { readonly seen: number; readonly unscanned: ReadonlySet<string>; readonly completed: boolean }

async function scanAll({ scan, changedCalls, pace, clock }: SweepNeeds, errors: unknown[]): Promise<Scan> {
  const paths = await scan.mailbox.resolveFolders(scan.folderNames)
  const changedSince = changedCalls.announced()
  const unscanned = new Map<string, unknown>()
  let seen = 0
  // The first one is listened to afterwards: so it is the one that is open then.
  for (const path of [...paths].reverse()) {
    const found = await alone(
      () => scanOne(path, changedSince, scan),
      errors,
      error => {
        unscanned.set(path, error)
        if (error instanceof FolderRefused) scan.register.refuse(path, describeError(error), clock())
      },
    )
    pace.progress()
    if (found !== null) scan.register.completeSweep(path, clock())
    seen += found ?? 0
  }
  scan.register.keepOnly(paths)
  const completed = isServed(paths[0], unscanned)
  if (completed && changedSince !== null) changedCalls.remember()
  return { seen, unscanned: new Set(unscanned.keys()), completed }
}

/** A folder beside the first one that the server doesn't open is told, and makes nothing worse. */
const isServed = (first: string | undefined, unscanned: ReadonlyMap<string, unknown>): boolean =>
  unscanned.size === 0 ||
  (!unscanned.has(first ?? '') && [...unscanned.values()].every(error => error instanceof FolderRefused))

/** What was refused meanwhile may hold mail of calls that changed. */
async function scanOne(path: string, changed: Date | null, needs: ScanNeeds): Promise<number> {
  const changedSince = needs.register.isRefused(path) ? needs.firstScan : changed
  const { seen, first } = await scanFolder(path, needs)
  return changedSince === null || first ? seen : seen + (await scanAgain(path, changedSince, needs))
}

async function concludeAll(
  messages: readonly WaitingMessage[],
  { intake, queue, pace }: SweepNeeds,
  errors: unknown[],
): Promise<Concluded> {
  const concluded: IntakeResult[] = []
  let more = false
  const goesOn = () => {
    more = pace.isEnough()
    return !more && !pace.signal.aborted
  }
  /** What the server doesn't hand over comes last next time. */
  const each = <Result>({ id }: WaitingMessage, work: () => Promise<Result>) =>
    alone(work, errors, error => queue.notGiven(id, describeError(error)))
  try {
    await pipeline(messages, {
      room: pace.room,
      goesOn,
      prepare: message => each(message, () => prepare(message, intake)),
      conclude: async (message, prepared) => {
        const result = prepared && (await each(message, () => conclude(message, prepared, intake)))
        pace.progress()
        if (result !== null) concluded.push(result)
      },
    })
  } catch (error) {
    cancel(queue)
    throw error
  }
  if (pace.signal.aborted) throw new Cancelled('the process is to end')
  return { concluded, errors, more }
}

/** What was under way is no fault of its own; where even that can't be written down, the next sweep does it. */
function cancel(queue: Queue): void {
  try {
    queue.cancelAll()
  } catch (error) {
    if (!isOurFault(error)) throw error
  }
}

/** A folder or a message that fails stops no other; what concerns the whole server or the machine does. */
async function alone<Result>(
  work: () => Promise<Result>,
  errors: unknown[],
  failed: (error: unknown) => void = () => undefined,
): Promise<Result | null> {
  try {
    return await work()
  } catch (error) {
    if (concernsServer(error) || isOurFault(error)) throw error
    failed(error)
    errors.push(error)
    return null
  }
}
