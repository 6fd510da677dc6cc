import { mkdtempSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import Sqlite from 'better-sqlite3'
import { simpleParser } from 'mailparser'
import { createApp } from '../../src/app.ts'
import { createLog } from '../../src/log.ts'
import { round } from '../../src/worker/round.ts'
import { DESK, PEOPLE, type Received, type Stage } from './committee-week.ts'
import { composeMail } from './compose-mail.ts'
import { type Dovecot, startDovecot } from './dovecot.ts'
import { freshDatabase } from './fresh-database.ts'
import { LOGIN, liveConfig } from './live-config.ts'
import { waitFor } from './ports.ts'
import { startPostfix } from './postfix.ts'
import { appendTo } from './staff.ts'
import { warmReaders } from './warm-readers.ts'

/** A private Dovecot that doesn't tell how old mail is (WITHIN): so it may be any day. With it Postfix, and a mailbox for each of them. */
export async function startTimelessServers() {
  const users = Object.fromEntries([[LOGIN.user, LOGIN.password], ...PEOPLE.map(address => [address, 'x'])])
  const dovecot = await startDovecot({
    users,
    capability: 'IMAP4rev1 IDLE NAMESPACE SPECIAL-USE UIDPLUS ENABLE LITERAL+',
  })
  const { lmtpPort, authSocket } = dovecot
  const postfix = await startPostfix({ lmtpPort, authSocket, domains: ['dlut.edu.cn'], hostname: 'mail.dlut.edu.cn' })
  const stop = async () => {
    await postfix.stop()
    await dovecot.stop()
  }
  return { dovecot, postfix, stop }
}

/** Into the committee's mailbox. */
export const deliverTo =
  (dovecot: Dovecot): Stage['deliver'] =>
  mails =>
    dovecot.asStaff(LOGIN.user, async client => {
      for (const mail of mails) await appendTo(client, await composeMail(mail), { receivedAt: mail.receivedAt })
    })

export const mailsIn =
  (dovecot: Dovecot): Stage['mailsTo'] =>
  user =>
    dovecot.asStaff(user, async client => {
      await client.mailboxOpen('INBOX', { readOnly: true })
      const mails = client.mailbox && client.mailbox.exists > 0 ? await client.fetchAll('1:*', { source: true }) : []
      return Promise.all(mails.map(({ source }) => received(source ?? Buffer.alloc(0))))
    })

async function received(source: Buffer): Promise<Received> {
  const { messageId = '', subject = '', text = '', attachments } = await simpleParser(source)
  return {
    messageId,
    subject,
    text,
    files: attachments.map(({ filename = '', content }) => ({ name: filename, bytes: content })),
  }
}

type Sent = { readonly messageId: string; readonly to: string }

/** What went out, one for each recipient. */
export function sentIn(database: string): readonly Sent[] {
  const open = new Sqlite(database, { readonly: true })
  try {
    const rows = open
      .prepare<[], { messageId: string; to: string }>(
        "SELECT header_id AS messageId, recipient AS 'to' FROM outbox WHERE state = 'sent'",
      )
      .all()
    return rows.flatMap(({ messageId, to }) => to.split(',').map(one => ({ messageId, to: one })))
  } finally {
    open.close()
  }
}

/** Waits until Postfix has delivered all that it took; what was there once is not looked for again. */
export function createDelivered(dovecot: Dovecot) {
  const there = new Set<string>()
  const keyOf = ({ messageId, to }: Sent) => `${messageId} ${to}`
  return (sent: () => readonly Sent[]) =>
    waitFor(
      async () => {
        const missing = sent().filter(one => !there.has(keyOf(one)))
        for (const to of new Set(missing.map(one => one.to)))
          for (const { messageId } of await mailsIn(dovecot)(to)) there.add(keyOf({ messageId, to }))
        return missing.every(one => there.has(keyOf(one)))
      },
      { what: 'all that was sent to be delivered', timeoutMs: 300_000 },
    )
}

/** A clock for processes, which `moveTo` sets while they run. */
export function movableClock(folder: string) {
  const file = join(folder, 'clock')
  const preload = pathToFileURL(join(import.meta.dirname, 'moved-clock.ts'))
  return {
    variables: { NODE_OPTIONS: `--import ${preload}`, MOVED_CLOCK: file },
    moveTo: (moment: Date): void => {
      // Whole, whoever reads it meanwhile.
      writeFileSync(`${file}.new`, String(moment.getTime() - Date.now()))
      renameSync(`${file}.new`, file)
    },
  }
}

/** The service on them, in this process, on a clock that the test sets. */
export async function startRealWeek() {
  const { dovecot, postfix, stop } = await startTimelessServers()
  const folder = mkdtempSync(join(tmpdir(), 'shenbao-week-'))
  const servers = { imap: dovecot.imapPort, smtp: postfix.port }
  const config = liveConfig(servers, { SHENBAO_DATABASE: join(folder, 'shenbao.db'), ...DESK })
  freshDatabase(config.database)
  let now = new Date('2024-05-14T16:00:00+08:00')
  const log = createLog('silent')
  const delivered = createDelivered(dovecot)
  const app = createApp(config, { clock: () => now, log, readers: warmReaders(config.limits) })
  const stage: Stage = {
    deliver: deliverTo(dovecot),
    settle: async moment => {
      now = moment
      const errors = await round({ app, config, log })
      if (errors.length > 0) throw errors[0]
      await delivered(() => sentIn(config.database))
    },
    mailsTo: mailsIn(dovecot),
  }
  return {
    stage,
    app,
    database: config.database,
    setClock: (moment: Date): void => {
      now = moment
    },
    async stop() {
      await app.close()
      await stop()
      rmSync(folder, { recursive: true })
    },
  }
}
