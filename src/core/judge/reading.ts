import type { Call } from '../call/call.ts'
import type { Document } from '../document/document.ts'
import type { FormReading } from '../form/form.ts'
import { readForm } from '../form/read-form.ts'
import { onceFor } from '../words/once-for.ts'

/** What a document is as the call's form, read once however often it is asked; null where nothing was read of the document. */
export const readingOf = (document: Document, call: Call): FormReading | null => readingsFor(call)(document)

const readingsFor = onceFor((call: Call) =>
  onceFor(({ content }: Document) => (content === null ? null : readForm(content, call))),
)
