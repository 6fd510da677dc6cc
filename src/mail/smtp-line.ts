import type { SmtpServer } from './smtp-options.ts'
import { type HandedMail, type HandingEnd, openSmtpSession, type SmtpSession } from './smtp-session.ts'

/** `hadSession`: the server had let us in; what went wrong then may be the mail's. */
type LineEnd = HandingEnd & { readonly hadSession: boolean }

/** A line to the server: a session is opened when it is needed, and kept for a moment. */
export function createSmtpLine(server: SmtpServer) {
  const kept = createKept()
  const open = () => openSmtpSession(server)

  async function handOver(session: SmtpSession, mail: HandedMail): Promise<LineEnd> {
    const end = await session.hand(mail)
    // A refused mail ends no session: each new one is a login more, which counts with the server.
    if (end.error === null || (isAnswer(end.error) && (await session.reset()))) kept.put(session)
    else session.close()
    return { ...end, hadSession: true }
  }

  return {
    async hand(mail: HandedMail): Promise<LineEnd> {
      const session = kept.take()
      const end = session === null ? null : await handOver(session, mail)
      if (end !== null && (end.error === null || end.handedOver || !isOfSession(end.error))) return end
      try {
        kept.take()?.close()
        return await handOver(await open(), mail)
      } catch (error) {
        return { error, handedOver: false, hadSession: false }
      }
    },
    /** Asks whether the server would take a mail; `error` null where it would. Throws where no session can be had. */
    async ask(from: string, to: string) {
      const session = kept.take() ?? (await open())
      const error = await session.ask(from, to)
      const { loggedIn, mechanisms } = session
      if (await session.reset()) kept.put(session)
      else session.close()
      return { error, loggedIn, mechanisms }
    },
    close: (): void => kept.take()?.quit(),
  }
}

type Answer = { readonly responseCode?: number; readonly command?: string }

/** An answer of the server, as against a connection that broke. */
const isAnswer = (error: unknown): boolean => ((error as Answer).responseCode ?? 0) > 0

/** What a server may have against a second mail in a session, or against a session that waited, and take in a new one. */
function isOfSession(error: unknown): boolean {
  const { command, responseCode } = error as Answer
  return !isAnswer(error) || command === 'MAIL FROM' || [421, 503, 530].includes(responseCode ?? 0)
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

export type SmtpLine = ReturnType<typeof createSmtpLine>
