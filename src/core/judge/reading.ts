import type { Call } from '../call/call.ts'
import type { Document } from '../document/document.ts'
import type { FormReading } from '../form/form.ts'
import { readForm } from '../form/read-form.ts'
import { onceFor } from '../words/once-for.ts'

const readings = onceFor((_call: Call) => new WeakMap<Document, FormReading>())

/** What a document is as the call's form, read once however often it is asked; null where nothing was read of the document. */
export function readingOf(document: Document, call: Call): FormReading | null {
  const known = readings(call).get(document)
  if (known !== undefined || document.content === null) return known ?? null
  const reading = readForm(document.content, call)
  noteReading(document, call, reading)
  return reading
}

/** What `readForm` said of the document elsewhere. */
export const noteReading = (document: Document, call: Call, reading: FormReading): void => {
  readings(call).set(document, reading)
}
