import type { Command } from 'commander'
import { type App, createApp } from '../app.ts'
import { type Config, requireSecrets } from '../config/config.ts'
import { pathAsCalled, processVariables } from '../config/environment.ts'
import { loadConfig } from '../config/load.ts'
import { createLog, type Log } from '../log.ts'

/** What every command begins with. */
export type Context = { readonly app: App; readonly config: Config; readonly log: Log }

/** The configuration that `--config`, else SHENBAO_CONFIG, else `config` names. Throws ConfigurationError. */
export function loadConfigOf(command: Command): Config {
  const variables = processVariables()
  const { config } = command.optsWithGlobals<{ config?: string }>()
  const named = config ?? variables.SHENBAO_CONFIG
  return loadConfig(named === undefined ? 'config' : pathAsCalled(named, variables), variables)
}

/** Runs `work` with the app made for it, and takes the app down afterwards, whatever happened. */
export async function withApp<Result>(command: Command, work: (context: Context) => Promise<Result>): Promise<Result> {
  const config = loadConfigOf(command)
  const log = createLog('info')
  const app = createApp(config, { clock: () => new Date(), log })
  try {
    return await work({ app, config, log })
  } finally {
    await app.close()
  }
}

/** The same for the one worker a database may have: a second one refuses. */
export async function withWorker(command: Command, work: (context: Context) => Promise<void>): Promise<void> {
  await withApp(command, async context => {
    requireSecrets(context.config)
    const lock = context.app.takeWorkerLock()
    if (lock === null) throw new Error(`another worker is at work on ${context.config.database}: there may be one`)
    try {
      await work(context)
    } finally {
      lock.release()
    }
  })
}
