import type { HeaderField, Message } from '../core/message/message.ts'
import { isGarbled } from '../core/naming/destroyed.ts'
import { type RawField, rawValues } from './header-fields.ts'
import { decodeRaw, headerText } from './header-text.ts'

/** What a header says without any grammar: its subject, and all its fields; of those that aren't `asked` the bytes as they came. */
export function decodedHeader(
  fields: readonly RawField[],
  asked?: ReadonlySet<string>,
): Pick<Message, 'subject' | 'headers'> {
  const subject = subjectOf(fields)
  const isAsked = ({ name }: RawField) => asked === undefined || asked.has(name)
  return {
    subject,
    headers: fields.map(field => (isAsked(field) ? decoded(field, subject) : { name: field.name, value: field.raw })),
  }
}

/** Where gateways left two, the topmost that came through whole. */
function subjectOf(fields: readonly RawField[]): string | null {
  const subjects = rawValues(fields, 'subject').slice(0, 10).map(headerText)
  return subjects.find(subject => subject !== '' && !isGarbled(subject)) ?? subjects[0] ?? null
}

/** Encoded words are decoded in the subject only: in a structured field they could put on the look of another. */
const decoded = ({ name, raw }: RawField, subject: string | null): HeaderField => ({
  name,
  value: name === 'subject' ? (subject ?? '') : decodeRaw(raw),
})
