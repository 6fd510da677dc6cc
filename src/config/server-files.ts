import { X509Certificate } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { describeError, type Mistake } from '../errors.ts'
import type { ServiceSettings } from './service-schema.ts'

/** The settings with the content of the servers' `ca`, and the paths that stand beside it seen from the configuration's folder. */
export function withFiles(folder: string, settings: ServiceSettings, mistakes: Mistake[]): ServiceSettings {
  const found = <Server extends ServiceSettings['mailbox'] | ServiceSettings['smtp']>(
    server: Server,
    path: string,
  ): Server => ({
    ...server,
    ca: server.ca === null ? null : certificates(resolve(folder, server.ca), `${path}.ca`, mistakes),
    auth: tokenSeenFrom(folder, server.auth),
  })
  return { ...settings, mailbox: found(settings.mailbox, 'mailbox'), smtp: found(settings.smtp, 'smtp') }
}

function certificates(file: string, path: string, mistakes: Mistake[]): string | null {
  try {
    const text = readFileSync(file, 'utf8')
    for (const one of text.match(/-----BEGIN CERTIFICATE-----[^-]*-----END CERTIFICATE-----/g) ?? [''])
      new X509Certificate(one)
    return text
  } catch (error) {
    const message = `${file} holds no certificate in PEM (-----BEGIN CERTIFICATE-----): ${describeError(error)}`
    mistakes.push({ file: 'service.yaml', path, message })
    return null
  }
}

function tokenSeenFrom(folder: string, auth: ServiceSettings['smtp']['auth']): ServiceSettings['smtp']['auth'] {
  if (auth === 'password' || auth.oauth2.tokenFile === undefined) return auth
  return { oauth2: { ...auth.oauth2, tokenFile: resolve(folder, auth.oauth2.tokenFile) } }
}
