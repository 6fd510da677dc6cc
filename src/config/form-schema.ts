import { z } from 'zod'

const label = z.string().trim().min(1)

const field = z.strictObject({
  label,
  type: z
    .enum(['text', 'person', 'digits', 'number', 'money', 'date', 'phone', 'email', 'choice', 'table'])
    .default('text'),
  required: z.boolean().default(false),
})

const section = z.strictObject({
  label,
  type: z.enum(['text', 'honours', 'measures', 'reviewGrades']).default('text'),
  required: z.boolean().default(false),
})

const id = z
  .string()
  .regex(/^[a-zA-Z][a-zA-Z0-9.]*$/, 'expected a name of letters and digits, dotted as secretary.name')

/** A file of `forms/`, before its template is read. */
export const formSchema = z
  .strictObject({
    title: label,
    template: z
      .strictObject({
        file: z.string().regex(/^[^/\\]+\.docx?$/, 'expected a .docx or .doc beside this file'),
        example: z.boolean().default(false),
      })
      .nullable()
      .default(null),
    fields: z.record(id, field).default({}),
    sections: z.record(id, section).default({}),
  })
  .superRefine(({ fields, sections }, context) => {
    for (const twice of Object.keys(sections).filter(one => Object.hasOwn(fields, one)))
      context.addIssue({ code: 'custom', path: ['sections', twice], message: 'a field has this name too' })
  })
  .transform(({ fields, sections, ...form }) => ({
    ...form,
    ...tablesApart(fields),
    sections: { ...sections, ...tablesIn(fields) },
  }))

type Fields = Readonly<Record<string, z.output<typeof field>>>
type Single = z.output<typeof field> & { readonly type: Exclude<z.output<typeof field>['type'], 'table'> }

/** A table is read as what stands under a heading is: rows, wherever its label stands. */
const tablesIn = (fields: Fields) =>
  Object.fromEntries(
    Object.entries(fields).flatMap(([id, { type, ...one }]) =>
      type === 'table' ? [[id, { ...one, type: 'text' as const }] as const] : [],
    ),
  )

const tablesApart = (fields: Fields) => ({
  fields: Object.fromEntries(Object.entries(fields).filter((one): one is [string, Single] => one[1].type !== 'table')),
})
