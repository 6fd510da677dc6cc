import MailComposer from 'nodemailer/lib/mail-composer'
import { LOOP_MARKER } from '../core/message/automatic.ts'
import type { Address } from '../core/message/message.ts'
import type { OutgoingMail } from '../core/sending/outgoing-mail.ts'
import { describeError, LoginRefused, Unreachable } from '../errors.ts'
import { createSmtpLine } from './smtp-line.ts'
import { withoutPassword } from './without-password.ts'

export type SmtpServer = {
  readonly host: string
  readonly port: number
  readonly tls: 'implicit' | 'starttls' | 'none'
  readonly user: string
  readonly password: string
  /** Milliseconds of silence before the connection is given up; a minute, and half of it for a greeting, where it isn't said. */
  readonly patience?: number
}

/**
 * What became of handing a mail to the server. `later`: it refused for now; `unreachable`: no connection could be had; `refused`: for good;
 * `unknown`: the connection broke when the mail had been handed over and before the server's answer.
 */
export type SendResult =
  | { readonly kind: 'sent' }
  | { readonly kind: 'later' | 'refused' | 'unknown'; readonly reason: string }
  | { readonly kind: 'unreachable'; readonly reason: string }

/**
 * Hands mails over one after another, in sessions of our own: nodemailer's pool hands a mail to a second connection by itself when the first
 * one breaks, and nobody could say then whether it went out once. `send` throws LoginRefused where the server refuses user or password.
 */
export function createSender(server: SmtpServer, from: Address) {
  const { patience = 60_000 } = server
  const options = {
    host: server.host,
    port: server.port,
    secure: server.tls === 'implicit',
    requireTLS: server.tls === 'starttls',
    ignoreTLS: server.tls === 'none',
    connectionTimeout: patience / 2,
    greetingTimeout: patience / 2,
    socketTimeout: patience,
  }
  const line = createSmtpLine(options, { user: server.user, pass: server.password })
  return {
    /** `handingOver` is called before the server gets the first byte of the mail: until then it has surely not gone out. */
    async send(mail: OutgoingMail, date: Date, handingOver = (): void => undefined): Promise<SendResult> {
      const source = await compose(mail, from, date)
      const to = mail.to.map(({ address }) => address)
      const { error, handedOver } = await line.hand({ from: from.address, to, source, handingOver })
      return error === null ? { kind: 'sent' } : judgeFailure(error, { handedOver, server })
    },
    /** Logs in and out again. Throws LoginRefused, or the network's error. */
    async verify(): Promise<void> {
      const error = await line.tryLogin()
      if (error === null) return
      const failure = judgeFailure(error, { handedOver: false, server })
      // Without its cause, whose words are the server's as they came.
      throw new Unreachable(`SMTP ${server.host}:${server.port}: ${'reason' in failure ? failure.reason : ''}`)
    },
    close: () => line.close(),
  }
}

export type Sender = ReturnType<typeof createSender>

/** The mail as it goes over the wire; the same OutgoingMail gives the same Message-ID each time. */
export async function compose(mail: OutgoingMail, from: Address, date: Date): Promise<Buffer> {
  const composer = new MailComposer({
    from,
    to: [...mail.to],
    subject: mail.subject,
    text: mail.text,
    html: mail.html,
    // Chinese text is half as long as in quoted-printable, and the usual form.
    textEncoding: 'base64',
    date,
    messageId: mail.messageId,
    ...(mail.inReplyTo === null ? {} : { inReplyTo: mail.inReplyTo }),
    references: [...mail.references],
    attachments: (mail.enclosures ?? []).map(({ name, type, base64 }) => ({
      filename: name,
      contentType: type,
      content: Buffer.from(base64, 'base64'),
    })),
    headers: { 'Auto-Submitted': mail.inReplyTo === null ? 'auto-generated' : 'auto-replied', [LOOP_MARKER]: '1' },
    disableFileAccess: true,
    disableUrlAccess: true,
  })
  return composer.compile().build()
}

type SmtpError = Error & { readonly code?: string; readonly responseCode?: number; readonly response?: string }

function judgeFailure(
  thrown: unknown,
  { handedOver, server }: { handedOver: boolean; server: SmtpServer },
): SendResult {
  const error = thrown as SmtpError
  const reason = withoutPassword(error.response ?? describeError(thrown), server)
  const code = error.responseCode ?? 0
  if (error.code === 'EAUTH' && !isForNow(reason, code))
    throw new LoginRefused(`SMTP ${server.host} refused the login of ${server.user}: ${reason}`)
  if (code >= 500 && !isForNow(reason, code)) return { kind: 'refused', reason }
  if (code === 0 && handedOver) return { kind: 'unknown', reason }
  return { kind: code === 0 ? 'unreachable' : 'later', reason }
}

/** Rate limits come as 421, 45x, and, from Chinese providers, as 535 or 550 with words about frequency. */
const isForNow = (reason: string, code: number): boolean =>
  (code >= 400 && code < 500) || /frequen|too many|rate ?limit|频|超过|稍后/i.test(reason)
