import type { SMTPConnectionOptions } from 'nodemailer/lib/smtp-connection'
import { decodeRaw } from './header-text.ts'
import { type MailServer, trusted } from './server.ts'

export type SmtpServer = MailServer & {
  /** Milliseconds of silence before the connection is given up; a minute, and half of it for a greeting, where it isn't said. */
  readonly patience?: number
}

/** For a new connection; through the proxy, where there is one, which is asked for it then. */
export async function smtpOptions(server: SmtpServer): Promise<SMTPConnectionOptions> {
  const { host, port, tls, patience = 60_000, proxy = null } = server
  const options = {
    host,
    port,
    secure: tls === 'implicit',
    requireTLS: tls === 'starttls',
    ignoreTLS: tls === 'none',
    connectionTimeout: patience / 2,
    greetingTimeout: patience / 2,
    socketTimeout: patience,
    tls: trusted(server),
  }
  return proxy === null ? options : { ...options, ...(await throughProxy(proxy, options)) }
}

/** nodemailer opens proxies for its transports only: so one is made, and asked for nothing but the socket. */
async function throughProxy(proxy: string, options: SMTPConnectionOptions): Promise<SMTPConnectionOptions> {
  const { createTransport } = await import('nodemailer')
  const transport = createTransport({ ...options, proxy } as Parameters<typeof createTransport>[0])
  transport.set('proxy_socks_module', await import('socks'))
  const getSocket = transport.getSocket as (
    options: object,
    done: (error: Error | null, socket?: object) => void,
  ) => void
  return new Promise((resolve, reject) => {
    getSocket.call(transport, options, (error, found) => (error ? reject(error) : resolve(found ?? {})))
  })
}

/** nodemailer leaves what isn't UTF-8 as one character for each byte: such words are Chinese in GBK. */
export const decodeWords = (words: string): string =>
  /[\x80-\xff]/.test(words) && !/[^\x00-\xff]/.test(words) ? decodeRaw(words) : words
