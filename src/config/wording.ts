import type { z } from 'zod'
import { editDistance } from '../core/naming/edit-distance.ts'

/** What is wrong with a setting, and what is allowed there, where the schema itself doesn't say it; undefined leaves it to zod. */
export function wording(issue: z.core.$ZodRawIssue): string | undefined {
  switch (issue.code) {
    case 'unrecognized_keys':
      return unknownKeys(issue.keys, allowedBy(issue.inst))
    case 'invalid_type':
      return issue.input === undefined ? 'is missing' : `expected ${plain(issue.expected)}, ${got(issue.input)}`
    case 'invalid_value':
      return notOneOf(issue.values.map(String), issue.input)
    case 'too_small':
      return typeof issue.input === 'number'
        ? `expected ${issue.inclusive === false ? 'more than' : 'at least'} ${issue.minimum}, ${got(issue.input)}`
        : 'may not be empty'
    case 'too_big':
      return `expected at most ${issue.maximum}, ${got(issue.input)}`
    default:
      return undefined
  }
}

const plain = (type: string): string => PLAIN[type] ?? type

const PLAIN: Readonly<Record<string, string>> = {
  array: 'a list',
  boolean: 'true or false',
  number: 'a number',
  object: 'keys below it',
  string: 'a text',
}

/** A scalar as it stands there; of anything larger, what it is. */
export const got = (value: unknown): string => {
  if (value === undefined) return 'got nothing'
  if (Array.isArray(value)) return 'got a list'
  return typeof value === 'object' && value !== null ? 'got several keys' : `got ${JSON.stringify(value).slice(0, 80)}`
}

const notOneOf = (values: readonly string[], input: unknown): string => {
  const near = typeof input === 'string' ? nearKey(input, values) : null
  return `expected ${values.join(' or ')}, ${got(input)}${near === null ? '' : `: is ${near} meant?`}`
}

const unknownKeys = (keys: readonly string[], allowed: readonly string[]): string =>
  keys.includes('password')
    ? 'a password may not stand here: SHENBAO_MAILBOX_PASSWORD_FILE and SHENBAO_SMTP_PASSWORD_FILE name the files that hold them'
    : `unknown key ${keys.join(', ')}${meantBy(keys, allowed)}`

/** The key that is meant, else all there are. */
function meantBy(keys: readonly string[], allowed: readonly string[]): string {
  if (keys.some(key => key.includes('：'))) return ': the colon «：» is full-width: write «: », a colon and a space'
  const near = keys.map(key => nearKey(key, allowed))
  return near.every(key => key !== null) ? `: is ${near.join(', ')} meant?` : ` (allowed: ${allowed.join(', ')})`
}

/** The word that a misspelt one is nearest to, or that stands before a full-width colon. */
export function nearKey(written: string, words: readonly string[]): string | null {
  const [key = written] = written.split('：')
  const near = words
    .map(word => ({ word, far: editDistance(key.toLowerCase(), word.toLowerCase(), 2) }))
    .filter(({ word, far }) => far <= (word.length > 3 ? 2 : 1))
    .toSorted((one, other) => one.far - other.far)
  return near[0]?.word ?? null
}

/** Keys of a former shape are known, but not allowed. */
const allowedBy = (schema: unknown): readonly string[] =>
  Object.entries((schema as { readonly def?: { readonly shape?: Shape } } | undefined)?.def?.shape ?? {})
    .filter(([, of]) => of.def?.innerType?.def?.type !== 'never')
    .map(([key]) => key)

type Schema = { readonly def?: { readonly type?: string; readonly innerType?: Schema } }
type Shape = Readonly<Record<string, Schema>>
