import { readFileSync } from 'node:fs'
import { describeError, type Mistake } from '../errors.ts'
import type { Variables } from './environment.ts'

/** A password that no log and no `JSON.stringify` shows. */
export type Secret = { reveal(): string }

const secret = (value: string): Secret => ({ reveal: () => value })

/**
 * The variable itself, or the content of the file that `NAME_FILE` names, without the mark and the last line break that editors
 * put there; null where neither is set.
 */
export function readSecret(name: string, variables: Variables): Secret | Mistake | null {
  const value = variables[name]
  if (value !== undefined && value !== '') return secret(value)
  const file = variables[`${name}_FILE`]
  if (file === undefined || file === '') return null
  const mistake = (message: string): Mistake => ({ file: 'environment', path: `${name}_FILE`, message })
  try {
    const content = readFileSync(file, 'utf8')
      .replace(/^\ufeff/, '')
      .replace(/\r?\n$/, '')
    return content === '' ? mistake(`${file} is empty: write the password into it`) : secret(content)
  } catch (error) {
    return mistake(
      `can't be read: ${describeError(error)}; the file must be there, and belong to the user that shenbao runs as, 1000 in the image`,
    )
  }
}

export const isSecret = (value: Secret | Mistake | null): value is Secret => value !== null && 'reveal' in value
