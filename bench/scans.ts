import { readFileSync } from 'node:fs'
import { setTimeout as pause } from 'node:timers/promises'
import { composeMail } from '../test/support/compose-mail.ts'
import { LOGIN } from '../test/support/live-config.ts'
import { waitFor } from '../test/support/ports.ts'
import { scanPages } from '../test/support/scans/make-scan.ts'
import { picturesPdf } from '../test/support/scans/pictures-pdf.ts'
import type { ShenbaoProcess } from '../test/support/shenbao-process.ts'
import { application, branchNamed } from './applications.ts'
import { type Measurement, median, type Row, seconds } from './measurement.ts'
import { startShipped } from './process-time.ts'
import { childrenOf, MiB, residentBytes } from './processes.ts'
import { type Stage, startStage } from './stage.ts'

const [DELIVERIES, SCANS] = [12, 20]
const BETWEEN = 1500
const FORM = readFileSync(new URL('../test/fixtures/forms/a.pdf', import.meta.url))

/** Whether answers come as fast, and the worker stays as small, while scans wait to be recognised. */
export const measureScans: Measurement = async runs => {
  const pages = await scanPages(FORM, { dpi: 150, quality: 70 })
  const scan = await picturesPdf(pages)
  const found: Phases[] = []
  for (let run = 0; run < runs; run++) found.push(await phases(scan))
  const of = (what: (one: Phases) => number) => median(found.map(what))
  const [before, during] = [of(one => one.before.answer), of(one => one.during.answer)]
  const memory = [of(one => one.before.worker), of(one => one.during.worker)]
  return [
    {
      what: `median answer while ${SCANS} scans of ${pages.length} pages wait, against none`,
      target: '≤ 1.5 ×',
      measured: `${(during / before).toFixed(2)} × (${seconds(during)} / ${seconds(before)})`,
      met: during <= 1.5 * before,
    },
    row('worker while scans wait, against before', memory),
    row('largest of its other processes then', [of(one => one.during.other)]),
  ]
}

const row = (what: string, bytes: readonly number[]): Row => ({
  what,
  target: '',
  measured: bytes
    .toReversed()
    .map(one => `${Math.round(one / MiB)} MB`)
    .join(' / '),
  met: null,
})

/** Milliseconds of the median answer; bytes of the worker and of the largest process beside it, at the most. */
type Phase = { readonly answer: number; readonly worker: number; readonly other: number }
type Phases = { readonly before: Phase; readonly during: Phase }

async function phases(scan: Buffer): Promise<Phases> {
  const stage = await startStage(SCANS + 2 * DELIVERIES)
  const worker = startShipped(['run'], stage.variables())
  try {
    await waitFor(() => worker.log().includes('mailbox counted'), { what: 'the first round' })
    const before = await deliverAndWait(stage, worker, 0)
    await deliverScans(stage, scan)
    await waitFor(() => stage.smtp.accepted.length >= DELIVERIES + SCANS, { what: 'the letters', timeoutMs: 120_000 })
    await waitFor(() => worker.log().includes('scan recognised'), { what: 'the first page', timeoutMs: 120_000 })
    return { before, during: await deliverAndWait(stage, worker, DELIVERIES) }
  } finally {
    await worker.end('SIGTERM')
    await stage.stop()
  }
}

async function deliverScans({ dovecot }: Stage, scan: Buffer): Promise<void> {
  for (let index = 2 * DELIVERIES; index < 2 * DELIVERIES + SCANS; index++) {
    const from = `branch${index}@branch.example`
    const subject = `党建工作样板支部申报书-机械工程学院${branchNamed(index)}`
    const files = [{ name: `${subject}.pdf`, bytes: scan }]
    await dovecot.deliver(LOGIN.user, await composeMail({ from, subject, files, receivedAt: new Date() }), { from })
  }
}

async function deliverAndWait(stage: Stage, worker: ShenbaoProcess, first: number): Promise<Phase> {
  const begun = new Map<string, number>()
  let [own, other] = [0, 0]
  const sampling = setInterval(() => {
    own = Math.max(own, residentBytes(worker.pid))
    other = Math.max(other, ...childrenOf(worker.pid).map(residentBytes))
  }, 200)
  const answered = () => stage.smtp.accepted.filter(({ to }) => begun.has(to[0] ?? ''))
  for (let index = first; index < first + DELIVERIES; index++) {
    const from = `branch${index}@branch.example`
    const { source } = await application(index, { receivedAt: new Date(), deadline: stage.deadline })
    await pause(BETWEEN)
    await stage.dovecot.deliver(LOGIN.user, source, { from })
    begun.set(from, performance.now())
  }
  await waitFor(() => answered().length >= DELIVERIES, { what: 'the last reply', timeoutMs: 120_000 })
  clearInterval(sampling)
  const answers = answered().map(({ to, at }) => at - (begun.get(to[0] ?? '') ?? Number.NaN))
  return { answer: median(answers), worker: own, other }
}
