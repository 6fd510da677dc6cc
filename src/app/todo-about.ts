import { describeError, LoginRefused, SenderRefused } from '../errors.ts'
import { isAboutTrust } from '../mail/tls-words.ts'

const CREDENTIALS =
  'check user and password; QQ, 163 and others want the 授权码 in its place, and IMAP/SMTP switched on'
const MECHANISM =
  'user and password were not even asked: see «Mail providers» in docs/operator-guide.md for auth: oauth2, or ask the provider for PLAIN or LOGIN over TLS'
const SENDER =
  'smtp.from must nearly always be the address that logs in; where the server demands a login, check port and tls'
const TRUST =
  'where the certificate is by an authority of your own, put its PEM file beside service.yaml and name it in mailbox.ca or smtp.ca; else the server’s administrator must mend it'
const NETWORK = 'check host, port and tls, and whether this machine may reach them'

/** What an operator does about a server that failed. */
export function todoAbout(error: unknown): string {
  if (error instanceof LoginRefused) return error.why === 'mechanism' ? MECHANISM : CREDENTIALS
  if (error instanceof SenderRefused) return SENDER
  return isAboutTrust(describeError(error)) ? TRUST : NETWORK
}
