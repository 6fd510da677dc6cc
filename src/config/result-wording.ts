import { z } from 'zod'
import { PLAIN_RESULTS, type ResultWording, unknownTokens } from '../core/call/result-wording.ts'
import { word } from './quantities.ts'

/** A paragraph; what stands in braces must be known, for no letter may bear braces. */
const text = word.superRefine((said, issues) => {
  for (const token of unknownTokens(said)) issues.addIssue({ code: 'custom', message: `{${token}} is not known` })
})

const texts = z.array(text).min(1)

/** `results:` of a file of `wording/`. */
export const resultsSchema = z.strictObject({
  letters: z.record(word, texts).optional(),
  notice: z.strictObject({ groups: z.array(word).min(1), text: texts }).optional(),
})

/** What the file leaves out is the product's. */
export const resultsOf = (given: z.output<typeof resultsSchema> | undefined): ResultWording => ({
  letters: given?.letters ?? PLAIN_RESULTS.letters,
  notice: given?.notice ?? PLAIN_RESULTS.notice,
})
