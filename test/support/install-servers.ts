/** Sees to it that Dovecot and Postfix are there before the tests on real servers; quiet when they are. */

import { spawnSync } from 'node:child_process'
import { existsSync, rmSync, writeFileSync } from 'node:fs'

const PACKAGE_OF_PROGRAM = {
  '/usr/lib/dovecot/imap': 'dovecot-imapd',
  '/usr/lib/dovecot/lmtp': 'dovecot-lmtpd',
  '/usr/lib/postfix/sbin/master': 'postfix',
} as const

// Debian's packages ask this program whether they may start their servers; 101 is no. Ours are private and started by the tests.
const POLICY = '/usr/sbin/policy-rc.d'

function missingPackages(): string[] {
  return Object.entries(PACKAGE_OF_PROGRAM)
    .filter(([program]) => !existsSync(program))
    .map(([, name]) => name)
}

function install(packages: readonly string[]): void {
  const ownPolicy = !existsSync(POLICY)
  if (ownPolicy) writeFileSync(POLICY, '#!/bin/sh\nexit 101\n', { mode: 0o755 })
  try {
    run('debconf-set-selections', [], 'postfix postfix/main_mailer_type select No configuration\n')
    run('apt-get', ['update'])
    run('apt-get', ['install', '-y', '--no-install-recommends', ...packages])
  } finally {
    if (ownPolicy) rmSync(POLICY)
  }
}

function run(command: string, args: readonly string[], input = ''): void {
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' }
  const { status, error, stdout, stderr } = spawnSync(command, args, { env, input, encoding: 'utf8' })
  if (status === 0) return
  throw new Error(`${[command, ...args].join(' ')}: ${error?.message ?? `exit code ${status}\n${stdout}${stderr}`}`)
}

function giveUp(sentence: string): never {
  process.stderr.write(`${sentence}\n`)
  process.exit(1)
}

const missing = missingPackages()
if (missing.length > 0) {
  const wanted = missing.join(' ')
  if (process.getuid?.() !== 0)
    giveUp(`The tests on real servers need these Debian packages, please install them as root: ${wanted}`)
  process.stdout.write(`installing ${wanted} …\n`)
  try {
    install(missing)
  } catch (error) {
    giveUp(`Could not install ${wanted}. ${(error as Error).message}`)
  }
  const still = missingPackages()
  if (still.length > 0) giveUp(`${still.join(' ')} installed, but the programs are not where Debian puts them`)
}
