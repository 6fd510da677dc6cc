import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { fileURLToPath } from 'node:url'
import { LOGIN } from '../test/support/live-config.ts'
import { waitFor } from '../test/support/ports.ts'
import { startShenbao } from '../test/support/shenbao-process.ts'
import { applications } from './applications.ts'
import { type Measurement, median, type Row, say, seconds, timed } from './measurement.ts'
import { type Stage, startStage } from './stage.ts'

const APPLICATIONS = 400
const FLOOR = fileURLToPath(new URL('floor.ts', import.meta.url))

/**
 * A mailbox full of applications, from the start of the process to the last reply that SMTP accepted; with two reader processes, with one,
 * and what reading alone would cost.
 */
export const measureBacklog: Measurement = async runs => {
  const stage = await startStage(APPLICATIONS)
  try {
    await stage.deliver(await applications(APPLICATIONS, stage.deadline))
    const times = { floor: [] as number[], two: [] as number[], one: [] as number[] }
    for (let run = 0; run < runs; run++) {
      times.floor.push(await timed(() => floor(stage, 2)))
      times.two.push(await answerAll(stage, 2))
      times.one.push(await answerAll(stage, 1))
      say(
        Object.entries(times)
          .map(([what, all]) => `${what} ${seconds(all.at(-1) ?? 0)}`)
          .join(', '),
      )
    }
    return rowsOf(median(times.floor), median(times.two), median(times.one))
  } finally {
    await stage.stop()
  }
}

const rowsOf = (floor: number, two: number, one: number): readonly Row[] => [
  {
    what: `backlog of ${APPLICATIONS} applications, Dovecot to last reply accepted, against the bare floor`,
    target: '≥ 0.8',
    measured: `${(floor / two).toFixed(2)} (${seconds(two)} against ${seconds(floor)}, ${((1000 * APPLICATIONS) / two).toFixed(0)} a second)`,
    met: floor / two >= 0.8,
  },
  {
    what: 'two reader processes against one, same backlog',
    target: '≥ 1.5 ×',
    measured: `${(one / two).toFixed(2)} × (${seconds(one)} with one)`,
    met: one / two >= 1.5,
  },
]

/** Milliseconds until every application is answered. */
async function answerAll({ smtp, variables }: Stage, readers: number): Promise<number> {
  const before = smtp.accepted.length
  const begun = performance.now()
  const worker = startShenbao(['run'], { ...variables(), SHENBAO_LIMITS_READERS: String(readers) })
  try {
    const isDone = () => smtp.accepted.length - before >= APPLICATIONS
    await waitFor(isDone, { what: 'the last reply', timeoutMs: 300_000 })
    return (smtp.accepted.at(-1)?.at ?? Number.NaN) - begun
  } catch (error) {
    say(worker.log().slice(-3000))
    throw error
  } finally {
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
