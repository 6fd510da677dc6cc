import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { ConfigurationError, describeError } from '../errors.ts'
import type { Variables } from './environment.ts'

/**
 * Where the database is, without reading the rest of the configuration: for `health`, which is asked every minute. Throws
 * ConfigurationError where nothing says it.
 */
export async function databasePathOf(folder: string, variables: Variables): Promise<string> {
  const path = variables.SHENBAO_DATABASE ?? (await databaseIn(join(folder, 'service.yaml')))
  if (typeof path === 'string' && path.trim() !== '') return path.trim()
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
