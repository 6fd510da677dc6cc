import type { SMTPConnectionOptions } from 'nodemailer/lib/smtp-connection'

const OFFER = /^250[ -]AUTH[ =](.*)$/gim

/** Listens to what a server offers to log in with: nodemailer keeps the names that it knows, and of those nothing is public. */
export function listenForMechanisms() {
  let offered: readonly string[] = []
  const nothing = (): void => undefined
  const hear = (entry: unknown, said?: unknown): void => {
    if ((entry as { readonly tnx?: unknown } | null)?.tnx !== 'server' || typeof said !== 'string') return
    const names = [...said.matchAll(OFFER)].flatMap(([, list = '']) => list.toUpperCase().split(/[\s=]+/))
    if (/^250[ -]/.test(said) && names.length > 0) offered = [...new Set(names.filter(name => name !== ''))]
  }
  const logger = {
    trace: nothing,
    debug: hear,
    info: nothing,
    warn: nothing,
    error: nothing,
    fatal: nothing,
    level: nothing,
  }
  return {
    options: { logger, debug: true } satisfies SMTPConnectionOptions,
    mechanisms: (): readonly string[] => offered,
  }
}
