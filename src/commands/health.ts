import type { Command } from 'commander'
import { processVariables } from '../config/environment.ts'
import { judgeHealth } from '../core/doctor/health.ts'
import { describeError } from '../errors.ts'
import { configFolderOf } from './config-folder.ts'

/** `shenbao health`: whether the worker does its work; for the container's HEALTHCHECK, so it loads as little as it can. */
export function defineHealth(program: Command): void {
  program
    .command('health')
    .description('exit 0 while sweeps complete and mail goes out, else 1 and a sentence why')
    .option('--json', 'one JSON object')
    .addHelpText('after', '\nExample:\n  shenbao health --json')
    .action(async ({ json = false }: { json?: boolean }, command: Command) => {
      const health = await lookAt(command)
      if (json) process.stdout.write(`${JSON.stringify(health)}\n`)
      else for (const line of health.lines) process.stdout.write(`${line}\n`)
      if (health.verdict !== null) throw new Error(health.verdict)
    })
}

/** What there is to tell; of a database that can't be read, that. */
async function lookAt(command: Command) {
  const [{ databasePathOf }, { readHealth }] = await Promise.all([
    import('../config/database-path.ts'),
    import('../store/health.ts'),
  ])
  const database = await databasePathOf(configFolderOf(command), processVariables())
  try {
    const facts = readHealth(database)
    const { verdict, lines } = judgeHealth(facts, new Date())
    return { healthy: verdict === null, verdict, ...facts, lines }
  } catch (error) {
    const verdict = `unhealthy: the database ${database} can't be read (${describeError(error)})`
    return { healthy: false, verdict, lines: [] }
  }
}
