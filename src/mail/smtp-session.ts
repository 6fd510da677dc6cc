import { Readable } from 'node:stream'
import type SMTPConnection from 'nodemailer/lib/smtp-connection'
import { askForRoute } from './smtp-asking.ts'
import { logIn } from './smtp-login.ts'
import { listenForMechanisms } from './smtp-mechanisms.ts'
import { type SmtpServer, smtpOptions } from './smtp-options.ts'

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
  /** Whether a login took place: a server that offers none takes what it takes without. */
  readonly loggedIn: boolean
  /** What the server offers to log in with, as it names it. */
  readonly mechanisms: readonly string[]
  readonly hand: (mail: HandedMail) => Promise<HandingEnd>
  /** Forgets the mail that was refused (RSET); false where the session is of no use any more. */
  readonly reset: () => Promise<boolean>
  /** Whether the server would take a mail, asked by MAIL and RCPT and then forgotten. Gives what went wrong, null for nothing. */
  readonly ask: (from: string, to: string) => Promise<unknown>
  /** Says goodbye, and waits no longer than a moment for the answer. */
  readonly quit: () => void
  /** Hangs up. */
  readonly close: () => void
}

/**
 * Connects and logs in; throws what goes wrong. nodemailer's transports read a mail ahead of the conversation, so only the connection itself
 * tells whether the server has asked for it (354, RFC 5321 §3.3) when it is lost.
 */
export async function openSmtpSession(server: SmtpServer): Promise<SmtpSession> {
  const heard = listenForMechanisms()
  const { default: Connection } = await import('nodemailer/lib/smtp-connection')
  const connection = new Connection({ ...(await smtpOptions(server)), ...heard.options })
  const { orLost, isOpen, end } = watch(connection)
  const entering = connect(connection).then(error => error ?? logIn(connection, server, heard.mechanisms()))
  const error = await orLost(entering.catch((thrown: unknown) => thrown))
  if (error !== null) {
    end()
    connection.close()
    throw error
  }
  return {
    isOpen,
    loggedIn: connection.authenticated,
    mechanisms: heard.mechanisms(),
    async hand(mail) {
      const handing = hand(connection, mail)
      const error = await orLost(handing.error)
      return { error, handedOver: handing.handedOver() }
    },
    reset: async () => isOpen() && (await orLost(reset(connection))) === null,
    ask: (from, to) => orLost(askForRoute(connection, { from, to })),
    quit: () => {
      end()
      leave(connection)
    },
    close: () => {
      end()
      connection.close()
    },
  }
}

function watch(connection: SMTPConnection) {
  const lost = Promise.withResolvers<unknown>()
  let open = true
  const lose = (error: unknown): void => {
    open = false
    lost.resolve(error)
  }
  // Also after the end: an error without a listener would end the process.
  connection.on('error', lose)
  connection.once('end', () => {
    open = false
    // What the server said in closing comes first.
    setImmediate(() => lose(new Error('the connection was closed')))
  })
  return {
    isOpen: () => open,
    end: (): void => {
      open = false
    },
    orLost: (done: Promise<unknown>): Promise<unknown> => Promise.race([done, lost.promise]),
  }
}

/** Gives what went wrong, null for nothing. */
const connect = (connection: SMTPConnection): Promise<unknown> =>
  new Promise(resolve => connection.connect(error => resolve(error ?? null)))

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

const reset = (connection: SMTPConnection): Promise<unknown> =>
  new Promise(resolve => connection.reset(error => resolve(error ?? null)))

/** Milliseconds that a server has to say goodbye. */
const LONGEST_GOODBYE = 2000

function leave(connection: SMTPConnection): void {
  connection.quit()
  setTimeout(() => connection.close(), LONGEST_GOODBYE).unref()
}
