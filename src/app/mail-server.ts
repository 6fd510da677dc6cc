import { type Config, missingSecret, requireSecrets } from '../config/config.ts'
import type { MailServer } from '../mail/server.ts'
import { tokenFrom } from '../mail/token.ts'

/** A server as the edges take it, with what it takes to log in. Throws ConfigurationError where a secret is missing. */
export function mailServer(which: 'mailbox' | 'smtp', config: Config): MailServer {
  if (missingSecret(which, config) !== null) requireSecrets(config)
  const { host, port, tls, ca, proxy, auth, user, password } = config[which]
  const server = { host, port, tls, ca, proxy }
  if (auth === 'password') return { ...server, user, password: password?.reveal() ?? '' }
  const { oauth2 } = auth
  return { ...server, user: oauth2.user, password: '', token: tokenFrom(oauth2, oauth2.user) }
}
