import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { closeParts, createParts, type Parts } from '../../src/app/parts.ts'
import { sweepNeeds } from '../../src/app/sweep.ts'
import type { Config } from '../../src/config/config.ts'
import { isOutside } from '../../src/errors.ts'
import { sweep } from '../../src/jobs/sweep.ts'
import { lazy } from '../../src/lazy.ts'
import { createLog } from '../../src/log.ts'
import { createMailbox } from '../../src/mail/mailbox.ts'
import { composeMail } from '../support/compose-mail.ts'
import { type EmbeddedImap, startEmbeddedImap } from '../support/embedded-imap.ts'
import { type Fault, type FaultProxy, startFaultProxy } from '../support/fault-proxy.ts'
import { LOGIN, liveConfig } from '../support/live-config.ts'

const NAME = '党建工作样板支部申报书-机械工程学院'
const AT = new Date('2024-05-15T09:00:00+08:00')
const CUTS = 16
const HOLES = 6
/** Milliseconds. */
const PATIENT = 20_000
const IMPATIENT = 300

let imap: EmbeddedImap
let proxy: FaultProxy
let folder: string
let config: Config
let runs = 0
let parts: Parts
/** What the server says in a sweep over a line that is whole. */
let said: number

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'shenbao-lines-'))
  imap = await startEmbeddedImap(LOGIN)
  const mails = [`${NAME}教工第一党支部`, '中午吃什么', `${NAME}教工第二党支部`]
  for (const subject of mails) {
    const from = `${mails.indexOf(subject)}@branch.example`
    imap.deliver(await composeMail({ from, subject, receivedAt: AT }), AT)
  }
  proxy = await startFaultProxy({ host: '127.0.0.1', port: imap.port })
  config = liveConfig({ imap: proxy.port, smtp: 1 }, {})
  start()
  await sweep(sweepNeeds(parts))
  said = proxy.serverBytes()
  await closeParts(parts)
})
afterAll(async () => {
  await proxy.stop()
  await imap.stop()
  rmSync(folder, { recursive: true })
})

function newDatabase(): string {
  runs += 1
  return join(folder, `${runs}.db`)
}

/** A service whose only way to the server leads through the proxy, on a new database where it isn't said; `patience` as in ImapServer. */
function start(patience = PATIENT, database = newDatabase()): void {
  const made = createParts(
    { ...config, database },
    { clock: () => new Date('2024-05-15T10:00:00+08:00'), log: createLog('silent') },
  )
  const server = { ...config.mailbox, password: LOGIN.password, patience }
  parts = { ...made, mailbox: lazy(() => createMailbox(server, '1')) }
}
beforeEach(() => start())
afterEach(() => closeParts(parts))

async function sweepThrough(fault: Fault): Promise<readonly unknown[]> {
  proxy.breakNext(fault)
  try {
    return (await sweep(sweepNeeds(parts))).errors
  } catch (error) {
    return [error]
  }
}

async function expectAllIsWell(): Promise<void> {
  expect((await sweep(sweepNeeds(parts))).errors).toEqual([])
  const { overview } = parts.store.get()
  expect([...overview.messages()].map(({ uid, outcome, attempts }) => [uid, outcome, attempts])).toEqual([
    [1, 'returned', 1],
    [2, 'ignored', 0],
    [3, 'returned', 1],
  ])
  expect(overview.outbox()).toMatchObject({ due: 2 })
}

const moments = (count: number) => Array.from({ length: count }, (_, index) => (index + 0.5) / count)

describe('a line to the mailbox that breaks', () => {
  it.each(moments(CUTS))('is cut, and the next sweep makes everything good: at %f of a sweep', async share => {
    const errors = await sweepThrough({ afterBytes: Math.floor(said * share), what: 'cut' })
    expect(errors.length).toBeGreaterThan(0)
    expect(errors.filter(error => !isOutside(error))).toEqual([])
    await expectAllIsWell()
  })

  it.each(moments(HOLES))('is a black hole, and is given up in time: at %f of a sweep', async share => {
    const { database } = parts.config
    await closeParts(parts)
    start(IMPATIENT, database)
    const errors = await sweepThrough({ afterBytes: Math.floor(said * share), what: 'black-hole' })
    expect(errors.length).toBeGreaterThan(0)
    await closeParts(parts)
    start(PATIENT, database)
    await expectAllIsWell()
  })

  it('is slow, byte by byte, and everything arrives', async () => {
    proxy.throttle()
    await expectAllIsWell()
  })
})
