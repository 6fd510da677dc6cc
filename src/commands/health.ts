import type { Command } from 'commander'
import { processVariables } from '../config/environment.ts'
import { judgeHealth } from '../core/doctor/health.ts'
import { configFolderOf } from './config-folder.ts'

/** `shenbao health`: whether the worker does its work; for the container's HEALTHCHECK, so it loads as little as it can. */
export function defineHealth(program: Command): void {
  program
    .command('health')
    .description('exit 0 while the last completed sweep is recent, else 1 and a sentence why')
    .action(async (_options: unknown, command: Command) => {
      const [{ databasePathOf }, { readHealth }] = await Promise.all([
        import('../config/database-path.ts'),
        import('../store/health.ts'),
      ])
      const database = await databasePathOf(configFolderOf(command), processVariables())
      const { verdict, lines } = judgeHealth(readFacts(readHealth, database), new Date())
      for (const line of lines) process.stdout.write(`${line}\n`)
      if (verdict !== null) throw new Error(verdict)
    })
}

function readFacts<Facts>(read: (file: string) => Facts, database: string): Facts {
  try {
    return read(database)
  } catch (error) {
    throw new Error(`unhealthy: the database ${database} can't be read`, { cause: error })
  }
}
