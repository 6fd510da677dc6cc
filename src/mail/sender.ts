import type { Address } from '../core/message/message.ts'
import type { DeliveryResult } from '../core/sending/delivery-result.ts'
import type { OutgoingMail } from '../core/sending/outgoing-mail.ts'
import { type Concerned, concernedBy, type Refusal, type Stage } from '../core/sending/refusal.ts'
import { describeError, LoginRefused, SenderRefused, Unreachable } from '../errors.ts'
import { composeSource } from './compose-source.ts'
import { NoMechanism } from './mechanisms.ts'
import { createSmtpLine, type SmtpLine } from './smtp-line.ts'
import { decodeWords, type SmtpServer } from './smtp-options.ts'
import { tlsWords } from './tls-words.ts'
import { type Guarded, guarded } from './without-secrets.ts'

export type { SmtpServer } from './smtp-options.ts'

/** How the server takes us: what it offers to log in with, and whether a login took place. */
type Welcome = { readonly loggedIn: boolean; readonly mechanisms: readonly string[] }

/**
 * Hands mails over one after another, in sessions of our own: nodemailer's pool hands a mail to a second connection by itself when the first
 * one breaks, and nobody could say then whether it went out once. Throws LoginRefused where the server doesn't let us in, SenderRefused where
 * it takes nothing from us.
 */
export function createSender(given: SmtpServer, from: Address) {
  const server = guarded(given)
  const line = createSmtpLine(server)
  const way: Way = { server, from, line }
  return {
    /** `handingOver` is called before the server gets the first byte of the mail: until then it has surely not gone out. */
    async send(mail: OutgoingMail, date: Date, handingOver = (): void => undefined): Promise<DeliveryResult> {
      const source = await composeSource(mail, from, date)
      const to = mail.to.map(({ address }) => address)
      const { error, handedOver, hadSession } = await line.hand({ from: from.address, to, source, handingOver })
      if (error === null) return { kind: 'sent' }
      throwIfNotIn(error, server)
      const refusal = inSession(refusalOf(error, server), hadSession)
      if (isRefusal(refusal)) return refused(refusal, concernedBy(refusal), way)
      const lost = hadSession ? 'broken' : 'unreachable'
      return { kind: handedOver ? 'unknown' : lost, reason: refusal.words }
    },
    /** Logs in and asks whether a mail from us to ourselves would be taken. Throws as `send` does, and Unreachable. */
    async verify(): Promise<Welcome> {
      const { error, ...welcome } = await line.ask(from.address, from.address).catch(error => ({ error, ...NOT_IN }))
      if (error === null) return welcome
      throwIfNotIn(error, server)
      const refusal = refusalOf(error, server)
      const result = isRefusal(refusal) ? await refused(refusal, concernedBy(refusal), way) : null
      if (result?.kind === 'refused')
        throw new SenderRefused(`SMTP ${server.host} takes no mail from ${from.address} to itself: ${refusal.words}`)
      // Without its cause, whose words are the server's as they came.
      throw new Unreachable(`SMTP ${server.host}:${server.port}: ${refusal.words}`)
    },
    close: () => line.close(),
  }
}

const NOT_IN: Welcome = { loggedIn: false, mechanisms: [] }

export type Sender = ReturnType<typeof createSender>

type Way = { readonly server: Guarded<SmtpServer>; readonly from: Address; readonly line: SmtpLine }

async function refused(refusal: Refusal, concerned: Concerned, way: Way): Promise<DeliveryResult> {
  const { server, from } = way
  const { words: reason, stage } = refusal
  if (concerned === 'rate') return { kind: 'busy', reason, named: stage === 'recipient' || stage === 'content' }
  const forGood = { kind: 'refused', reason, content: stage === 'content' } as const
  if (concerned === 'later') return { kind: 'later', reason }
  if (concerned === 'refused') return forGood
  if (stage === 'login') throw new LoginRefused(`SMTP ${server.host} refused the login of ${server.user}: ${reason}`)
  if (stage === 'sender' || refusal.code === 530 || (await ownIsRefused(way)))
    throw new SenderRefused(`SMTP ${server.host} takes no mail from ${from.address}: ${reason}`)
  return concerned === 'us' ? { kind: 'barred', reason } : forGood
}

/** Whether our own address is refused too: then it is not this recipient's. */
async function ownIsRefused({ server, from, line }: Way): Promise<boolean> {
  try {
    const { error } = await line.ask(from.address, from.address)
    return error !== null && ['us', 'unclear'].includes(concernedBy(refusalOf(error, server)))
  } catch {
    return false
  }
}

type SmtpError = Error & {
  readonly code?: string
  readonly responseCode?: number
  readonly response?: string
  readonly command?: string
}

/** `code` 0: it said nothing, or the connection was lost. */
function refusalOf(thrown: unknown, { hide }: Guarded<SmtpServer>): Refusal {
  const error = thrown as SmtpError
  const words = hide(decodeWords(error.response ?? tlsWords(thrown) ?? describeError(thrown)))
  return { stage: stageOf(error), code: error.responseCode ?? 0, words: words.replace(/\s+/g, ' ').trim() }
}

/** What kept us from logging in before the server could say anything to it. */
function throwIfNotIn(error: unknown, { host, user }: SmtpServer): void {
  if (error instanceof LoginRefused) throw error
  if (error instanceof NoMechanism)
    throw new LoginRefused(`SMTP ${host} has no way for ${user} to log in: ${error.message}`, 'mechanism')
}

/** Of a server that hangs up with a 421 to several commands at once (RFC 2920), nodemailer doesn't say at which. */
const inSession = (refusal: Refusal, hadSession: boolean): Refusal =>
  hadSession && refusal.stage === 'login' ? { ...refusal, stage: 'recipient' } : refusal

const isRefusal = ({ code }: Refusal): boolean => code > 0

function stageOf({ command = '' }: SmtpError): Stage {
  if (command === 'MAIL FROM') return 'sender'
  if (command === 'RCPT TO') return 'recipient'
  return command === 'DATA' ? 'content' : 'login'
}
