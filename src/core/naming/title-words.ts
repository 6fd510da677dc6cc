import { anyOf } from '../words/any-of.ts'
import { PAPERS } from '../words/papers.ts'
import { normalise } from './normalise.ts'
import type { CallForNames } from './read-name.ts'
import { templateParts } from './template.ts'

/** What a call's title is about and which paper it asks for: 样板支部, 申报书. '' where the template has no such word. */
export type TitleWords = { readonly topic: string; readonly document: string }

const DOCUMENT = new RegExp(`${anyOf(PAPERS)}$`)
// Words with which many a title begins, also those of other calls.
const COMMON = /^(?:\d{4}年?度?)?(?:党建工作|党建|关于)?/

export const titleWords = (call: Pick<CallForNames, 'naming'>): TitleWords => {
  const literals = templateParts(call.naming.subject).map(part => (part.kind === 'literal' ? part.text : ''))
  const title = normalise(literals.join(''))
  const document = DOCUMENT.exec(title)?.[0] ?? ''
  const rest = title.slice(0, title.length - document.length)
  return { topic: rest.replace(COMMON, '') || rest, document }
}
