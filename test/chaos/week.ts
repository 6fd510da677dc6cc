/**
 * A committee's week by mail alone, on Dovecot and Postfix, with the real worker killed at random moments that a seed decides in each step of it.
 * Prints what each applicant's mailbox holds that it should not, and what it lacks; exit code 1 where there is any.
 *
 *   npm run test:week -- [--seed 7] [--kills 2]      (kills: in each step)
 */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import Sqlite from 'better-sqlite3'
import { committeeWeek, DESK, distinct, LETTERS, lettersOf, PEOPLE, type Stage } from '../support/committee-week.ts'
import { LOGIN, liveConfigFolder, liveVariables } from '../support/live-config.ts'
import {
  createDelivered,
  deliverTo,
  mailsIn,
  movableClock,
  sentIn,
  startTimelessServers,
} from '../support/real-week.ts'
import { shenbao } from '../support/shenbao-process.ts'
import { seeded } from './random.ts'
import { killedLife, lastLife } from './worker-life.ts'

const { values } = parseArgs({ options: { seed: { type: 'string' }, kills: { type: 'string' } } })
const seed = Number(values.seed ?? 20240516)
const killsInStep = Number(values.kills ?? 2)

const random = seeded(seed)
const begun = performance.now()
const { dovecot, postfix, stop } = await startTimelessServers()
const config = liveConfigFolder()
const folder = mkdtempSync(join(tmpdir(), 'shenbao-week-'))
const database = join(folder, 'shenbao.db')
const clock = movableClock(folder)
const variables = {
  ...liveVariables({ imap: dovecot.imapPort, smtp: postfix.port }),
  ...DESK,
  SHENBAO_CONFIG: config,
  SHENBAO_DATABASE: database,
  SHENBAO_SCHEDULE_SWEEP: '*/2 * * * * *',
  SHENBAO_SMTP_PER_MINUTE: '10000',
  SHENBAO_LIMITS_ATTEMPTS: '100',
  ...clock.variables,
}
const delivered = createDelivered(dovecot)

const ask = <Result>(question: (open: Sqlite.Database) => Result): Result => {
  const open = new Sqlite(database, { readonly: true })
  try {
    return question(open)
  } finally {
    open.close()
  }
}
const count = (sql: string): number => ask(open => open.prepare<[], number>(sql).pluck().get() ?? 0)

const OPEN = `SELECT (SELECT count(*) FROM messages WHERE state = 'received')
  + (SELECT count(*) FROM desk_mails WHERE state IN ('waiting', 'done'))
  + (SELECT count(*) FROM outbox WHERE state IN ('due', 'sending') OR (state = 'unknown' AND repeated = 0))`
const UNKNOWN = "SELECT count(*) FROM outbox WHERE state = 'unknown' AND repeated = 0"
const KNOWN = "SELECT count(*) FROM messages WHERE folder = 'INBOX'"

const inMailbox = (): Promise<number> =>
  dovecot.asStaff(LOGIN.user, async client => {
    const status = await client.status('INBOX', { messages: true })
    return status === false ? 0 : (status.messages ?? 0)
  })

let kills = 0

const settle: Stage['settle'] = async moment => {
  clock.moveTo(moment)
  for (let killed = 0; killed < killsInStep; killed += 1) {
    await killedLife(variables, random, () => (kills === 0 ? 0 : sentIn(database).length))
    kills += 1
  }
  const sweeps = new Set<string>()
  let later = 0
  await lastLife(variables, async () => {
    const sweptAt = ask(open => open.prepare<[], string | null>('SELECT swept_at FROM worker').pluck().get())
    if (sweptAt) sweeps.add(sweptAt)
    // A server is given a minute before a mail that it may have is sent again.
    if (count(UNKNOWN) > 0) {
      later += 1000
      clock.moveTo(new Date(moment.getTime() + later))
    }
    // The first one seen may be of the life before; a round is through when the next has swept.
    return sweeps.size > 2 && count(OPEN) === 0 && count(KNOWN) >= (await inMailbox())
  })
  await delivered(() => sentIn(database))
}
const stage: Stage = { deliver: deliverTo(dovecot), settle, mailsTo: mailsIn(dovecot) }

/** What differs from what each mailbox must hold. */
async function faults(): Promise<readonly string[]> {
  const found: string[] = []
  for (const [branch, expected] of Object.entries(LETTERS)) {
    const letters = await lettersOf(branch, stage)
    const fits = letters.length === expected.length && letters.every((letter, place) => expected[place]?.test(letter))
    if (!fits) found.push(`${branch} has: ${letters.join(' | ')}`)
  }
  const chain = await shenbao(['audit'], variables)
  if (chain.code !== 0) found.push(`audit: ${chain.stdout}${chain.stderr}`)
  for (const [what, query, right] of RECORDS)
    if (count(query) !== right) found.push(`${what}: ${count(query)}, not ${right}`)
  return found
}

/** Each done once. */
const RECORDS: readonly (readonly [string, string, number])[] = [
  ['lines that were refused', "SELECT count(*) FROM desk_lines WHERE state = 'refused'", 0],
  ['amendments', 'SELECT count(*) FROM amendments', 3],
  ['checks settled', 'SELECT count(*) FROM confirmations', 1],
  ['groups told', "SELECT count(*) FROM mailings WHERE kind = 'result'", 3],
  ['papers made', "SELECT count(*) FROM events WHERE kind = 'packed'", 1],
]

/** The same Message-ID more than once in a mailbox. */
async function repeats(): Promise<number> {
  const all = await Promise.all([...PEOPLE].map(stage.mailsTo))
  return all.reduce((sum, mails) => sum + mails.length - distinct(mails).length, 0)
}

try {
  await committeeWeek(stage)
  const found = await faults()
  const lines = [
    `seed        ${seed}`,
    `kills       ${kills}`,
    `mails sent  ${sentIn(database).length}`,
    `repeats     ${await repeats()} (same Message-ID, across a kill: this server keeps no copies in Sent)`,
    `faults      ${found.length}`,
    `seconds     ${Math.round((performance.now() - begun) / 1000)}`,
  ]
  process.stdout.write(`${[...lines, ...found.map(one => `! ${one}`)].join('\n')}\n`)
  process.exitCode = found.length === 0 ? 0 : 1
} finally {
  await stop()
  for (const one of [folder, config]) rmSync(one, { recursive: true, force: true })
}
