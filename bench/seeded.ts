import { type App, createApp } from '../src/app.ts'
import type { Variables } from '../src/config/environment.ts'
import { loadConfig } from '../src/config/load.ts'
import { createReaderPool, type ReaderPool } from '../src/documents/reader-pool.ts'
import { createLog } from '../src/log.ts'
import { sha256 } from '../src/sha256.ts'
import { application } from './applications.ts'
import { fillMaildir, UID_VALIDITY } from './maildir.ts'
import { say } from './measurement.ts'
import { mailsOf, SUBMISSIONS_OF_CALL, seed } from './seed.ts'
import { type Stage, startStage } from './stage.ts'

const BRANCHES = 160

/** A mailbox and what a service has on record of it; `app` reads no document twice. */
export type Mailbox = {
  readonly stage: Stage
  readonly variables: Variables
  readonly submissions: number
  readonly app: App
}

export type Mailboxes = { readonly few: Mailbox; readonly many: Mailbox }

type Made = Mailbox & { end(): Promise<void> }

const made: { few?: Made; many?: Made } = {}

/**
 * Of one call, and of a hundred in ten years, all but the last configured no more; made once for all that measure them. In the mailbox
 * lies what came of the last call only, in both: what a server takes longer for, with more mails in a folder, is none of ours.
 */
export async function seededMailboxes(): Promise<Mailboxes> {
  made.few ??= await makeOne(1)
  made.many ??= await makeOne(100)
  return { few: made.few, many: made.many }
}

export async function endSeeded(): Promise<void> {
  await Promise.all([made.few?.end(), made.many?.end()])
}

async function makeOne(calls: number): Promise<Made> {
  const stage = await startStage(BRANCHES)
  const variables = stage.variables()
  const config = loadConfig(variables.SHENBAO_CONFIG ?? '', variables)
  const readers = readingOnce(createReaderPool({ limits: config.limits, size: config.limits.readers }))
  const app = createApp(config, { clock: () => new Date(), log: createLog('silent'), readers })
  const [call] = config.calls
  if (call === undefined) throw new Error('no call is configured')
  const now = new Date()
  const { source } = await application(0, { receivedAt: now, deadline: stage.deadline })
  const judged = await app.judgeFile({ file: 'application.eml', source, received: null, internalDate: now, now })
  say(`seeding ${calls * SUBMISSIONS_OF_CALL} submissions`)
  fillMaildir(stage, { count: mailsOf(1), lastUid: mailsOf(calls) })
  seed(variables.SHENBAO_DATABASE ?? '', { calls, call, judged, now, uidValidity: UID_VALIDITY })
  return {
    ...{ stage, variables, app, submissions: calls * SUBMISSIONS_OF_CALL },
    end: async () => {
      await app.close()
      await readers.close()
      await stage.stop()
    },
  }
}

/** Reading takes as long as it takes, however much is stored: it is done before, and out of the way. */
function readingOnce(pool: ReaderPool): ReaderPool {
  const known = new Map<string, ReturnType<ReaderPool['read']>>()
  return {
    read: file => {
      const key = sha256(file.bytes)
      const found = known.get(key) ?? pool.read(file)
      known.set(key, found)
      return found
    },
    expect: () => pool.expect(),
    close: () => pool.close(),
  }
}
