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
  const call = join(folder, 'calls', '2024-model-branch.yaml')
  writeFileSync(call, edit(readFileSync(call, 'utf8').replace(/^example: true.*$/m, '')))
  for (const [name, text] of Object.entries(rosters)) writeFileSync(join(folder, 'calls', name), text)
  return folder
}

/** The environment that points the configuration at servers on loopback, replies live. */
export const liveVariables = ({ imap, smtp }: Servers): Variables => ({
  ...settings('MAILBOX', imap),
  ...settings('SMTP', smtp),
  SHENBAO_REPLIES: 'live',
})

export function liveConfig(
  servers: Servers,
  variables: Variables,
  ...call: Parameters<typeof liveConfigFolder>
): Config {
  const folder = liveConfigFolder(...call)
  try {
    return loadConfig(folder, { ...liveVariables(servers), ...variables })
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
