import type { SMTPConnectionOptions } from 'nodemailer/lib/smtp-connection'
import { decodeRaw } from './header-text.ts'

export type SmtpServer = {
  readonly host: string
  readonly port: number
  readonly tls: 'implicit' | 'starttls' | 'none'
  readonly user: string
  readonly password: string
  /** Milliseconds of silence before the connection is given up; a minute, and half of it for a greeting, where it isn't said. */
  readonly patience?: number
}

export function smtpOptions({ host, port, tls, patience = 60_000 }: SmtpServer): SMTPConnectionOptions {
  return {
    ...{ host, port, secure: tls === 'implicit', requireTLS: tls === 'starttls', ignoreTLS: tls === 'none' },
    ...{ connectionTimeout: patience / 2, greetingTimeout: patience / 2, socketTimeout: patience },
  }
}

/** nodemailer leaves what isn't UTF-8 as one character for each byte: such words are Chinese in GBK. */
export const decodeWords = (words: string): string =>
  /[\x80-\xff]/.test(words) && !/[^\x00-\xff]/.test(words) ? decodeRaw(words) : words
