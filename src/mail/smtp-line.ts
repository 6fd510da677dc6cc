import type { SMTPConnectionOptions } from 'nodemailer/lib/smtp-connection'
import { type HandedMail, type HandingEnd, type Login, openSmtpSession, type SmtpSession } from './smtp-session.ts'

/** A line to the server: a session is opened when it is needed, and kept for a moment. */
export function createSmtpLine(options: SMTPConnectionOptions, login: Login) {
  const kept = createKept()

  async function handOver(session: SmtpSession, mail: HandedMail): Promise<HandingEnd> {
    const end = await session.hand(mail)
    if (end.error === null) kept.put(session)
    else session.close()
    return end
  }

  return {
    async hand(mail: HandedMail): Promise<HandingEnd> {
      const session = kept.take()
      const end = session === null ? null : await handOver(session, mail)
      // Whatever a server has against a second mail in a session, it may take it in the first: nothing was handed over.
      if (end !== null && (end.error === null || end.handedOver)) return end
      try {
        return await handOver(await openSmtpSession(options, login), mail)
      } catch (error) {
        return { error, handedOver: false }
      }
    },
    /** Gives what went wrong, null for nothing. */
    async tryLogin(): Promise<unknown> {
      try {
        const session = await openSmtpSession(options, login)
        session.quit()
        return null
      } catch (error) {
        return error
      }
    },
    close: (): void => kept.take()?.quit(),
  }
}

/** Milliseconds for which a session is kept for the next mail: on a morning of many, each is spared greeting, TLS and login. */
const KEPT_FOR = 5000

/** The session between two mails, if it is still open. */
function createKept() {
  let kept: SmtpSession | null = null
  let parting: NodeJS.Timeout | undefined
  return {
    put(session: SmtpSession): void {
      kept = session
      parting = setTimeout(() => {
        kept = null
        session.quit()
      }, KEPT_FOR).unref()
    },
    take(): SmtpSession | null {
      clearTimeout(parting)
      const session = kept
      kept = null
      return session?.isOpen() === true ? session : null
    },
  }
}
