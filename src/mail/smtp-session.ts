import { Readable } from 'node:stream'
import SMTPConnection, { type SMTPConnectionOptions } from 'nodemailer/lib/smtp-connection'

type Login = { readonly user: string; readonly pass: string }
type Mail = {
  readonly from: string
  readonly to: readonly string[]
  readonly source: Uint8Array
  /** Called when the server has asked for the mail, before it gets the first byte: from then on it may have gone out. */
  readonly handingOver: () => void
}

/** How a session ended: `error` null where all went well; `handedOver`: the server had asked for the mail and was being given it. */
export type SessionEnd = { readonly error: unknown; readonly handedOver: boolean }

/**
 * One SMTP session: connect, log in, hand over a mail where there is one, quit. nodemailer's transports read a mail ahead of the
 * conversation, so only the connection itself tells whether the server has asked for it (354, RFC 5321 §3.3) when it is lost.
 */
export function smtpSession(options: SMTPConnectionOptions, login: Login, mail: Mail | null): Promise<SessionEnd> {
  const connection = new SMTPConnection(options)
  let handedOver = false
  const body = Readable.from(
    (function* () {
      if (mail === null) return
      mail.handingOver()
      handedOver = true
      yield mail.source
    })(),
  )
  return new Promise(resolve => {
    const end = (error: unknown): void => {
      resolve({ error, handedOver })
      if (error === null) leave(connection)
      else connection.close()
    }
    const done = (error: Error | null | undefined): void => end(error ?? null)
    const send = (error: Error | null | undefined): void => {
      if (error || mail === null) done(error)
      else connection.send({ from: mail.from, to: [...mail.to] }, body, done)
    }
    // Also after the end: an error without a listener would end the process.
    connection.on('error', end)
    connection.once('end', () => resolve({ error: new Error('the connection was closed'), handedOver }))
    connection.connect(error => {
      if (error || !connection.allowsAuth) send(error)
      else connection.login({ ...login }, send)
    })
  })
}

/** Milliseconds that a server has to say goodbye. */
const LONGEST_GOODBYE = 2000

function leave(connection: SMTPConnection): void {
  connection.quit()
  setTimeout(() => connection.close(), LONGEST_GOODBYE).unref()
}
