import { spawnSync } from 'node:child_process'
import { existsSync, rmSync, writeFileSync } from 'node:fs'

/** Where Debian puts a program, and the package that brings it. */
export type Programs = Readonly<Record<string, string>>

// Debian's packages ask this program whether they may start their servers; 101 is no. Ours are private and started by the tests.
const POLICY = '/usr/sbin/policy-rc.d'

/**
 * Installs what is missing where we are root, and else says what to install and ends the process with 1; quiet when all is there.
 * `purpose` begins the sentence; `answers` preseed debconf.
 */
export function needPrograms(programs: Programs, purpose: string, answers: readonly string[] = []): void {
  const missing = missingOf(programs)
  if (missing.length === 0) return
  const wanted = missing.join(' ')
  if (process.getuid?.() !== 0) giveUp(`${purpose} need these Debian packages, please install them as root: ${wanted}`)
  process.stdout.write(`installing ${wanted} …\n`)
  try {
    install(missing, answers)
  } catch (error) {
    giveUp(`Could not install ${wanted}. ${(error as Error).message}`)
  }
  const still = missingOf(programs)
  if (still.length > 0) giveUp(`${still.join(' ')} installed, but the programs are not where Debian puts them`)
}

const missingOf = (programs: Programs): string[] =>
  Object.entries(programs)
    .filter(([program]) => !existsSync(program))
    .map(([, name]) => name)

function install(packages: readonly string[], answers: readonly string[]): void {
  const ownPolicy = !existsSync(POLICY)
  if (ownPolicy) writeFileSync(POLICY, '#!/bin/sh\nexit 101\n', { mode: 0o755 })
  try {
    for (const answer of answers) run('debconf-set-selections', [], `${answer}\n`)
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
