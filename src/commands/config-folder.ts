import type { Command } from 'commander'
import { pathAsCalled, processVariables } from '../config/environment.ts'

/** The configuration folder that `--config`, else SHENBAO_CONFIG, else `config` names. */
export function configFolderOf(command: Command): string {
  const variables = processVariables()
  const { config } = command.optsWithGlobals<{ config?: string }>()
  const named = config ?? variables.SHENBAO_CONFIG
  return named === undefined ? 'config' : pathAsCalled(named, variables)
}
