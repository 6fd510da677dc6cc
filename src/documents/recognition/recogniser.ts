import { type ChildProcess, fork } from 'node:child_process'
import { setPriority } from 'node:os'
import { fileURLToPath } from 'node:url'
import { Cancelled, MachineFault } from '../../errors.ts'
import { OUT_OF_TIME, PATIENCE } from '../read-limits.ts'
import type { PageJob, PageResult, RecogniserAnswer, TimedPageJob } from './page-job.ts'

/** `pageSeconds` of processor time for one page, `memory` in bytes for the process, as the operating system counts it. */
type RecogniserLimits = { readonly pageSeconds: number; readonly memory: number }

export type Recogniser = {
  /**
   * Recognises one page, one after another. Whatever the page does is a value; throws MachineFault where recognition is missing or
   * broken on this machine, Cancelled after `close`.
   */
  readonly recognise: (job: PageJob) => Promise<PageResult>
  /** Ends the process, which holds the models, until the next page. */
  readonly rest: () => void
  readonly close: () => Promise<void>
}

const PROGRAM = fileURLToPath(new URL('recogniser-process.ts', import.meta.url))
const START_MS = 60_000
/** Nothing waits for it: everything else comes first. */
const NICEST = 19

/** Recognition in a process of its own, started with the first page: a heap limit bounds nothing native, so its whole size is watched. */
export function createRecogniser({ pageSeconds, memory }: RecogniserLimits): Recogniser {
  let child: ChildProcess | null = null
  let isClosed = false
  let turn: Promise<unknown> = Promise.resolve()

  async function recognise(job: PageJob): Promise<PageResult> {
    if (isClosed) throw new Cancelled('recognition is closed')
    if (child === null || !isAlive(child)) child = await started(memory)
    return await converse(child, { ...job, milliseconds: pageSeconds * 1000 }).catch(error => {
      if (isClosed) throw new Cancelled('recognition is closed', { cause: error })
      throw error
    })
  }
  return {
    recognise(job) {
      const result = turn.then(() => recognise(job))
      turn = result.catch(() => undefined)
      return result
    },
    rest() {
      child?.kill('SIGKILL')
      child = null
    },
    async close() {
      isClosed = true
      const [ending, running] = [child, turn]
      ending?.kill('SIGKILL')
      await running
    },
  }
}

const isAlive = ({ connected, killed, exitCode, signalCode }: ChildProcess): boolean =>
  connected && !killed && exitCode === null && signalCode === null

/** Of our environment it gets nothing: strangers' pictures are looked at beside no secret. */
async function started(memory: number): Promise<ChildProcess> {
  const child = fork(PROGRAM, [String(memory)], {
    env: {},
    serialization: 'advanced',
    stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
  })
  const { promise, resolve, reject } = Promise.withResolvers<void>()
  const fail = (message: string, cause?: unknown) => {
    child.kill('SIGKILL')
    reject(new MachineFault(`recognition did not start: ${message}`, { cause }))
  }
  const timer = setTimeout(() => fail(`not ready after ${START_MS / 1000} s`), START_MS)
  child.once('error', cause => fail('the process could not be started', cause))
  child.once('exit', (code, signal) => fail(`ended with ${signal ?? code}`))
  child.once('message', (answer: RecogniserAnswer) =>
    answer.step === 'broken' ? fail(answer.message) : resolve(giveWay(child)),
  )
  await promise.finally(() => {
    clearTimeout(timer)
    child.removeAllListeners('exit')
  })
  child.unref()
  child.channel?.unref()
  return child
}

function giveWay({ pid }: ChildProcess): void {
  try {
    if (pid !== undefined) setPriority(pid, NICEST)
  } catch {
    // It has ended already, which shows elsewhere.
  }
}

function converse(child: ChildProcess, job: TimedPageJob): Promise<PageResult> {
  const { promise, resolve } = Promise.withResolvers<PageResult>()
  const failed = (why: 'timeout' | 'too-large') => resolve({ status: 'failed', why, pages: null })
  const onMessage = (answer: RecogniserAnswer) => {
    if (answer.step === 'done') resolve(answer.result)
  }
  const onExit = (_code: number | null, signal: NodeJS.Signals | null) =>
    failed(signal === OUT_OF_TIME ? 'timeout' : 'too-large')
  const timer = setTimeout(() => {
    failed('timeout')
    child.kill('SIGKILL')
  }, job.milliseconds * PATIENCE)
  child.on('message', onMessage).once('exit', onExit)
  child.ref()
  child.channel?.ref()
  child.send(job, error => {
    if (error !== null) failed('too-large')
  })
  return promise.finally(() => {
    clearTimeout(timer)
    child.off('message', onMessage).off('exit', onExit)
    child.unref()
    child.channel?.unref()
  })
}
