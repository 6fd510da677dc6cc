import { execFileSync, spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, readdirSync, renameSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

/**
 * Where servers lie that Debian won't install beside Dovecot, for each of them is «the» imap-server. Not in the checkout: they change to another
 * user, who may not walk there.
 */
const HOME = join(tmpdir(), 'shenbao-unpacked-servers')
const SERVERS = ['cyrus-imapd', 'cyrus-common', 'courier-imap', 'courier-base', 'courier-authlib']

/** A file of an unpacked package, by its path on Debian. */
export const unpacked = (path: string): string => join(HOME, 'root', path)

/** The environment in which unpacked programs find their libraries. */
export function unpackedEnvironment(): Record<string, string> {
  const folders = ['usr/lib', ...multiarch('usr/lib'), ...multiarch('lib')]
  return { LD_LIBRARY_PATH: folders.map(unpacked).join(':') }
}

const multiarch = (folder: string): string[] =>
  existsSync(unpacked(folder))
    ? readdirSync(unpacked(folder))
        .filter(name => name.endsWith('-linux-gnu'))
        .map(name => join(folder, name))
    : []

/** Fetches what is missing from Debian, without installing it: packages of servers, and libraries that the system lacks. */
export function needUnpackedServers(): void {
  if (existsSync(unpacked('usr/lib/cyrus/bin/imapd')) && existsSync(unpacked('usr/bin/imapd'))) return
  process.stdout.write(`unpacking ${SERVERS.join(' ')} …\n`)
  const work = join(HOME, 'new')
  rmSync(HOME, { recursive: true, force: true })
  mkdirSync(join(work, 'root'), { recursive: true, mode: 0o755 })
  execFileSync('apt-get', ['-o', 'APT::Sandbox::User=root', 'download', ...SERVERS, ...missingLibraries()], {
    cwd: work,
    stdio: ['ignore', 'ignore', 'inherit'],
  })
  for (const name of readdirSync(work).filter(one => one.endsWith('.deb'))) {
    execFileSync('dpkg', ['-x', join(work, name), join(work, 'root')])
    rmSync(join(work, name))
  }
  renameSync(join(work, 'root'), join(HOME, 'root'))
}

const ONLY_DEPENDS = ['recommends', 'suggests', 'conflicts', 'breaks', 'replaces', 'enhances'].map(one => `--no-${one}`)

function missingLibraries(): readonly string[] {
  const all = execFileSync('apt-cache', ['depends', '--recurse', ...ONLY_DEPENDS, ...SERVERS], { encoding: 'utf8' })
  const libraries = [...new Set(all.split('\n').filter(name => /^lib[a-z0-9.+-]+$/.test(name) && !/perl$/.test(name)))]
  const { stdout } = spawnSync('dpkg-query', ['-W', ...libraries], { encoding: 'utf8' })
  const installed = new Set([...stdout.matchAll(/^([^:\t]+)(?::\S+)?\t\S/gm)].map(([, name]) => name))
  return withCandidate(libraries.filter(name => !installed.has(name)))
}

/** Without names that only other packages provide. */
function withCandidate(names: readonly string[]): readonly string[] {
  const told = execFileSync('apt-cache', ['policy', ...names], { encoding: 'utf8' })
  return [...told.matchAll(/^(\S+):\n {2}Installed: .*\n {2}Candidate: (?!\(none\))/gm)].map(([, name = '']) => name)
}
