import { isNamed } from '../../honours/surnames.ts'
import { listed } from '../../words/listed.ts'
import { TITLES } from '../../words/value-words.ts'

/** Who is named in an answer, and what else stands beside the name: «佟雪梅，副系主任», «方既明（研究员）». */
export type Person = { readonly name: string | null; readonly beside: string | null }

const BESIDE = /^(\p{Script=Han}{2,4})(?:\s*[，,、]\s*|\s+|\s*[（(])([^（）()]{1,60})[)）]?$/u

export function readPerson(written: string | null): Person {
  const [, name = '', beside = ''] = BESIDE.exec(written?.trim() ?? '') ?? []
  if (isNamed(name)) return { name, beside }
  return { name: written?.replace(/\s{0,2}[（(][^（）()]{1,20}[)）]$/, '') ?? null, beside: null }
}

/** The first of the words beside a name that is a title: 研究员 of «教授，博士生导师». */
export const titleIn = (beside: string | null): string | null =>
  beside?.split(/[，,、；;\s]+/).find(word => listed(TITLES).includes(word)) ?? null
