import type { Variables } from '../src/config/environment.ts'
import { LOGIN } from '../test/support/live-config.ts'
import { type RecordingProxy, startRecordingProxy } from '../test/support/recording-proxy.ts'
import { type Measurement, median, type Row, seconds } from './measurement.ts'
import { startShipped } from './process-time.ts'
import { MiB, peakBytes } from './processes.ts'
import { seedFolder } from './seed-folder.ts'
import { startStage } from './stage.ts'

const COUNT = 50_000
const DAY = 86_400_000

type Sweep = { readonly milliseconds: number; readonly peak: number; readonly bytes: number }

/** `shenbao sweep` as a process of its own: the first look at a folder of mail that concerns nobody, and the next one, with nothing new. */
export const measureFirstLook: Measurement = async runs => {
  const stage = await startStage(10)
  const proxy = await startRecordingProxy({ host: stage.dovecot.host, port: stage.dovecot.imapPort })
  const now = Date.now()
  const at = { user: LOGIN.user, folder: 'INBOX' }
  const found: Record<'first' | 'quiet', Sweep[]> = { first: [], quiet: [] }
  try {
    await seedFolder(stage.dovecot, at, { count: COUNT, from: new Date(now - DAY / 2), to: new Date(now) })
    for (let run = 0; run < runs; run++) {
      const port = String(proxy.port)
      const variables = { ...stage.variables(), SHENBAO_MAILBOX_FOLDERS: 'INBOX', SHENBAO_MAILBOX_PORT: port }
      found.first.push(await sweep(variables, proxy))
      found.quiet.push(await sweep(variables, proxy))
    }
  } finally {
    await proxy.stop()
    await stage.stop()
  }
  return [
    rowOf('the first look at a folder of 50,000 mails that concern nobody', found.first, {
      ...{ milliseconds: 6000, peak: 250 * MiB, bytes: Number.POSITIVE_INFINITY },
    }),
    rowOf('`sweep` with nothing new in it, counted within the hour', found.quiet, {
      ...{ milliseconds: 400, peak: Number.POSITIVE_INFINITY, bytes: 8192 },
    }),
  ]
}

function rowOf(what: string, sweeps: readonly Sweep[], most: Sweep): Row {
  const of = (key: keyof Sweep) => median(sweeps.map(one => one[key]))
  const limits = [
    `≤ ${seconds(most.milliseconds)}`,
    ...(Number.isFinite(most.peak) ? [`≤ ${most.peak / MiB} MB`] : []),
    ...(Number.isFinite(most.bytes) ? [`≤ ${most.bytes / 1024} KB`] : []),
  ]
  return {
    what,
    target: limits.join(', '),
    measured: `${seconds(of('milliseconds'))}, peak ${Math.round(of('peak') / MiB)} MB, ${of('bytes')} B both ways`,
    met: of('milliseconds') <= most.milliseconds && of('peak') <= most.peak && of('bytes') <= most.bytes,
  }
}

const SAMPLE_EVERY = 20

async function sweep(variables: Variables, proxy: RecordingProxy): Promise<Sweep> {
  const before = trafficOf(proxy)
  const begun = performance.now()
  const child = startShipped(['sweep'], variables)
  let peak = 0
  const sampling = setInterval(() => (peak = Math.max(peak, peakBytes(child.pid))), SAMPLE_EVERY)
  const { code, stderr } = await child.finished()
  clearInterval(sampling)
  if (code !== 0) throw new Error(`the sweep ended with ${code}: ${stderr.slice(-1000)}`)
  return { milliseconds: performance.now() - begun, peak, bytes: trafficOf(proxy) - before }
}

const trafficOf = (proxy: RecordingProxy): number => proxy.clientSaid().length + proxy.serverSaid().length
