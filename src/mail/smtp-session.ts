import { Readable } from 'node:stream'
import SMTPConnection, { type SMTPConnectionOptions } from 'nodemailer/lib/smtp-connection'

export type Login = { readonly user: string; readonly pass: string }
export type HandedMail = {
  readonly from: string
  readonly to: readonly string[]
  readonly source: Uint8Array
  /** Called when the server has asked for the mail, before it gets the first byte: from then on it may have gone out. */
  readonly handingOver: () => void
}

/** How handing over a mail ended: `error` null where all went well; `handedOver`: the server had asked for the mail and was being given it. */
export type HandingEnd = { readonly error: unknown; readonly handedOver: boolean }

/** A session in which mails are handed over, one at a time. */
export type SmtpSession = {
  /** False once the connection was closed, by whom ever. */
  readonly isOpen: () => boolean
  readonly hand: (mail: HandedMail) => Promise<HandingEnd>
  /** Says goodbye, and waits no longer than a moment for the answer. */
  readonly quit: () => void
  /** Hangs up. */
  readonly close: () => void
}

/**
 * Connects and logs in; throws what goes wrong. nodemailer's transports read a mail ahead of the conversation, so only the connection itself
 * tells whether the server has asked for it (354, RFC 5321 §3.3) when it is lost.
 */
export async function openSmtpSession(options: SMTPConnectionOptions, login: Login): Promise<SmtpSession> {
  const connection = new SMTPConnection(options)
  const lost = Promise.withResolvers<unknown>()
  let isOpen = true
  const lose = (error: unknown): void => {
    isOpen = false
    lost.resolve(error)
  }
  // Also after the end: an error without a listener would end the process.
  connection.on('error', lose)
  connection.once('end', () => lose(new Error('the connection was closed')))
  const orLost = (done: Promise<unknown>): Promise<unknown> => Promise.race([done, lost.promise])
  const close = (): void => {
    isOpen = false
    connection.close()
  }
  const error = await orLost(logIn(connection, login))
  if (error !== null) {
    close()
    throw error
  }
  return {
    isOpen: () => isOpen,
    async hand(mail) {
      const handing = hand(connection, mail)
      const error = await orLost(handing.error)
      return { error, handedOver: handing.handedOver() }
    },
    quit: () => {
      isOpen = false
      leave(connection)
    },
    close,
  }
}

/** Gives what went wrong, null for nothing. */
const logIn = (connection: SMTPConnection, login: Login): Promise<unknown> =>
  new Promise(resolve => {
    const done = (error: Error | null | undefined): void => resolve(error ?? null)
    connection.connect(error => {
      if (error || !connection.allowsAuth) done(error)
      else connection.login({ ...login }, done)
    })
  })

function hand(connection: SMTPConnection, { from, to, source, handingOver }: HandedMail) {
  let handedOver = false
  const body = Readable.from(
    (function* () {
      handingOver()
      handedOver = true
      yield source
    })(),
  )
  const error = new Promise<unknown>(resolve => {
    connection.send({ from, to: [...to] }, body, error => resolve(error ?? null))
  })
  return { error, handedOver: () => handedOver }
}

/** Milliseconds that a server has to say goodbye. */
const LONGEST_GOODBYE = 2000

function leave(connection: SMTPConnection): void {
  connection.quit()
  setTimeout(() => connection.close(), LONGEST_GOODBYE).unref()
}
