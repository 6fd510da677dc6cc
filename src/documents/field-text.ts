import { equationText } from './equation-field.ts'
import { symbolText } from './symbol-font.ts'

/** A property of the file by its name as fields give it, '' where it has none: DOCPROPERTY 名称, TITLE. */
export type FileProperty = (name: string) => string

/** Fields that are themselves the name of a property. */
const PROPERTIES = new Set(['TITLE', 'SUBJECT', 'AUTHOR', 'KEYWORDS', 'COMMENTS', 'LASTSAVEDBY'])

export const isEquation = (instruction: string): boolean => /^\s*eq\s/i.test(instruction)

/** What Word shows of a field that has no result stored; '' for the kinds that show nothing, or only what they ask for. */
export function fieldText(instruction: string, property: FileProperty): string {
  if (isEquation(instruction)) return equationText(instruction)
  const [, kind = '', rest = ''] = /^\s*([A-Za-z]+)(?:\s+([\s\S]*))?$/.exec(instruction) ?? []
  const name = kind.toUpperCase()
  if (name === 'SYMBOL') return symbolOf(rest)
  if (name === 'QUOTE') return argumentOf(rest)
  if (name === 'DOCPROPERTY') return property(argumentOf(rest))
  return PROPERTIES.has(name) ? property(name) : ''
}

/** Quoted, or a word. */
const argumentOf = (rest: string): string => {
  const [, quoted, word = ''] = /^\s*(?:["“]([^"”]*)["”]|([^\s\\]\S*))/.exec(rest) ?? []
  return quoted ?? word
}

/** «SYMBOL 254 \f Wingdings»: also with a number in hexadecimal, 0xFE. */
function symbolOf(rest: string): string {
  const code = Number(argumentOf(rest))
  const font = argumentOf(/\\f\s*([\s\S]*)/i.exec(rest)?.[1] ?? '')
  if (!Number.isInteger(code) || code <= 0 || code > 0xffff) return ''
  return symbolText(font, code) || (/\\u/i.test(rest) ? String.fromCharCode(code) : '')
}
