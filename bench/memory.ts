import { setTimeout as pause } from 'node:timers/promises'
import { waitFor } from '../test/support/ports.ts'
import { application, applications, type Delivered } from './applications.ts'
import { type Measurement, median, type Row } from './measurement.ts'
import { startShipped } from './process-time.ts'
import { childrenOf, MiB, residentBytes, watchTogether } from './processes.ts'
import { startStage } from './stage.ts'

const APPLICATIONS = 400
const LARGE = { mails: 20, bytes: 22 * MiB }
/** Longer than reader processes are kept without work. */
const QUIET = 15_000
const SAMPLE_EVERY = 50

/** Resident memory of the worker (VmRSS), its reader processes apart: before, during and after a backlog, and with huge mails. */
export const measureMemory: Measurement = async runs => {
  const found: Life[][] = [[], []]
  for (let run = 0; run < runs; run++) {
    found[0]?.push(await live(deadline => applications(APPLICATIONS, deadline), APPLICATIONS))
    found[1]?.push(await live(largeApplications, LARGE.mails))
  }
  const [backlog = [], large = []] = found
  const of = (lives: readonly Life[], what: keyof Life) => median(lives.map(life => life[what]))
  return [
    row('resident memory, idle after the start', 130, of(backlog, 'idle')),
    row(`resident memory, backlog of ${APPLICATIONS}, highest`, 250, of(backlog, 'highest')),
    row('resident memory, idle after the backlog', null, of(backlog, 'after')),
    row(`resident memory, ${LARGE.mails} mails of 30 MB, highest`, 400, of(large, 'highest')),
    row(`all processes together, ${LARGE.mails} mails of 30 MB, highest`, 600, of(large, 'together')),
    row('largest reader process, backlog / 30 MB', null, of(backlog, 'child'), of(large, 'child')),
    {
      what: 'reader processes left while idle',
      target: '0',
      measured: String(of([...backlog, ...large], 'childrenLeft')),
      met: of([...backlog, ...large], 'childrenLeft') === 0,
    },
  ]
}

const row = (what: string, limit: number | null, ...bytes: readonly number[]): Row => ({
  what,
  target: limit === null ? '' : `≤ ${limit} MB`,
  measured: bytes.map(one => `${Math.round(one / MiB)} MB`).join(' / '),
  met: limit === null ? null : (bytes[0] ?? Number.NaN) <= limit * MiB,
})

/** Bytes at moments of a worker's life. */
type Life = {
  readonly idle: number
  readonly highest: number
  readonly after: number
  readonly together: number
  readonly child: number
  readonly childrenLeft: number
}

/** A worker that starts on an empty mailbox and then finds these mails in it. */
async function live(make: (deadline: Date) => Promise<readonly Delivered[]>, count: number): Promise<Life> {
  const stage = await startStage(count)
  const mails = await make(stage.deadline)
  const worker = startShipped(['run'], stage.variables())
  const highest = { worker: 0, child: 0 }
  const sample = () => {
    highest.worker = Math.max(highest.worker, residentBytes(worker.pid))
    highest.child = Math.max(highest.child, ...childrenOf(worker.pid).map(residentBytes))
  }
  try {
    await waitFor(() => worker.log().includes('mailbox counted'), { what: 'the first round' })
    await pause(QUIET)
    const idle = residentBytes(worker.pid)
    const sampling = setInterval(sample, SAMPLE_EVERY)
    const together = watchTogether(worker.pid, 50)
    await stage.deliver(mails)
    await waitFor(() => stage.smtp.accepted.length >= count, { what: 'the last reply', timeoutMs: 300_000 })
    clearInterval(sampling)
    const all = together()
    await pause(QUIET)
    return {
      ...{ idle, highest: highest.worker, child: highest.child, after: residentBytes(worker.pid) },
      together: all,
      childrenLeft: childrenOf(worker.pid).length,
    }
  } finally {
    await worker.end('SIGTERM')
    await stage.stop()
  }
}

async function largeApplications(deadline: Date): Promise<readonly Delivered[]> {
  const mails: Delivered[] = []
  for (let index = 0; index < LARGE.mails; index++)
    mails.push(await application(index, { receivedAt: new Date(), deadline, bytes: LARGE.bytes }))
  return mails
}
