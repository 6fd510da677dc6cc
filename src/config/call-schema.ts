import { z } from 'zod'
import { CONDITIONS } from '../core/eligibility/all-checks.ts'
import type { CheckId } from '../core/eligibility/check.ts'
import { compileTemplate } from '../core/naming/template.ts'
import { day, instant, month } from './quantities.ts'

const word = z.string().trim().min(1)
const words = z.array(word).min(1)

/** A naming template such as `党建工作样板支部申报书-{unit}{branch}`. */
const template = word.superRefine((text, context) => {
  const compiled = compileTemplate(text)
  if (compiled.kind === 'unknown-token')
    context.addIssue({ code: 'custom', message: `unknown token {${compiled.token}} (allowed: {unit}, {branch})` })
  if (compiled.kind === 'stray-brace')
    context.addIssue({ code: 'custom', message: `stray brace in ${JSON.stringify(compiled.text)}` })
})

const check = z
  .strictObject({
    id: z.enum(Object.keys(CONDITIONS) as [CheckId, ...CheckId[]]),
    title: word,
    window: z
      .strictObject({ years: z.int().min(1).max(20), anchor: z.enum(['deadline', 'announced']) })
      .nullable()
      .default(null),
    level: z.enum(['national', 'provincial', 'municipal', 'university', 'school']).nullable().default(null),
    words: z.record(z.string(), words).default({}),
  })
  .superRefine(({ id, words: given }, context) => {
    const { words: known } = CONDITIONS[id]
    if (known === 'any') return
    const read = Object.keys(known)
    const mistake = (name: string, message: string) =>
      context.addIssue({ code: 'custom', path: ['words', name], message })
    for (const name of Object.keys(given).filter(one => !read.includes(one)))
      mistake(name, `${id} reads no such list (allowed: ${read.join(', ') || 'none'})`)
    for (const name of read.filter(one => !Object.hasOwn(given, one))) mistake(name, `missing: ${id} reads this list`)
  })

const NAME = /^[a-z0-9][a-z0-9-]*$/
const FORMER_FORM =
  'the form stands in a file of its own now: put `form: NAME` here and describe it in forms/NAME.yaml, one label for each field (CHANGELOG tells how)'

const isFormerForm = (input: unknown): boolean => typeof input === 'object' && input !== null

/** A file of `calls/`, before its roster and its form are read. */
export const callSchema = z.strictObject({
  id: z.string().regex(/^[a-z0-9][a-z0-9-]*$/, 'expected lower-case letters, digits and hyphens'),
  title: word,
  short: word.optional(),
  unit: word,
  university: word,
  example: z.boolean().default(false),
  announced: day,
  deadline: instant,
  cycle: z
    .strictObject({ from: month, to: month })
    .refine(cycle => cycle.from <= cycle.to, 'from must not be after to'),
  roster: word,
  naming: z.strictObject({ subject: template, file: template }),
  formats: z.array(z.enum(['docx', 'doc', 'wps', 'pdf', 'zip'])).min(1),
  form: z
    .string({ error: issue => (isFormerForm(issue.input) ? FORMER_FORM : undefined) })
    .regex(NAME, 'expected the name of a file in forms/, without .yaml'),
  checks: z.array(check).refine(unique, 'each check may stand there once'),
})

function unique(checks: readonly { id: string }[]): boolean {
  return new Set(checks.map(({ id }) => id)).size === checks.length
}
