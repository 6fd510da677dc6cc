import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Variables } from '../src/config/environment.ts'
import { type Dovecot, startDovecot } from '../test/support/dovecot.ts'
import { type EmbeddedSmtp, startEmbeddedSmtp } from '../test/support/embedded-smtp.ts'
import { LOGIN, liveConfigFolder, liveVariables } from '../test/support/live-config.ts'
import { appendTo } from '../test/support/staff.ts'
import { type Delivered, rosterOf } from './applications.ts'

const DAY = 86_400_000

/** A Dovecot, a recording SMTP server, and a call of so many branches with its deadline some days ahead. */
export type Stage = {
  readonly dovecot: Dovecot
  readonly smtp: EmbeddedSmtp
  readonly deadline: Date
  /** The environment of a worker on a database of its own. */
  variables(): Variables
  deliver(mails: readonly Delivered[]): Promise<void>
  stop(): Promise<void>
}

export async function startStage(branches: number): Promise<Stage> {
  const folder = mkdtempSync(join(tmpdir(), 'shenbao-bench-'))
  const deadline = new Date(Math.floor(Date.now() / 60_000) * 60_000 + 5 * DAY)
  const dovecot = await startDovecot({ users: { [LOGIN.user]: LOGIN.password } })
  const smtp = await startEmbeddedSmtp(LOGIN)
  const config = liveConfigFolder(movedTo(deadline), { '2024-model-branch.roster.csv': rosterOf(branches) })
  let databases = 0
  return {
    dovecot,
    smtp,
    deadline,
    variables: () => ({
      ...liveVariables({ imap: dovecot.imapPort, smtp: smtp.port }),
      SHENBAO_CONFIG: config,
      SHENBAO_DATABASE: join(folder, `${databases++}.db`),
      SHENBAO_MAILBOX_SINCE: dayOf(Date.now() - 2 * DAY),
      // Out of the way: the digest of the day, and what would hold replies back.
      SHENBAO_SCHEDULE_DIGEST: '0 0 1 1 *',
      SHENBAO_SMTP_PER_MINUTE: '10000',
      SHENBAO_CAPS_PER_HOUR: '1000000',
      SHENBAO_CAPS_PER_ADDRESS_PER_DAY: '1000000',
    }),
    deliver: mails =>
      dovecot.asStaff(LOGIN.user, async client => {
        for (const { source, receivedAt } of mails) await appendTo(client, source, { receivedAt })
      }),
    async stop(): Promise<void> {
      await Promise.all([dovecot.stop(), smtp.stop()])
      for (const one of [folder, config]) rmSync(one, { recursive: true, force: true })
    },
  }
}

const dayOf = (time: number): string => new Date(time).toISOString().slice(0, 10)

const movedTo = (deadline: Date) => (call: string) => {
  const month = (years: number) => new Date(deadline.getTime() + years * 365 * DAY).toISOString().slice(0, 7)
  return call
    .replace(/^announced:.*$/m, `announced: ${dayOf(Date.now() - DAY)}`)
    .replace(/^deadline:.*$/m, `deadline: ${deadline.toISOString()}`)
    .replace(/^cycle:.*$/m, `cycle: { from: ${month(0)}, to: ${month(2)} }`)
}
