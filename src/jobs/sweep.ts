import type { UnsettledMessage } from '../core/application/recorded-message.ts'
import { Cancelled, concernsServer, describeError, isOurFault } from '../errors.ts'
import { intake } from './intake.ts'
import type { IntakeNeeds, IntakeResult } from './intake-needs.ts'
import { type LookNeeds, lookAgain, lookThrough } from './look.ts'
import { type Room, sideBySide } from './side-by-side.ts'

/** What a sweep needs: the mailbox to look at, and the tables that remember what was seen. */
export type SweepNeeds = IntakeNeeds &
  LookNeeds & {
    readonly folderNames: readonly string[]
    /** Aborted when the process is to end: no message is begun any more. */
    readonly signal: AbortSignal
    readonly attempts: {
      /** What this process began and could neither end nor write down so. */
      cancelAll(): number
      suspects(now: Date): readonly UnsettledMessage[]
    }
    readonly changedCalls: {
      /** The earliest announcement of the calls that appeared or changed since the mailbox was looked through for them, or null. */
      announced(): Date | null
      remember(): void
    }
    /** How many messages are fetched and read ahead of those that are being decided. */
    readonly room: Room
    /** Asked between messages: whether the mailbox should be looked at again before the others. */
    readonly isEnough: () => boolean
    /** Called at each sign that the work gets on. */
    readonly progress: () => void
  }

/** What became of messages that may be applications, what failed, and whether some were left for the next sweep, which may begin at once. */
export type Settled = {
  readonly settled: readonly IntakeResult[]
  readonly errors: readonly unknown[]
  readonly more: boolean
}

/** `seen`: messages met for the first time; `completed`: every folder was looked through. */
export type SweepResult = Settled & { readonly seen: number; readonly completed: boolean }

/** Looks through the mailbox once: records what is new, then settles everything that isn't settled. */
export async function sweep(needs: SweepNeeds): Promise<SweepResult> {
  needs.attempts.cancelAll()
  const errors: unknown[] = []
  const { seen, unlooked } = await look(needs, errors)
  // In a folder that could not be looked through, a UID may be out of date.
  const unsettled = needs.messages.unsettled().filter(({ folder }) => !unlooked.has(folder))
  const settled = await settleAll(unsettled, needs, errors)
  return { ...settled, seen, completed: unlooked.size === 0 }
}

/** Messages during which the process died before: one by one and after everything else, so that they hold up nobody should it die again. */
export const settleSuspects = (needs: SweepNeeds): Promise<Settled> =>
  settleAll(needs.attempts.suspects(needs.clock()), { ...needs, room: ALONE }, [])

const ALONE: Room = { atOnce: 1, bytes: 0 }

type Look = { readonly seen: number; readonly unlooked: ReadonlySet<string> }

async function look(needs: SweepNeeds, errors: unknown[]): Promise<Look> {
  const paths = await needs.mailbox.resolveFolders(needs.folderNames)
  const changedSince = needs.changedCalls.announced()
  const unlooked = new Set<string>()
  let seen = 0
  // The first one is listened to afterwards: so it is the one that is open then.
  for (const path of [...paths].reverse()) {
    const found = await alone(() => lookAt(path, changedSince, needs), errors)
    needs.progress()
    if (found === null) unlooked.add(path)
    else needs.folders.completeSweep(path, needs.clock())
    seen += found ?? 0
  }
  needs.folders.keepOnly(paths)
  if (unlooked.size === 0 && changedSince !== null) needs.changedCalls.remember()
  return { seen, unlooked }
}

async function lookAt(path: string, changedSince: Date | null, needs: SweepNeeds): Promise<number> {
  const { seen, first } = await lookThrough(path, needs)
  return changedSince === null || first ? seen : seen + (await lookAgain(path, changedSince, needs))
}

async function settleAll(
  messages: readonly UnsettledMessage[],
  needs: SweepNeeds,
  errors: unknown[],
): Promise<Settled> {
  const settled: IntakeResult[] = []
  let more = false
  const goesOn = () => {
    more = needs.isEnough()
    return !more && !needs.signal.aborted
  }
  const work = async (message: UnsettledMessage, turn: Promise<void>) => {
    const result = await alone(() => settleOne(message, turn, needs), errors)
    needs.progress()
    if (result !== null) settled.push(result)
  }
  await sideBySide(messages, { room: needs.room, goesOn, work })
  if (needs.signal.aborted) throw new Cancelled('the process is to end')
  return { settled, errors, more }
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
async function settleOne(message: UnsettledMessage, turn: Promise<void>, needs: SweepNeeds): Promise<IntakeResult> {
  try {
    return await intake(message, turn, needs)
  } catch (error) {
    if (!concernsServer(error) && !isOurFault(error)) needs.messages.countFailedFetch(message.id, describeError(error))
    throw error
  }
}
