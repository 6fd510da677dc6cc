/** A value as YAML writes it. */
export type Plain = string | number | boolean | null | readonly Plain[] | { readonly [key: string]: Plain | undefined }

/** A line of a file that an operator reads: a value, and behind it as a comment what it rests on, or what is asked. */
export type FileLine =
  | { readonly kind: 'comment'; readonly text: string }
  | { readonly kind: 'value'; readonly key: string; readonly value: Plain; readonly comment: string }
  /** A mapping or a list, an item a line. */
  | { readonly kind: 'items'; readonly key: string; readonly items: readonly FileItem[]; readonly isList: boolean }

export type FileItem = { readonly key: string; readonly value: Plain; readonly comment: string }

export const comment = (text: string): FileLine => ({ kind: 'comment', text })
export const value = (key: string, is: Plain, said = ''): FileLine => ({ kind: 'value', key, value: is, comment: said })

const LONGEST = 90

/** A sentence as a comment quotes it. */
export const quoted = (said: string): string => {
  const plain = said.replace(/\s+/g, ' ').trim()
  if (plain === '') return ''
  return `「${plain.length <= LONGEST ? plain : `${plain.slice(0, LONGEST)}…`}」`
}
