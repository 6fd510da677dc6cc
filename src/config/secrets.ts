import { readFileSync } from 'node:fs'
import { describeError, type Mistake } from '../errors.ts'
import type { Variables } from './environment.ts'

/** A password that no log and no `JSON.stringify` shows. */
export type Secret = { reveal(): string }

const secret = (value: string): Secret => ({ reveal: () => value })

/** The variable itself, or the content of the file that `NAME_FILE` names, without its last line break; null where neither is set. */
export function readSecret(name: string, variables: Variables): Secret | Mistake | null {
  const value = variables[name]
  if (value !== undefined && value !== '') return secret(value)
  const file = variables[`${name}_FILE`]
  if (file === undefined || file === '') return null
  try {
    return secret(readFileSync(file, 'utf8').replace(/\r?\n$/, ''))
  } catch (error) {
    return { file: 'environment', path: `${name}_FILE`, message: `can't be read: ${describeError(error)}` }
  }
}

export const isSecret = (value: Secret | Mistake | null): value is Secret => value !== null && 'reveal' in value
