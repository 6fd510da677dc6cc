import { setTimeout as pause } from 'node:timers/promises'
import { LOGIN } from '../test/support/live-config.ts'
import { waitFor } from '../test/support/ports.ts'
import { application } from './applications.ts'
import { type Measurement, median, percentile, seconds } from './measurement.ts'
import { startShipped } from './process-time.ts'
import { type Stage, startStage } from './stage.ts'

const DELIVERIES = 24
/** Milliseconds between two deliveries, over and over: the first one finds the reader processes ended. */
const GAPS = [12_000, 2000, 500, 50]

/** From a delivery over LMTP to the reply that SMTP accepted, while the worker listens (IDLE). */
export const measureDelivery: Measurement = async runs => {
  const all: number[] = []
  for (let run = 0; run < runs; run++) {
    const stage = await startStage(DELIVERIES)
    try {
      all.push(...(await deliverAndWait(stage)))
    } finally {
      await stage.stop()
    }
  }
  const p95 = percentile(all, 0.95)
  return [
    {
      what: `delivery to reply accepted by SMTP, with IDLE, p95 of ${all.length}`,
      target: '≤ 2 s',
      measured: `${seconds(p95)} (median ${seconds(median(all))}, longest ${seconds(Math.max(...all))})`,
      met: p95 <= 2000,
    },
  ]
}

/** Milliseconds that each reply took. */
async function deliverAndWait({ dovecot, smtp, deadline, variables }: Stage): Promise<readonly number[]> {
  const worker = startShipped(['run'], variables())
  try {
    await waitFor(() => worker.log().includes('worker started'), { what: 'the worker to start' })
    const delivered = new Map<string, number>()
    for (let index = 0; index < DELIVERIES; index++) {
      const { source } = await application(index, { receivedAt: new Date(), deadline })
      await pause(GAPS[index % GAPS.length])
      await dovecot.deliver(LOGIN.user, source, { from: `branch${index}@branch.example` })
      delivered.set(`branch${index}@branch.example`, performance.now())
    }
    await waitFor(() => smtp.accepted.length >= DELIVERIES, { what: 'the last reply', timeoutMs: 90_000 })
    return smtp.accepted.map(({ to, at }) => at - (delivered.get(to[0] ?? '') ?? Number.NaN))
  } finally {
    await worker.end('SIGTERM')
  }
}
