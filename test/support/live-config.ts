import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Config } from '../../src/config/config.ts'
import type { Variables } from '../../src/config/environment.ts'
import { loadConfig } from '../../src/config/load.ts'
import { SHIPPED_CONFIG } from './shipped-call.ts'

export const LOGIN = { user: 'jxdw@dlut.edu.cn', password: 'test-secret' }

/** Ports on loopback. */
export type Servers = { readonly imap: number; readonly smtp: number }

/** The shipped configuration as an operator makes it live: its call no longer an example, `edit` done to the call's file, `rosters` beside it. */
export function liveConfigFolder(
  edit = (call: string) => call,
  rosters: Readonly<Record<string, string>> = {},
): string {
  const folder = mkdtempSync(join(tmpdir(), 'shenbao-config-'))
  cpSync(SHIPPED_CONFIG, folder, { recursive: true })
  writeFileSync(join(folder, CALL), callText(edit))
  for (const [name, text] of Object.entries(rosters)) writeFileSync(join(folder, 'calls', name), text)
  return folder
}

const CALL = join('calls', '2024-model-branch.yaml')

const callText = (edit = (call: string) => call): string =>
  edit(readFileSync(join(SHIPPED_CONFIG, CALL), 'utf8').replace(/^example: true.*$/m, ''))

/** The environment that points the configuration at servers on loopback, replies live. */
export const liveVariables = ({ imap, smtp }: Servers): Variables => ({
  ...settings('MAILBOX', imap),
  ...settings('SMTP', smtp),
  SHENBAO_REPLIES: 'live',
})

/** Read once for all services of the same call and variables: these differ in their servers and their database alone. */
export function liveConfig(
  servers: Servers,
  { SHENBAO_DATABASE: database, ...variables }: Variables,
  ...call: Parameters<typeof liveConfigFolder>
): Config {
  const { mailbox, smtp, ...config } = configOnce(variables, ...call)
  return {
    ...config,
    ...(database !== undefined && { database }),
    mailbox: variables.SHENBAO_MAILBOX_PORT === undefined ? { ...mailbox, port: servers.imap } : mailbox,
    smtp: variables.SHENBAO_SMTP_PORT === undefined ? { ...smtp, port: servers.smtp } : smtp,
  }
}

const read = new Map<string, Config>()
const ANYWHERE: Servers = { imap: 1, smtp: 1 }

function configOnce(variables: Variables, ...call: Parameters<typeof liveConfigFolder>): Config {
  const key = JSON.stringify([variables, callText(call[0]), call[1]])
  const config = read.get(key) ?? configAnew(variables, ...call)
  read.set(key, config)
  return config
}

function configAnew(variables: Variables, ...call: Parameters<typeof liveConfigFolder>): Config {
  const folder = liveConfigFolder(...call)
  try {
    return loadConfig(folder, { ...liveVariables(ANYWHERE), ...variables })
  } finally {
    rmSync(folder, { recursive: true })
  }
}

const settings = (part: 'MAILBOX' | 'SMTP', port: number): Variables => ({
  [`SHENBAO_${part}_HOST`]: '127.0.0.1',
  [`SHENBAO_${part}_PORT`]: String(port),
  [`SHENBAO_${part}_TLS`]: 'none',
  [`SHENBAO_${part}_PASSWORD`]: LOGIN.password,
})
