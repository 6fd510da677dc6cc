import type { Command } from 'commander'
import type { App } from '../app.ts'
import { type Config, requireSecrets } from '../config/config.ts'
import { processVariables } from '../config/environment.ts'
import type { Log } from '../log.ts'
import { configFolderOf } from './config-folder.ts'

/** What every command begins with. */
export type Context = { readonly app: App; readonly config: Config; readonly log: Log }

/** The configuration that `--config`, else SHENBAO_CONFIG, else `config` names. Throws ConfigurationError. */
async function loadConfigOf(command: Command, mayLackCalls: boolean): Promise<Config> {
  const { loadConfig } = await import('../config/load.ts')
  return loadConfig(configFolderOf(command), processVariables(), { mayLackCalls })
}

type Needs = {
  /** Only the worker makes a database where there is none. */
  readonly makesDatabase?: boolean
  /** The first call is drafted where there is none yet. */
  readonly mayLackCalls?: boolean
}

/** Runs `work` with the app made for it, and takes the app down afterwards, whatever happened. */
export async function withApp<Result>(
  command: Command,
  work: (context: Context) => Promise<Result>,
  { makesDatabase = false, mayLackCalls = false }: Needs = {},
): Promise<Result> {
  const config = await loadConfigOf(command, mayLackCalls)
  // What the app is made of takes long to load, and `--help` does without.
  const [{ createApp }, { createLog }] = await Promise.all([import('../app.ts'), import('../log.ts')])
  const log = createLog('info')
  const app = createApp(config, { clock: () => new Date(), log, makesDatabase })
  try {
    return await work({ app, config, log })
  } finally {
    await app.close()
  }
}

/** The same for the one worker a database may have: a second one refuses. */
export async function withWorker(command: Command, work: (context: Context) => Promise<void>): Promise<void> {
  const working = async (context: Context) => {
    requireSecrets(context.config)
    await withLock(context, () => work(context))
  }
  await withApp(command, working, { makesDatabase: true })
}

/** Runs `work` while no worker is at work on the database. */
export async function withLock({ app, config }: Context, work: () => Promise<void>): Promise<void> {
  const lock = app.takeWorkerLock()
  if (lock === null) throw new Error(`another worker is at work on ${config.database}: there may be one`)
  try {
    await work()
  } finally {
    lock.release()
  }
}

/** What a start found to settle, for the operator. */
export function logRecovery({ died, unconfirmed, restored }: ReturnType<App['recover']>, log: Log): void {
  for (const id of died) log.warn({ id }, 'the process died while this message was judged: it is tried again, alone')
  if (unconfirmed > 0)
    log.warn({ mails: unconfirmed }, 'of these mails it is not known whether they went out: it is looked into')
  if (restored) log.warn('the database is a restored backup: what is due is looked for among the sent mail first')
}
