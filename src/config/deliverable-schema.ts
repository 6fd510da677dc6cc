import { z } from 'zod'
import { moved, word } from './quantities.ts'

const NAME = /^[a-z0-9][a-z0-9-]*$/
const FORM_FORMATS = ['docx', 'doc', 'wps', 'pdf'] as const
const FORMATS = [...FORM_FORMATS, 'xlsx', 'pptx', 'image', 'rtf', 'odt', 'ofd', 'txt'] as const

const MANY = { error: 'expected true, false or how many are asked for, such as 5' }

const isMany = (many: boolean | number): boolean => typeof many === 'boolean' || (Number.isInteger(many) && many > 1)

const deliverable = z
  .strictObject({
    id: z.string().regex(NAME, 'expected lower-case letters, digits and hyphens'),
    title: word.optional(),
    formats: z.array(z.enum(FORMATS)).min(1).optional(),
    required: z.boolean().default(true),
    many: z.union([z.boolean(), z.number()], MANY).refine(isMany, MANY).default(false),
    titles: z.array(word).default([]),
    name: word.nullable().default(null),
    reads: z.enum(['form', 'rows']).optional(),
  })
  .transform(({ formats, reads, many, ...one }) => {
    const read = reads ?? (one.id === 'form' ? 'form' : null)
    const count = typeof many === 'number' ? { count: many } : {}
    return {
      ...one,
      reads: read,
      formats: formats ?? (read === 'rows' ? ROWS : FORM_FORMATS),
      many: many !== false,
      ...count,
    }
  })

const ROWS = ['xlsx'] as const

/** The documents that a call asks for; without the list it asks for its form. */
export const deliverables = z
  .array(deliverable)
  .default([])
  .superRefine((all, context) => {
    const mistake = (index: number, path: string, message: string) =>
      context.addIssue({ code: 'custom', path: [index, path], message })
    for (const [index, { id, title, reads, required }] of all.entries()) {
      if (all.findIndex(other => other.id === id) < index) mistake(index, 'id', `another deliverable is ${id} too`)
      if (title === undefined && reads !== 'form')
        mistake(index, 'title', 'is missing: letters ask for it by its title')
      if (reads === 'form' && all.findIndex(other => other.reads === 'form') < index)
        mistake(index, 'reads', 'another deliverable is the form')
      if (reads === 'form' && !required) mistake(index, 'required', 'the form is always required')
    }
  })

type DeliverableSettings = z.output<typeof deliverables>[number]

/** What the form may come as where the call doesn't say it. */
export const FORM_DEFAULT: DeliverableSettings = {
  id: 'form',
  required: true,
  many: false,
  titles: [],
  name: null,
  reads: 'form',
  formats: FORM_FORMATS,
}

export const FORMER_FORMATS = moved(
  'stands with the document now: deliverables: [{ id: form, formats: [docx, doc, wps, pdf] }], which is the default; a zip is never listed (CHANGELOG tells how)',
)
