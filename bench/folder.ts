import { type App, createApp } from '../src/app.ts'
import type { Config } from '../src/config/config.ts'
import type { Variables } from '../src/config/environment.ts'
import { loadConfig } from '../src/config/load.ts'
import { createLog } from '../src/log.ts'
import { newMemory } from '../src/worker/memory.ts'
import { round } from '../src/worker/round.ts'
import { LOGIN } from '../test/support/live-config.ts'
import { type RecordingProxy, startRecordingProxy } from '../test/support/recording-proxy.ts'
import { countRow, recordAll } from './counted.ts'
import { type Measurement, median, type Row, say } from './measurement.ts'
import { HEADER_BYTES, seedFolder, thinOut } from './seed-folder.ts'
import { type Stage, startStage } from './stage.ts'
import { type Traffic, trafficOf } from './wire.ts'

const LARGE = 100_000
const SMALL = [100, 1000] as const
const NEW = 2000
const DAY = 86_400_000
const INBOX = { user: LOGIN.user, folder: 'INBOX' }

/** What a folder of 100,000 messages, ten years old, costs: a sweep with nothing new, an idle round, new mail, and the count of all. */
export const measureFolder: Measurement = async runs => {
  const stage = await startStage(10)
  const proxy = await startRecordingProxy({ host: stage.dovecot.host, port: stage.dovecot.imapPort })
  const variables = stage.variables()
  const direct = { ...variables, SHENBAO_MAILBOX_FOLDERS: 'INBOX' }
  const desk = { proxy, variables: { ...variables, SHENBAO_MAILBOX_PORT: String(proxy.port) } }
  try {
    await seedOld(stage)
    const looks = [...(await quietRows(desk)), await idleRow(desk, runs), await newRow(stage, desk)]
    say('counting')
    const older = await countRow('recorded or older than the first look', direct, runs)
    recordAll(direct)
    const recorded = await countRow('all recorded', direct, runs)
    thinOut(stage.dovecot, INBOX)
    return [...looks, older, recorded, await countRow('every second one deleted', direct, runs)]
  } finally {
    await proxy.stop()
    await stage.stop()
  }
}

async function seedOld({ dovecot }: Stage): Promise<void> {
  const [from, to] = [new Date(Date.now() - 3650 * DAY), new Date(Date.now() - 5 * DAY)]
  const folders = { F100: SMALL[0], F1000: SMALL[1], INBOX: LARGE, Junk: SMALL[0] }
  for (const [folder, count] of Object.entries(folders)) {
    say(`writing ${folder}`)
    await seedFolder(dovecot, { ...INBOX, folder }, { count, from, to })
  }
}

/** A database, and the wire between worker and server. */
type Desk = { readonly proxy: RecordingProxy; readonly variables: Variables }

async function working<Result>(
  folders: string,
  { variables }: Desk,
  use: (app: App, config: Config) => Promise<Result>,
): Promise<Result> {
  const config = loadConfig(variables.SHENBAO_CONFIG ?? '', { ...variables, SHENBAO_MAILBOX_FOLDERS: folders })
  const app = createApp(config, { clock: () => new Date(), log: createLog('silent') })
  try {
    return await use(app, config)
  } finally {
    await app.close()
  }
}

/** The first sweep, which logs in, and the second, which finds nothing new. */
const twoSweeps = (folders: string, desk: Desk): Promise<{ readonly first: Traffic; readonly quiet: Traffic }> =>
  working(folders, desk, async app => ({
    first: await trafficOf(desk.proxy, () => app.sweep()),
    quiet: await trafficOf(desk.proxy, () => app.sweep()),
  }))

async function quietRows(desk: Desk): Promise<readonly Row[]> {
  const small = (await twoSweeps('F100', desk)).quiet
  const middling = (await twoSweeps('F1000', desk)).quiet
  const { first, quiet } = await twoSweeps('INBOX', desk)
  const both = (await twoSweeps('INBOX,\\Junk', desk)).quiet
  const trips = quiet.commands.filter(command => !command.startsWith('EXAMINE ')).length
  return [
    {
      what: 'sweep with nothing new in a folder of 100,000: commands after EXAMINE, bytes both ways with it',
      target: '≤ 3, ≤ 4 KB, not growing',
      measured: `${trips}, ${quiet.bytes} B (${small.bytes} B with 100, ${middling.bytes} B with 1,000): ${namesOf(quiet)}`,
      // The numbers have more digits.
      met: trips <= 3 && quiet.bytes <= 4096 && quiet.bytes - small.bytes < 64,
    },
    {
      what: 'the same, INBOX and \\Junk',
      target: '≤ 4 KB',
      measured: `${both.bytes} B: ${namesOf(both)}`,
      met: both.bytes <= 4096,
    },
    untargeted(
      'first look at a folder of 100,000 messages older than `since`, with the login',
      `${first.bytes} B in ${first.commands.length} commands`,
    ),
  ]
}

const namesOf = ({ commands }: Traffic): string =>
  commands.map(command => /^(?:UID )?\S+/.exec(command)?.[0] ?? '').join(', ')

const untargeted = (what: string, measured: string): Row => ({ what, target: '', measured, met: null })

async function idleRow(desk: Desk, runs: number): Promise<Row> {
  const times = await working('INBOX,\\Junk', desk, async (app, config) => {
    const worker = { app, config, log: createLog('silent') }
    const memory = newMemory()
    await round(worker, memory)
    const all: number[] = []
    for (let run = 0; run < 10 * runs; run++) {
      const before = process.cpuUsage()
      await round(worker, memory)
      const { user, system } = process.cpuUsage(before)
      all.push((user + system) / 1000)
    }
    return all
  })
  return untargeted('processor time of a round with nothing to do', `${median(times).toFixed(1)} ms`)
}

async function newRow({ dovecot }: Stage, desk: Desk): Promise<Row> {
  const now = Date.now()
  await seedFolder(dovecot, INBOX, { count: NEW, from: new Date(now - DAY / 2), to: new Date(now) })
  const { first } = await twoSweeps('INBOX', desk)
  return untargeted(
    `${NEW.toLocaleString('en')} new mails that concern nobody`,
    `${Math.round(first.bytes / NEW)} B each, ${HEADER_BYTES} of them the header, in ${first.commands.length} commands`,
  )
}
