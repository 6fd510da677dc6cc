import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { fileURLToPath } from 'node:url'
import { LOGIN } from '../test/support/live-config.ts'
import { waitFor } from '../test/support/ports.ts'
import { applications } from './applications.ts'
import { type Measurement, median, type Row, say, seconds, timed } from './measurement.ts'
import { startShipped } from './process-time.ts'
import { MiB, processorTime, watchTogether } from './processes.ts'
import { type Stage, startStage } from './stage.ts'

/** Fewer, to try it. */
const APPLICATIONS = Number(process.env.SHENBAO_BENCH_APPLICATIONS ?? 400)
const FLOOR = fileURLToPath(new URL('floor.ts', import.meta.url))

/** What it costs to answer everything: milliseconds, milliseconds of processor time, bytes of all processes together at the most. */
type Cost = { readonly time: number; readonly processor: number; readonly peak: number }

/**
 * A mailbox full of applications, from the start of the process to the last reply that SMTP accepted, and what reading alone would cost, on
 * two threads and on one.
 */
export const measureBacklog: Measurement = async runs => {
  const stage = await startStage(APPLICATIONS)
  try {
    await stage.deliver(await applications(APPLICATIONS, stage.deadline))
    const floors = { two: [] as number[], one: [] as number[] }
    const costs: Cost[] = []
    for (let run = 0; run < runs; run++) {
      floors.two.push(await timed(() => floor(stage, 2)))
      const cost = await answerAll(stage)
      costs.push(cost)
      floors.one.push(await timed(() => floor(stage, 1)))
      const [two, one] = [floors.two, floors.one].map(all => seconds(all.at(-1) ?? 0))
      say(`floor ${two}, on one thread ${one}, answered ${seconds(cost.time)}, processor ${seconds(cost.processor)}`)
    }
    return rowsOf(median(floors.two), median(floors.one), costs)
  } finally {
    await stage.stop()
  }
}

function rowsOf(two: number, one: number, costs: readonly Cost[]): readonly Row[] {
  const of = (what: keyof Cost) => median(costs.map(cost => cost[what]))
  const [time, each, peak] = [of('time'), of('processor') / APPLICATIONS, of('peak') / MiB]
  return [
    against('two threads', { floor: two, time, target: 1.05 }),
    against('one thread', { floor: one, time, target: 0.95 }),
    {
      what: 'processor time an application, worker and readers',
      target: '≤ 13 ms',
      measured: `${each.toFixed(1)} ms`,
      met: each <= 13,
    },
    {
      what: `peak of all processes together, backlog of ${APPLICATIONS}`,
      target: '≤ 450 MB',
      measured: `${peak.toFixed(0)} MB`,
      met: peak <= 450,
    },
  ]
}

type Against = { readonly floor: number; readonly time: number; readonly target: number }

const against = (threads: string, { floor, time, target }: Against): Row => ({
  what: `backlog of ${APPLICATIONS} applications, Dovecot to last reply accepted, against the bare floor on ${threads}`,
  target: `≥ ${target}`,
  measured: `${(floor / time).toFixed(2)} (${seconds(time)} against ${seconds(floor)}, ${((1000 * APPLICATIONS) / time).toFixed(0)} a second)`,
  met: floor / time >= target,
})

async function answerAll({ smtp, variables }: Stage): Promise<Cost> {
  const before = smtp.accepted.length
  const begun = performance.now()
  const worker = startShipped(['run'], variables())
  const peak = watchTogether(worker.pid, 250)
  try {
    const isDone = () => smtp.accepted.length - before >= APPLICATIONS
    await waitFor(isDone, { what: 'the last reply', timeoutMs: 300_000 })
    const time = (smtp.accepted.at(-1)?.at ?? Number.NaN) - begun
    return { time, processor: processorTime(worker.pid), peak: peak() }
  } catch (error) {
    say(worker.log().slice(-3000))
    throw error
  } finally {
    peak()
    await worker.end('SIGTERM')
  }
}

async function floor({ dovecot }: Stage, threads: number): Promise<void> {
  const child = spawn(process.execPath, [FLOOR, String(dovecot.imapPort), String(threads)], {
    env: { PATH: process.env.PATH, ...LOGIN },
    stdio: ['ignore', 'ignore', 'inherit'],
  })
  const [code] = await once(child, 'close')
  if (code !== 0) throw new Error(`the floor ended with ${code}`)
}
