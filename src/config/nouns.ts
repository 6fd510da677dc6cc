import { z } from 'zod'
import type { Nouns } from '../core/call/nouns.ts'
import { PLAIN_RESULTS, type ResultWording } from '../core/call/result-wording.ts'
import type { Mistake } from '../errors.ts'
import { readNamed } from './checked-file.ts'
import { word } from './quantities.ts'
import { resultsOf, resultsSchema } from './result-wording.ts'

const schema = z.strictObject({
  applicant: word.optional(),
  head: word.optional(),
  you: word.optional(),
  fullName: word.optional(),
  form: word.optional(),
  committee: word.optional(),
  roster: word.optional(),
  signature: word.optional(),
  results: resultsSchema.optional(),
})

/** How a call speaks: its nouns, and the letters of its result. */
type Wording = { readonly nouns: Nouns; readonly results: ResultWording }

/** A file of `wording/`, for the call in whose file it is named; what it leaves out is `plain`. */
export function loadWording(
  folder: string,
  name: string | null,
  at: { call: string; plain: Nouns; mistakes: Mistake[] },
): Wording | null {
  if (name === null) return { nouns: at.plain, results: PLAIN_RESULTS }
  const named = { folder, file: `wording/${name}.yaml`, path: 'wording', call: at.call }
  const parsed = readNamed(named, schema, at.mistakes)
  if (parsed === null) return null
  const { results, ...nouns } = parsed
  const given = Object.fromEntries(Object.entries(nouns).filter(([, noun]) => noun !== undefined))
  return { nouns: { ...at.plain, ...given }, results: resultsOf(results) }
}
