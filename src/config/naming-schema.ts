import { z } from 'zod'
import { ANY } from '../core/call/name-rule.ts'
import { compileTemplate } from '../core/naming/template.ts'
import { word } from './quantities.ts'

/** Braces and quotes of a Chinese keyboard would be letters of the name. */
const WIDE = /[｛｝]|^[‘“]|[’”]$/

/** A naming template such as `党建工作样板支部申报书-{unit}{branch}`; which tokens there are, the call and its form say. */
const template = word.superRefine((text, context) => {
  const wide = WIDE.exec(text)?.[0]
  if (wide !== undefined)
    context.addIssue({ code: 'custom', message: `full-width ${wide}: write it in ASCII, as in '{name}-申请表'` })
  const compiled = compileTemplate(text)
  if (compiled.kind === 'stray-brace')
    context.addIssue({ code: 'custom', message: `stray brace in ${JSON.stringify(compiled.text)}` })
  if (compiled.kind === 'unknown-token')
    context.addIssue({
      code: 'custom',
      message: `{${compiled.token}} is no token: letters and digits, as the form names its fields`,
    })
})

const rule = z.union([template, z.strictObject({ has: word })], {
  error: 'expected a template, any, or { has: 关键词 }',
})

const examples = z.strictObject({ subject: word, file: word, archive: word }).partial()

/** How mails and files must be called; whatever isn't said is any. */
export const naming = z
  .strictObject({
    subject: rule.default(ANY),
    file: rule.default(ANY),
    archive: rule.nullable().default(null),
    examples: examples.optional(),
  })
  .default({ subject: ANY, file: ANY, archive: null })
