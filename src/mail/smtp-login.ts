import type SMTPConnection from 'nodemailer/lib/smtp-connection'
import { requireMechanism, TOKEN } from './mechanisms.ts'
import type { MailServer } from './server.ts'

/** A name of our own: asked for XOAUTH2, nodemailer takes what else is offered. */
const BY_TOKEN = 'X-SHENBAO-TOKEN'

/** Logs in, where the server offers it. Gives what went wrong, null for nothing; throws NoMechanism, and what getting a token throws. */
export async function logIn(
  connection: SMTPConnection,
  server: MailServer,
  offered: readonly string[],
): Promise<unknown> {
  if (!connection.allowsAuth) return null
  requireMechanism(offered, { protocol: 'smtp', by: server.token == null ? 'password' : 'token' })
  const { user, password: pass } = server
  if (server.token == null) return loginWith(connection, { user, pass })
  const token = await server.token()
  const method = TOKEN.find(name => offered.includes(name)) ?? 'XOAUTH2'
  connection.customAuth.set(BY_TOKEN, ({ sendCommand, resolve, reject }) =>
    sendCommand(`AUTH ${method} ${base64(initialResponse(method, token, server))}`)
      // A server tells in a challenge why it refuses; it wants an answer before it does.
      .then(said => (said.status === 334 ? sendCommand(method === 'XOAUTH2' ? '' : base64('\x01')) : said))
      .then(said => (said.status === 235 ? resolve() : reject(said.response))),
  )
  return loginWith(connection, { method: BY_TOKEN, user, pass: '-' })
}

const loginWith = (connection: SMTPConnection, login: { method?: string; user: string; pass: string }) =>
  new Promise<unknown>(resolve => connection.login(login, error => resolve(error ?? null)))

/** RFC 7628 §3.1; Google's «XOAUTH2 mechanism», which Exchange Online speaks too. */
function initialResponse(method: string, token: string, { user, host, port }: MailServer): string {
  const bearer = `auth=Bearer ${token}`
  const fields =
    method === 'XOAUTH2' ? [`user=${user}`, bearer] : [`n,a=${user},`, `host=${host}`, `port=${port}`, bearer]
  return [...fields, '', ''].join('\x01')
}

const base64 = (text: string): string => Buffer.from(text).toString('base64')
