/**
 * The chaos run: the real worker against a real Dovecot and a recording SMTP server, killed at random moments that a seed decides, while
 * mail keeps coming; half way the mailbox gets another UIDVALIDITY. Prints what was found; exit code 1 where anything was lost or doesn't hold.
 *
 *   npm run test:chaos -- [--seed 7] [--kills 120] [--messages 400]
 */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import Sqlite from 'better-sqlite3'
import { type Dovecot, startDovecot } from '../support/dovecot.ts'
import { LOGIN, liveConfigFolder, liveVariables } from '../support/live-config.ts'
import { appendTo } from '../support/staff.ts'
import { examine } from './invariants.ts'
import { type ChaosMail, chaosMails } from './mails.ts'
import { seeded } from './random.ts'
import { startRecorder } from './recorder.ts'
import { report } from './report.ts'
import { killedLife, lastLife } from './worker-life.ts'

const { values } = parseArgs({
  options: { seed: { type: 'string' }, kills: { type: 'string' }, messages: { type: 'string' } },
})
const seed = Number(values.seed ?? 20240520)
const wanted = { kills: Number(values.kills ?? 110), messages: Number(values.messages ?? 300) }

const DAY = 86_400_000
const random = seeded(seed)
const begun = performance.now()
const deadline = new Date(Math.floor(Date.now() / 60_000) * 60_000 + 5 * DAY)
const month = (years: number) => new Date(deadline.getTime() + years * 365 * DAY).toISOString().slice(0, 7)
const config = liveConfigFolder(call =>
  call
    .replace(/^announced:.*$/m, `announced: ${new Date(Date.now() - DAY).toISOString().slice(0, 10)}`)
    .replace(/^deadline:.*$/m, `deadline: ${deadline.toISOString()}`)
    .replace(/^cycle:.*$/m, `cycle: { from: ${month(0)}, to: ${month(2)} }`),
)
const folder = mkdtempSync(join(tmpdir(), 'shenbao-chaos-'))
const database = join(folder, 'shenbao.db')
const dovecot = await startDovecot({ users: { [LOGIN.user]: LOGIN.password } })
let kills = 0
const recorder = await startRecorder({
  login: LOGIN,
  random: seeded(seed + 1),
  kills: () => kills,
  keep: source => dovecot.append(LOGIN.user, source, { folder: 'Sent' }),
})
const variables = {
  ...liveVariables({ imap: dovecot.imapPort, smtp: recorder.port }),
  SHENBAO_CONFIG: config,
  SHENBAO_DATABASE: database,
  SHENBAO_MAILBOX_SINCE: new Date(Date.now() - DAY).toISOString().slice(0, 10),
  SHENBAO_SCHEDULE_SWEEP: '*/2 * * * * *',
  SHENBAO_SMTP_PER_MINUTE: '10000',
  SHENBAO_CAPS_PER_ADDRESS_PER_DAY: '1000',
  SHENBAO_CAPS_PER_HOUR: '10000',
  // So many kills would keep a message for hours that was under way in three of them.
  SHENBAO_LIMITS_ATTEMPTS: '100',
}

/** Puts mails into the mailbox, as deliveries do. */
const deliver = (mails: readonly ChaosMail[], to: Dovecot) =>
  to.asStaff(LOGIN.user, async client => {
    for (const { source, receivedAt } of mails) await appendTo(client, source, { receivedAt })
  })

function isSettled(): boolean {
  const open = new Sqlite(database, { readonly: true })
  try {
    const count = (sql: string) => open.prepare<[], number>(sql).pluck().get() ?? 0
    const waiting = count(WAITING)
    return count('SELECT count(*) FROM messages') >= wanted.messages && waiting === 0 && count(UNJUDGED) === 0
  } finally {
    open.close()
  }
}
const WAITING = "SELECT count(*) FROM outbox WHERE state IN ('due', 'sending') OR (state = 'unknown' AND repeated = 0)"
const uidValidityNow = () =>
  dovecot.asStaff(LOGIN.user, async client => {
    const status = await client.status('INBOX', { uidValidity: true })
    return status === false ? 0 : Number(status.uidValidity)
  })

const UNJUDGED = "SELECT count(*) FROM messages WHERE state = 'received'"

try {
  const before = await uidValidityNow()
  const mails = await chaosMails(wanted.messages, random, deadline)
  let delivered = 0
  while (kills < wanted.kills) {
    const until = Math.ceil(((kills + 1) / wanted.kills) * mails.length)
    const [{ stderr }] = await Promise.all([
      killedLife(variables, random, () => recorder.mails.length),
      deliver(mails.slice(delivered, until), dovecot),
    ])
    if (/"level":"fatal"|SqliteError|TypeError/.test(stderr)) process.stderr.write(stderr)
    delivered = until
    kills += 1
    if (kills === Math.floor(wanted.kills / 2)) dovecot.renumber(LOGIN.user)
    if (kills % 10 === 0) process.stderr.write(`${kills} kills, ${recorder.mails.length} mails sent\n`)
  }
  const last = await lastLife(variables, isSettled)
  const flags = await dovecot.flags(LOGIN.user)
  const uidValidity = { before, now: await uidValidityNow() }
  const protocol = dovecot.protocolLog(LOGIN.user)
  const findings = examine({ database, delivered: mails, sent: recorder.mails, flags, uidValidity, protocol })
  const seconds = Math.round((performance.now() - begun) / 1000)
  process.exitCode = report({ seed, kills, mails, sent: recorder.mails, seconds, ended: last.code, findings })
} finally {
  await recorder.stop()
  await dovecot.stop()
  for (const one of [folder, config]) rmSync(one, { recursive: true, force: true })
}
