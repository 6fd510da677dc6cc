import type { FieldType } from '../form/description.ts'
import { isNamed } from '../honours/surnames.ts'

/** Tidied text: lower case, half width, no white space. */
const SHAPES: Readonly<Partial<Record<FieldType, RegExp>>> = {
  digits: /^[a-z]{0,3}\d{3,20}[a-z]?/,
  number: /^\d{1,9}(?:\.\d{1,4})?/,
  money: /^\d{1,9}(?:\.\d{1,4})?(?:万?元)?/,
  date: /^\d{2,4}[年.\-/]\d{1,2}(?:[月.\-/](?:\d{1,2}日?)?)?|^\d{6,8}/,
  phone: /^(?:1\d{10}|0\d{2,3}-?\d{7,8}|\d{7,8})/,
  email: /^[\w.+-]{1,64}@[\w.-]{3,100}/,
}

const PERSON = /^[\p{Script=Han}·]{2,8}/u

/** Where, in tidied text, a value of a type that begins at `from` may end, the likeliest first; null: anywhere. */
export function endsOf(text: string, from: number, type: FieldType): readonly number[] | null {
  if (type === 'person') return personEnds(text, from)
  const shape = SHAPES[type]
  if (shape === undefined) return null
  const found = shape.exec(text.slice(from, from + 120))?.[0]
  return found === undefined ? [] : [from + found.length]
}

/** A surname and one or two characters before whatever else is made of as many. */
function personEnds(text: string, from: number): readonly number[] {
  const run = PERSON.exec(text.slice(from, from + 8))?.[0] ?? ''
  const lengths = [3, 2, 4, 5, 6].filter(length => length <= run.length)
  const named = lengths.filter(length => isNamed(run.slice(0, length)))
  return [...named, ...lengths.filter(length => !named.includes(length))].map(length => from + length)
}
