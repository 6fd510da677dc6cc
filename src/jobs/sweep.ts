import type { UnsettledMessage } from '../core/application/recorded-message.ts'
import { Cancelled, concernsServer, describeError, isOurFault } from '../errors.ts'
import { conclude, prepare } from './intake.ts'
import type { IntakeNeeds, IntakeResult } from './intake-needs.ts'
import { type LookNeeds, lookAgain, lookThrough } from './look.ts'
import { pipeline, type Room } from './pipeline.ts'

/** The messages that wait for their conclusion. */
export type Queue = {
  /** Those tried least first. */
  waiting(): readonly UnsettledMessage[]
  /** Those during which the process died, and whose time has come. */
  suspects(now: Date): readonly UnsettledMessage[]
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
  readonly look: LookNeeds
  readonly changedCalls: ChangedCalls
  readonly queue: Queue
  readonly intake: IntakeNeeds
  readonly pace: Pace
}

/** What became of messages that may be applications, what failed, and whether some were left for the next sweep, which may begin at once. */
export type Settled = {
  readonly settled: readonly IntakeResult[]
  readonly errors: readonly unknown[]
  readonly more: boolean
}

/** `seen`: messages met for the first time; `completed`: every folder was looked through. */
export type SweepResult = Settled & { readonly seen: number; readonly completed: boolean }

/** Looks through the mailbox once: records what is new, then concludes everything that waits for it. */
export async function sweep(needs: SweepNeeds): Promise<SweepResult> {
  needs.queue.cancelAll()
  const errors: unknown[] = []
  const { seen, unlooked } = await look(needs, errors)
  // In a folder that could not be looked through, a UID may be out of date.
  const waiting = needs.queue.waiting().filter(({ folder }) => !unlooked.has(folder))
  const settled = await concludeAll(waiting, needs, errors)
  return { ...settled, seen, completed: unlooked.size === 0 }
}

/** Messages during which the process died before: one by one and after everything else, so that they hold up nobody should it die again. */
export const settleSuspects = (needs: SweepNeeds): Promise<Settled> =>
  concludeAll(needs.queue.suspects(needs.clock()), { ...needs, pace: { ...needs.pace, room: ALONE } }, [])

const ALONE: Room = { atOnce: 1, bytes: 0 }

type Look = { readonly seen: number; readonly unlooked: ReadonlySet<string> }

async function look({ look, changedCalls, pace, clock }: SweepNeeds, errors: unknown[]): Promise<Look> {
  const paths = await look.mailbox.resolveFolders(look.folderNames)
  const changedSince = changedCalls.announced()
  const unlooked = new Set<string>()
  let seen = 0
  // The first one is listened to afterwards: so it is the one that is open then.
  for (const path of [...paths].reverse()) {
    const found = await alone(() => lookAt(path, changedSince, look), errors)
    pace.progress()
    if (found === null) unlooked.add(path)
    else look.register.completeSweep(path, clock())
    seen += found ?? 0
  }
  look.register.keepOnly(paths)
  if (unlooked.size === 0 && changedSince !== null) changedCalls.remember()
  return { seen, unlooked }
}

async function lookAt(path: string, changedSince: Date | null, needs: LookNeeds): Promise<number> {
  const { seen, first } = await lookThrough(path, needs)
  return changedSince === null || first ? seen : seen + (await lookAgain(path, changedSince, needs))
}

async function concludeAll(
  messages: readonly UnsettledMessage[],
  { intake, queue, pace }: SweepNeeds,
  errors: unknown[],
): Promise<Settled> {
  const settled: IntakeResult[] = []
  let more = false
  const goesOn = () => {
    more = pace.isEnough()
    return !more && !pace.signal.aborted
  }
  /** What the server doesn't hand over comes last next time. */
  const each = <Result>({ id }: UnsettledMessage, work: () => Promise<Result>) =>
    alone(work, errors, error => queue.notGiven(id, describeError(error)))
  try {
    await pipeline(messages, {
      room: pace.room,
      goesOn,
      prepare: message => each(message, () => prepare(message, intake)),
      conclude: async (message, prepared) => {
        const result = prepared && (await each(message, () => conclude(message, prepared, intake)))
        pace.progress()
        if (result !== null) settled.push(result)
      },
    })
  } catch (error) {
    cancel(queue)
    throw error
  }
  if (pace.signal.aborted) throw new Cancelled('the process is to end')
  return { settled, errors, more }
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
