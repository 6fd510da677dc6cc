import { z } from 'zod'
import type { CheckParameters, CheckType, Parameter } from '../core/call/check-description.ts'
import { CONDITIONS } from '../core/eligibility/all-checks.ts'
import { word } from './quantities.ts'
import { got } from './wording.ts'

const TYPES = Object.keys(CONDITIONS) as [CheckType, ...CheckType[]]
const ID = /^[a-z][a-zA-Z0-9]*(?:[.-][a-zA-Z0-9]+)*$/
const words = z.array(word).min(1)
const dayOrMonth = z
  .string()
  .regex(/^\d{4}-\d{2}(?:-\d{2})?$/, 'expected a day or a month, such as 2024-05-14 or 2024-05')

const bound = z.number({ error: issue => `expected a number, as 0.1 for 10% and 10000 for 1万, ${got(issue.input)}` })

const parameters = {
  field: word.optional(),
  of: word.optional(),
  least: bound.optional(),
  most: bound.optional(),
  from: dayOrMonth.optional(),
  to: dayOrMonth.optional(),
  recipients: z
    .array(z.enum(['branch', 'secretary', 'member', 'unknown']))
    .min(1)
    .optional(),
  when: z.record(z.string(), word).optional(),
} as const

const NAMES = Object.keys(parameters) as Parameter[]

const written = z.strictObject({
  id: z.string().regex(ID, 'expected a name of letters and digits, dotted as plan.deadlines'),
  type: z.enum(TYPES).optional(),
  title: word,
  window: z
    .strictObject({ years: z.int().min(1).max(20), anchor: z.enum(['deadline', 'announced']).default('deadline') })
    .nullable()
    .default(null),
  level: z.enum(['national', 'provincial', 'municipal', 'university', 'school']).nullable().default(null),
  words: z.union([z.record(z.string(), words), words.transform(topics => ({ topics }))]).default({}),
  ...parameters,
})

type Written = z.output<typeof written>

const isType = (id: string): id is CheckType => Object.hasOwn(CONDITIONS, id)

/** The condition with the product's words where the call gives none, and its parameters together. */
export const check = written.transform((given, context) => {
  const { id, title, window, level } = given
  const type = given.type ?? (isType(id) ? id : null)
  if (type === null) {
    context.addIssue({ code: 'custom', path: ['type'], message: `is missing (allowed: ${TYPES.join(', ')})` })
    return z.NEVER
  }
  const mistakes = [...wordMistakes(type, given), ...parameterMistakes(type, given)]
  for (const { path, message } of mistakes) context.addIssue({ code: 'custom', path, message })
  const params = Object.fromEntries(NAMES.flatMap(name => (given[name] === undefined ? [] : [[name, given[name]]])))
  const known = CONDITIONS[type].words
  const own =
    known === 'any'
      ? {}
      : Object.fromEntries(Object.keys(known).map(name => [name, CONDITIONS[type].defaults[name] ?? []]))
  const lists =
    known === 'any' && Object.keys(given.words).length === 0 ? CONDITIONS[type].defaults : { ...own, ...given.words }
  return { id, type, title, window, level, words: lists, params: params as CheckParameters }
})

type Found = { readonly path: string[]; readonly message: string }

function wordMistakes(type: CheckType, { id, words: given }: Written): Found[] {
  const { words: known, defaults } = CONDITIONS[type]
  if (known === 'any') return []
  const read = Object.keys(known)
  const of = (name: string, message: string) => ({ path: ['words', name], message })
  return [
    ...Object.keys(given)
      .filter(one => !read.includes(one))
      .map(name => of(name, `${id} reads no such list (allowed: ${read.join(', ') || 'none'})`)),
    ...read
      .filter(one => !Object.hasOwn(given, one) && !Object.hasOwn(defaults, one))
      .map(name => of(name, `missing: ${id} reads this list`)),
  ]
}

function parameterMistakes(type: CheckType, given: Written): Found[] {
  const { needs = [], takes = [] } = CONDITIONS[type]
  const allowed: readonly Parameter[] = [...needs, ...takes, 'when']
  const shares = type === 'ratio' ? (['least', 'most'] as const) : []
  return [
    ...shares
      .filter(name => (given[name] ?? 0) > 1)
      .map(name => ({ path: [name], message: `a share is at most 1: write 0.1 for 10%, got ${given[name]}` })),
    ...NAMES.filter(name => given[name] !== undefined && !allowed.includes(name)).map(name => ({
      path: [name],
      message: `${type} reads no ${name} (allowed: ${allowed.join(', ')})`,
    })),
    ...needs
      .filter(name => given[name] === undefined)
      .map(name => ({ path: [name], message: `is missing: ${type} needs it` })),
  ]
}
