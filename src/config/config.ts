import type { Call } from '../core/call/call.ts'
import type { PendingCall } from '../core/call/pending-call.ts'
import { ConfigurationError } from '../errors.ts'
import type { Secret } from './secrets.ts'
import type { ServiceSettings } from './service-schema.ts'

/** The whole configuration, frozen; made once by load.ts. `ca` holds the certificates themselves, paths are absolute. */
export type Config = Omit<ServiceSettings, 'mailbox' | 'smtp'> & {
  /** The folder it was read from. */
  readonly folder: string
  readonly mailbox: ServiceSettings['mailbox'] & { readonly password: Secret | null }
  readonly smtp: ServiceSettings['smtp'] & { readonly password: Secret | null }
  readonly calls: readonly Call[]
  /** Calls that are not open, for something of them is to be confirmed. */
  readonly pending: readonly PendingCall[]
}

/** Whether a server is entered with a password; else with a token. */
const byPassword = ({ auth }: Config['mailbox'] | Config['smtp']): boolean => auth === 'password'

/** A configuration that can log in; a server that is entered with a token has an empty password. */
type ConfigWithSecrets = Config & {
  readonly mailbox: { readonly password: Secret }
  readonly smtp: { readonly password: Secret }
}

const PASSWORDS = { mailbox: 'SHENBAO_MAILBOX_PASSWORD', smtp: 'SHENBAO_SMTP_PASSWORD' } as const

/** The variable of the password that a server wants, where it isn't set. */
export const missingSecret = (which: 'mailbox' | 'smtp', { [which]: server }: Config): string | null =>
  server.password === null && byPassword(server) ? PASSWORDS[which] : null

/** What to do about a variable that isn't set. */
export const howToSet = (name: string): string => `set it, or ${name}_FILE to the path of a file that holds it`

/** For commands that log in; those that don't, run without secrets. */
export function requireSecrets(config: Config): ConfigWithSecrets {
  const { mailbox, smtp } = config
  const missing = (['mailbox', 'smtp'] as const).flatMap(which => missingSecret(which, config) ?? [])
  if (missing.length === 0)
    return {
      ...config,
      mailbox: { ...mailbox, password: mailbox.password ?? NONE },
      smtp: { ...smtp, password: smtp.password ?? NONE },
    }
  throw new ConfigurationError(
    missing.map(path => ({
      file: 'environment',
      path,
      message: `is not set: ${howToSet(path)}`,
    })),
  )
}

const NONE: Secret = { reveal: () => '' }
