import { type FormDescription, NO_TEMPLATE } from '../core/form/description.ts'
import type { Mistake } from '../errors.ts'
import { readNamed, readNamedBytes } from './checked-file.ts'
import { formSchema } from './form-schema.ts'

/** The form of a name, for the call in whose file it is named; null with the mistakes told. */
export type Forms = (name: string, call: string) => FormDescription | null

/** The files of `forms/`, each read once, for calls share them. */
export function formsIn(folder: string, mistakes: Mistake[]): Forms {
  const read = new Map<string, FormDescription | null>()
  return (name, call) => {
    const form = read.has(name) ? (read.get(name) ?? null) : loadForm(folder, name, { call, mistakes })
    read.set(name, form)
    return form
  }
}

function loadForm(folder: string, name: string, at: { call: string; mistakes: Mistake[] }): FormDescription | null {
  const named = { folder, file: `forms/${name}.yaml`, path: 'form', call: at.call }
  const parsed = readNamed(named, formSchema, at.mistakes)
  if (parsed === null) return null
  if (parsed.template === null) return { ...parsed, template: NO_TEMPLATE }
  const bytes = readNamedBytes(
    { folder, file: `forms/${parsed.template.file}`, path: 'template.file', call: named.file },
    at.mistakes,
  )
  return bytes === null
    ? null
    : { ...parsed, template: { ...parsed.template, base64: Buffer.from(bytes).toString('base64'), content: null } }
}
