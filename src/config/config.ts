import type { Call } from '../core/call/call.ts'
import { ConfigurationError } from '../errors.ts'
import type { Secret } from './secrets.ts'
import type { ServiceSettings } from './service-schema.ts'

/** The whole configuration, frozen; made once by load.ts. */
export type Config = Omit<ServiceSettings, 'mailbox' | 'smtp'> & {
  /** The folder it was read from. */
  readonly folder: string
  readonly mailbox: ServiceSettings['mailbox'] & { readonly password: Secret | null }
  readonly smtp: ServiceSettings['smtp'] & { readonly password: Secret | null }
  readonly calls: readonly Call[]
}

/** A configuration that can log in. */
export type ConfigWithSecrets = Config & {
  readonly mailbox: { readonly password: Secret }
  readonly smtp: { readonly password: Secret }
}

/** For commands that log in; those that don't, run without secrets. */
export function requireSecrets(config: Config): ConfigWithSecrets {
  const { mailbox, smtp } = config
  const missing = [
    mailbox.password === null ? 'SHENBAO_MAILBOX_PASSWORD' : null,
    smtp.password === null ? 'SHENBAO_SMTP_PASSWORD' : null,
  ].filter(name => name !== null)
  if (mailbox.password !== null && smtp.password !== null) return config as ConfigWithSecrets
  throw new ConfigurationError(
    missing.map(path => ({
      file: 'environment',
      path,
      message: `is not set: set it, or ${path}_FILE to the path of a file that holds it`,
    })),
  )
}
