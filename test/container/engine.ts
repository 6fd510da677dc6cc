import { spawnSync } from 'node:child_process'
import { fileURLToPath } from 'node:url'

const ROOT = fileURLToPath(new URL('../..', import.meta.url))

/** Runs a command in the project's folder and gives what it printed. Throws with its words where it fails. */
export function run(command: string, ...args: readonly string[]): string {
  const env = { ...process.env, DOCKER_BUILDKIT: process.env.DOCKER_BUILDKIT ?? '0' }
  const { status, stdout, stderr, error } = spawnSync(command, args, { cwd: ROOT, env, encoding: 'utf8' })
  if (status === 0) return stdout.trim()
  throw new Error(`${[command, ...args].join(' ')}: ${error?.message ?? lastLines(stdout) + lastLines(stderr)}`)
}

const lastLines = (text: string): string => `\n${text.trim().split('\n').slice(-25).join('\n')}`

const answers = (command: string, ...args: readonly string[]): boolean =>
  spawnSync(command, args, { stdio: 'ignore' }).status === 0

/** Whether a Docker engine can be reached. */
export const hasEngine = (): boolean => answers('docker', 'info')

/** Docker Compose of this project's demo, whichever generation is installed. */
export function compose(...args: readonly string[]): string {
  const project = ['--project-name', 'shenbao-container-test', '--profile', 'demo', ...args]
  return answers('docker', 'compose', 'version')
    ? run('docker', 'compose', ...project)
    : run('docker-compose', ...project)
}

/** The container of a service of the demo. */
export const containerOf = (service: string): string => compose('ps', '-q', service)

export const inspect = (container: string, format: string): string =>
  run('docker', 'inspect', '--format', format, container)
