import type { z } from 'zod'

/** What is wrong with a setting, and what is allowed there, where the schema itself doesn't say it; undefined leaves it to zod. */
export function wording(issue: z.core.$ZodRawIssue): string | undefined {
  switch (issue.code) {
    case 'unrecognized_keys':
      return `${unknownKeys(issue.keys)} (allowed: ${allowedBy(issue.inst).join(', ')})`
    case 'invalid_type':
      return issue.input === undefined ? 'is missing' : `expected ${issue.expected}, ${got(issue.input)}`
    case 'invalid_value':
      return `expected ${issue.values.join(' or ')}, ${got(issue.input)}`
    default:
      return undefined
  }
}

/** A scalar as it stands there; of anything larger, what it is. */
export const got = (value: unknown): string => {
  if (value === undefined) return 'got nothing'
  if (Array.isArray(value)) return 'got a list'
  return typeof value === 'object' && value !== null ? 'got several keys' : `got ${JSON.stringify(value).slice(0, 80)}`
}

const unknownKeys = (keys: readonly string[]): string =>
  keys.includes('password')
    ? 'a password may not stand here: SHENBAO_MAILBOX_PASSWORD_FILE and SHENBAO_SMTP_PASSWORD_FILE name the files that hold them'
    : `unknown key ${keys.join(', ')}`

const allowedBy = (schema: unknown): readonly string[] =>
  Object.keys((schema as { readonly def?: { readonly shape?: object } } | undefined)?.def?.shape ?? {})
