import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { simpleParser } from 'mailparser'
import { createApp } from '../../src/app.ts'
import type { Variables } from '../../src/config/environment.ts'
import type { ListedSubmission } from '../../src/core/application/listed-submission.ts'
import { asksForSheets } from '../../src/core/call/deliverable.ts'
import type { Deed } from '../../src/core/judge/person-decision.ts'
import { createLog } from '../../src/log.ts'
import { round } from '../../src/worker/round.ts'
import { composeMail, type SampleMail } from './compose-mail.ts'
import { startEmbeddedImap } from './embedded-imap.ts'
import { startEmbeddedSmtp } from './embedded-smtp.ts'
import { freshDatabase } from './fresh-database.ts'
import { LOGIN, liveConfig, type liveConfigFolder } from './live-config.ts'
import { warmReaders } from './warm-readers.ts'

/** A mail that the service sent. */
export type SentMail = {
  readonly to: string
  readonly subject: string
  readonly text: string
  readonly html: string
  readonly messageId: string
  readonly inReplyTo: string | null
  readonly files: readonly { readonly name: string; readonly bytes: Buffer }[]
  readonly header: (name: string) => string | null
}

type Said = {
  readonly reason?: string
  readonly branch?: string
  readonly entry?: string
  readonly withoutForm?: boolean
}

/** The real app on embedded servers and a simulated clock. */
export type Service = Awaited<ReturnType<typeof startService>>

export async function startService(variables: Variables = {}, ...call: Parameters<typeof liveConfigFolder>) {
  const folder = mkdtempSync(join(tmpdir(), 'shenbao-journey-'))
  const [imap, smtp] = await Promise.all([startEmbeddedImap(LOGIN), startEmbeddedSmtp(LOGIN)])
  const ports = { imap: imap.port, smtp: smtp.port }
  const config = liveConfig(ports, { SHENBAO_DATABASE: join(folder, 'shenbao.db'), ...variables }, ...call)
  freshDatabase(config.database)
  const log = createLog('silent')
  let now = new Date('2024-05-14T16:00:00+08:00')
  const clock = () => now
  const readers = warmReaders({ ...config.limits, sheets: asksForSheets(config.calls) })
  let running = config
  let app = createApp(config, { clock, log, readers })
  return {
    imap,
    smtp,
    config,
    app: () => app,
    setClock: (moment: Date): void => {
      now = moment
    },
    /** A mail as the committee's server receives it, half a minute before the next sweep. */
    async receive(
      mail: Omit<SampleMail, 'receivedAt'> & {
        readonly at: string
        readonly internalDate?: string
        readonly folder?: string
      },
    ): Promise<void> {
      const at = new Date(mail.at)
      const { folder: path = 'INBOX', internalDate = mail.at, ...rest } = mail
      imap.deliver(await composeMail({ ...rest, receivedAt: at }), new Date(internalDate), path)
      now = new Date(at.getTime() + 30_000)
    },
    /** One round of the worker: sweep, digests, outbox. */
    round: () => round({ app, config: running, log }),
    /** Ends the process and starts it anew on the same database, as after a crash, an upgrade, or an edit of the call's file. */
    async restart(more: Variables = {}, ...call: Parameters<typeof liveConfigFolder>): Promise<void> {
      await app.close()
      const all = { SHENBAO_DATABASE: join(folder, 'shenbao.db'), ...variables, ...more }
      const changed = liveConfig(ports, all, ...call)
      running = changed
      app = createApp(changed, { clock, log, readers })
      app.recover()
    },
    /** A person's decision, made at the desk. */
    decide: (id: number, verdict: Deed, { reason = '已核实', branch, entry, withoutForm }: Said = {}) =>
      app.decide(id, {
        verdict,
        by: '王老师',
        reason,
        branch: branch ?? null,
        entry: entry ?? null,
        withoutForm: withoutForm ?? false,
      }),
    list: (): readonly ListedSubmission[] => [...app.overview().messages()],
    decisionOn: (id: number) => app.show(id)?.decisions[0]?.at(-1)?.decision ?? null,
    /** What went out, the digests left out. */
    replies: async (): Promise<readonly SentMail[]> =>
      (await sentMails(smtp.accepted)).filter(({ messageId }) => !/\.(?:digest|alarm)\./.test(messageId)),
    digests: async (): Promise<readonly SentMail[]> =>
      (await sentMails(smtp.accepted)).filter(({ messageId }) => messageId.includes('.digest.')),
    alarms: async (): Promise<readonly SentMail[]> =>
      (await sentMails(smtp.accepted)).filter(({ messageId }) => messageId.includes('.alarm.')),
    async stop(): Promise<void> {
      await app.close()
      await Promise.all([imap.stop(), smtp.stop()])
      rmSync(folder, { recursive: true })
    },
  }
}

type Accepted = { readonly source: Buffer; readonly to: readonly string[] }

const sentMails = (accepted: readonly Accepted[]): Promise<readonly SentMail[]> => Promise.all(accepted.map(sentMail))

/** A journey asks again and again for all that went out. */
const parsed = new WeakMap<Accepted, Promise<SentMail>>()

function sentMail(accepted: Accepted): Promise<SentMail> {
  const known = parsed.get(accepted)
  if (known !== undefined) return known
  const { source, to } = accepted
  const mail = simpleParser(source, { skipTextToHtml: true, skipTextLinks: true }).then(one =>
    toSentMail(one, to.join(',')),
  )
  parsed.set(accepted, mail)
  return mail
}

const toSentMail = (mail: Awaited<ReturnType<typeof simpleParser>>, to: string): SentMail => ({
  to,
  subject: mail.subject ?? '',
  text: mail.text ?? '',
  html: mail.html || '',
  messageId: mail.messageId ?? '',
  inReplyTo: mail.inReplyTo ?? null,
  files: mail.attachments.map(({ filename = '', content }) => ({ name: filename, bytes: content })),
  header: name => {
    const value = mail.headers.get(name.toLowerCase())
    return typeof value === 'string' ? value : value === undefined ? null : JSON.stringify(value)
  },
})
