import { spawnSync } from 'node:child_process'
import { chmodSync, cpSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { SHIPPED_CONFIG } from '../support/shipped-call.ts'

/** What one command in the image sees: its folders on this machine, `data` null for a volume of its own, and its variables. */
export type OneShot = {
  readonly folder: string
  readonly config: string | null
  readonly data: string | null
  readonly variables: readonly string[]
}

export const SECRETS = ['SHENBAO_MAILBOX_PASSWORD=a', 'SHENBAO_SMTP_PASSWORD=b'] as const

/** A folder with the shipped configuration in it, which everybody may read, for `work` alone. */
export async function withFolder<Result>(work: (shot: OneShot) => Result | Promise<Result>): Promise<Result> {
  const folder = mkdtempSync(join(tmpdir(), 'shenbao-image-'))
  const config = join(folder, 'config')
  try {
    chmodSync(folder, 0o755)
    cpSync(SHIPPED_CONFIG, config, { recursive: true })
    mkdirSync(join(folder, 'data'))
    return await work({ folder, config, data: null, variables: SECRETS })
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

/** Runs a command in the image as docker-compose.yml does, without a network: the exit code and what it said. */
export function runOnce({ folder, config, data, variables }: OneShot, ...command: readonly string[]) {
  const mounts = [
    ...(config === null ? [] : ['--volume', `${config}:/app/config:ro`]),
    ...(data === null ? [] : ['--volume', `${data}:/app/data`]),
    ...['--volume', `${folder}:/seen:ro`],
  ]
  const limits = ['--rm', '--network=none', '--read-only', '--tmpfs=/tmp', '--cap-drop=ALL']
  const env = variables.flatMap(one => ['--env', one])
  const args = ['run', ...limits, ...mounts, ...env, 'shenbao', ...command]
  const { status, stdout, stderr } = spawnSync('docker', args, { encoding: 'utf8' })
  return { code: status, stdout, stderr }
}
