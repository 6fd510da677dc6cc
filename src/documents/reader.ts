import { type ChildProcess, fork } from 'node:child_process'
import { setPriority } from 'node:os'
import { fileURLToPath } from 'node:url'
import type { Call } from '../core/call/call.ts'
import type { Document, WhyUnreadable } from '../core/document/document.ts'
import type { FormReading } from '../core/form/form.ts'
import { noteReading } from '../core/judge/reading.ts'
import { Cancelled, MachineFault } from '../errors.ts'
import { isUnread } from './examine.ts'
import type { Finding } from './read-file.ts'
import { OUT_OF_TIME, PATIENCE } from './read-limits.ts'
import type { Answer, Job } from './reader-process.ts'
import { createTelling } from './told-calls.ts'

/** A child process that reads one file at a time. */
export type Reader = {
  /**
   * Every document of the job's file, with what it is as the form of each call noted (`readingOf`). When the process dies of it, or takes longer than the job may, those not read by then
   * are unreadable. Throws what is no document's fault: the process did not start, or was told to end (Cancelled).
   */
  readonly read: (job: ToRead) => Promise<Document[]>
  readonly isAlive: () => boolean
  /** From now on it keeps no process of ours from ending, until it reads again. */
  readonly rest: () => void
  /** Ends the process; a read under way throws Cancelled. */
  readonly end: () => Promise<void>
  readonly gone: Promise<void>
}

/** A job, and the calls as they are known here. */
export type ToRead = Omit<Job, 'calls'> & { readonly calls: readonly Call[] }

/** What a reader process may hold: in its JavaScript heap, and altogether. */
export type ReaderMemory = { readonly heapBytes: number; readonly totalBytes: number }

const PROGRAM = fileURLToPath(new URL('reader-process.ts', import.meta.url))
const MiB = 1024 * 1024

/** What V8 compiled of the parsers, which are large, and where types were stripped before. */
const COMPILE_CACHE = fileURLToPath(new URL('../../node_modules/.cache/compile', import.meta.url))

/** A small young generation, and what is freed goes back to the system at once: as for the worker (docs/performance.md). */
const YOUNG = '--max-semi-space-size=8'
const GIVEN_BACK = { MALLOC_MMAP_THRESHOLD_: '131072', MALLOC_ARENA_MAX: '2' }

/** Starts a reader. Of our environment it gets nothing: strangers' files are read beside no secret. */
export function startReader({ heapBytes, totalBytes }: ReaderMemory): Reader {
  const child = spawnReader(heapBytes, totalBytes)
  giveWay(child)
  const gone = new Promise<void>(resolve => {
    child.on('exit', () => resolve()).on('error', () => resolve())
  })
  const tell = createTelling()
  const ready = untilReady(child)
  ready.catch(() => undefined)
  return {
    async read(job) {
      child.ref()
      child.channel?.ref()
      await ready
      return await converse(child, job, tell)
    },
    isAlive: () => isAlive(child),
    rest() {
      child.unref()
      child.channel?.unref()
    },
    end() {
      // Whoever waits for the end must still be there when it comes.
      child.ref()
      child.kill('SIGTERM')
      return gone
    },
    gone,
  }
}

/** Where cores are few, the worker that decides and answers comes before the readers, of which there is always enough to read. */
const NICE = 5

function giveWay({ pid }: ChildProcess): void {
  try {
    if (pid !== undefined) setPriority(pid, NICE)
  } catch {
    // It has ended already, which shows elsewhere.
  }
}

/** Where the machine has nothing left, `fork` throws at once. */
function spawnReader(heapBytes: number, totalBytes: number): ChildProcess {
  try {
    return fork(PROGRAM, [String(totalBytes)], {
      execArgv: [YOUNG, `--max-old-space-size=${Math.max(1, Math.floor(heapBytes / MiB))}`],
      env: { NODE_COMPILE_CACHE: COMPILE_CACHE, ...GIVEN_BACK },
      serialization: 'advanced',
      stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
    })
  } catch (cause) {
    throw new MachineFault('a reader process did not start', { cause })
  }
}

const START_MS = 30_000

function untilReady(child: ChildProcess): Promise<void> {
  const { promise, resolve, reject } = Promise.withResolvers<void>()
  const fail = (cause: unknown) => reject(new MachineFault('a reader process did not start', { cause }))
  const timer = setTimeout(() => child.kill('SIGKILL'), START_MS)
  child.once('message', () => resolve())
  child.once('error', fail)
  child.once('exit', (code, signal) =>
    isToldToEnd(signal) ? reject(cancelled()) : fail(`ended with ${signal ?? code}`),
  )
  return promise.finally(() => clearTimeout(timer))
}

function converse(child: ChildProcess, job: ToRead, tell: ReturnType<typeof createTelling>): Promise<Document[]> {
  const { promise, resolve, reject } = Promise.withResolvers<Document[]>()
  let documents: Document[] = [job.document]
  const listen = (answer: Answer) => {
    if (answer.step === 'done') resolve(documents)
    else if (answer.step === 'failed') reject(new Error(`reading failed in its process: ${answer.message}`))
    else if (answer.step === 'understood') noteAll(documents[answer.index], job.calls, answer.readings)
    else if (answer.step !== 'ready') documents = noted(documents, answer)
  }
  const onExit = (_code: number | null, signal: NodeJS.Signals | null) =>
    isToldToEnd(signal)
      ? reject(cancelled())
      : resolve(givenUp(documents, signal === OUT_OF_TIME ? 'timeout' : 'too-large'))
  const timer = setTimeout(() => {
    resolve(givenUp(documents, 'timeout'))
    child.kill('SIGKILL')
  }, job.milliseconds * PATIENCE)
  child.on('message', listen).once('exit', onExit)
  // What goes wrong in sending shows in the child's exit, unless that has been already.
  if (!hasExited(child)) child.send({ ...job, calls: job.calls.map(tell) } satisfies Job, () => undefined)
  else reject(isToldToEnd(child.signalCode) ? cancelled() : new Error('a reader process ended while it waited'))
  return promise.finally(() => {
    clearTimeout(timer)
    child.off('message', listen).off('exit', onExit)
  })
}

function noteAll(document: Document | undefined, calls: readonly Call[], readings: readonly FormReading[]): void {
  for (const [at, call] of calls.entries()) {
    const reading = readings[at]
    if (document !== undefined && reading !== undefined) noteReading(document, call, reading)
  }
}

const noted = (documents: Document[], finding: Finding): Document[] =>
  finding.step === 'found' ? [...finding.documents] : documents.with(finding.index, finding.document)

const givenUp = (documents: readonly Document[], why: WhyUnreadable): Document[] =>
  documents.map(document => (isUnread(document) ? { ...document, why } : document))

const hasExited = ({ exitCode, signalCode }: ChildProcess): boolean => exitCode !== null || signalCode !== null

/** At its exit a child may still count as connected. */
const isAlive = (child: ChildProcess): boolean => child.connected && !child.killed && !hasExited(child)

/** Ended by `end`, or by the signal that ends this whole process group: not by what was read. */
const isToldToEnd = (signal: NodeJS.Signals | null): boolean =>
  signal === 'SIGTERM' || signal === 'SIGINT' || signal === 'SIGHUP'

const cancelled = (): Cancelled => new Cancelled('reading was cancelled')
