import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'
import { type Nouns, PLAIN_NOUNS } from '../core/call/nouns.ts'
import type { Mistake } from '../errors.ts'
import { check, readYaml } from './checked-file.ts'
import { word } from './quantities.ts'

const schema = z.strictObject({
  applicant: word.optional(),
  you: word.optional(),
  fullName: word.optional(),
  form: word.optional(),
  committee: word.optional(),
  roster: word.optional(),
  signature: word.optional(),
})

/** The nouns of a file of `wording/`, for the call in whose file it is named; what it leaves out is the product's. */
export function loadNouns(
  folder: string,
  name: string | null,
  at: { call: string; mistakes: Mistake[] },
): Nouns | null {
  if (name === null) return PLAIN_NOUNS
  const file = `wording/${name}.yaml`
  if (!existsSync(join(folder, file))) {
    at.mistakes.push({ file: at.call, path: 'wording', message: `there is no ${file}` })
    return null
  }
  const settings = readYaml(folder, file, at.mistakes)
  const parsed = settings === undefined ? null : check(schema, settings, path => ({ file, path }), at.mistakes)
  if (parsed === null) return null
  const given = Object.fromEntries(Object.entries(parsed).filter(([, noun]) => noun !== undefined))
  return { ...PLAIN_NOUNS, ...given }
}
