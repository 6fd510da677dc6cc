import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type ParsedMail, simpleParser } from 'mailparser'
import { createTransport } from 'nodemailer'
import type { Variables } from '../../src/config/environment.ts'
import type { ListedSubmission } from '../../src/core/application/listed-submission.ts'
import { type Dovecot, startDovecot } from './dovecot.ts'
import { LOGIN, liveConfigFolder, liveVariables } from './live-config.ts'
import { startPostfix } from './postfix.ts'
import { shenbao } from './shenbao-process.ts'

export const DAY = 86_400_000

/** What a client hands to the committee's server. */
export type ClientMail = {
  readonly from: string
  readonly subject: string
  readonly inReplyTo?: string
  readonly attachments?: readonly { readonly filename: string; readonly content: Buffer }[]
}

export type RealService = Awaited<ReturnType<typeof startRealService>>

/** Real servers stamp today's date: the call was announced days ago, and its deadline is moved to where the test needs it. */
const movedCall = (deadline: Date) => (call: string) => {
  const month = (years: number) => new Date(deadline.getTime() + years * 365 * DAY).toISOString().slice(0, 7)
  return call
    .replace(/^announced:.*$/m, `announced: ${new Date(Date.now() - DAY).toISOString().slice(0, 10)}`)
    .replace(/^deadline:.*$/m, `deadline: ${deadline.toISOString()}`)
    .replace(/^cycle:.*$/m, `cycle: { from: ${month(0)}, to: ${month(2)} }`)
}

/** Private Dovecot and Postfix, people with mailboxes of their own, and the service as processes on its own configuration and data; `calls`: more of them. */
export async function startRealService(
  deadline: Date,
  people: readonly string[],
  calls: Readonly<Record<string, string>> = {},
) {
  const users = Object.fromEntries([[LOGIN.user, LOGIN.password], ...people.map(address => [address, 'x'])])
  const dovecot = await startDovecot({ users })
  const domains = [...new Set([LOGIN.user, ...people].map(address => address.slice(address.indexOf('@') + 1)))]
  const { lmtpPort, authSocket } = dovecot
  const postfix = await startPostfix({ lmtpPort, authSocket, domains, hostname: 'mail.dlut.edu.cn' })
  const config = liveConfigFolder(movedCall(deadline), calls)
  const data = mkdtempSync(join(tmpdir(), 'shenbao-servers-'))
  const variables: Variables = {
    ...liveVariables({ imap: dovecot.imapPort, smtp: postfix.port }),
    SHENBAO_CONFIG: config,
    SHENBAO_DATABASE: join(data, 'shenbao.db'),
    SHENBAO_MAILBOX_SINCE: new Date(Date.now() - DAY).toISOString().slice(0, 10),
  }
  const run = (...args: string[]) => shenbao(args, variables)
  return {
    dovecot,
    postfix,
    data,
    variables,
    run,
    /** Over plain SMTP, as any client does. */
    async mail(mail: ClientMail): Promise<void> {
      const transport = createTransport({ host: postfix.host, port: postfix.port, ignoreTLS: true })
      const { attachments = [], inReplyTo, ...rest } = mail
      const thread = inReplyTo === undefined ? {} : { inReplyTo, references: inReplyTo }
      await transport.sendMail({ to: LOGIN.user, text: '请查收。', ...rest, ...thread, attachments: [...attachments] })
      transport.close()
    },
    mailsOf: (user: string) => mailsOf(user, dovecot),
    list: async (): Promise<readonly ListedSubmission[]> => linesOf((await run('list', '--json')).stdout),
    async stop(): Promise<void> {
      await postfix.stop()
      await dovecot.stop()
      for (const folder of [config, data]) rmSync(folder, { recursive: true, force: true })
    },
  }
}

const linesOf = (json: string): readonly ListedSubmission[] =>
  json
    .split('\n')
    .filter(line => line !== '')
    .map(line => JSON.parse(line) as ListedSubmission)

/** Mails in a mailbox, read as its owner would. */
const mailsOf = (user: string, dovecot: Dovecot): Promise<readonly ParsedMail[]> =>
  dovecot.asStaff(user, async client => {
    await client.mailboxOpen('INBOX', { readOnly: true })
    const mails = client.mailbox && client.mailbox.exists > 0 ? await client.fetchAll('1:*', { source: true }) : []
    return Promise.all(mails.map(({ source }) => simpleParser(source ?? Buffer.alloc(0))))
  })
