import { readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import { ConfigurationError, describeError } from '../errors.ts'
import type { Variables } from './environment.ts'

const PROJECT = fileURLToPath(new URL('../../', import.meta.url))

/** A relative path is seen from the project's folder, wherever the program is started: another place would mean another, empty database. */
export const databaseFile = (path: string): string => resolve(PROJECT, path)

/**
 * Where the database is, without reading the rest of the configuration: for `health`, which is asked every minute. Throws
 * ConfigurationError where nothing says it.
 */
export async function databasePathOf(folder: string, variables: Variables): Promise<string> {
  const path = variables.SHENBAO_DATABASE ?? (await databaseIn(join(folder, 'service.yaml')))
  if (typeof path === 'string' && path.trim() !== '') return databaseFile(path.trim())
  throw new ConfigurationError([{ file: 'service.yaml', path: 'database', message: 'is not set' }])
}

async function databaseIn(file: string): Promise<unknown> {
  const { parseDocument } = await import('yaml')
  try {
    return parseDocument(readFileSync(file, 'utf8')).get('database')
  } catch (error) {
    throw new ConfigurationError([{ file, path: '', message: `can't be read: ${describeError(error)}` }])
  }
}
