import { CODE_PLACE } from './code.ts'

/** RFC 6068: so long, web mail and telephones take it. */
const LONGEST = 1000
const LINE_END = '%0D%0A'

/** Behind the subject of each mail to staff that bears a code: an answer bears it too. */
export const CODE_MARK = `〔${CODE_PLACE}〕`

/** A link that opens a mail to `to`, with the code in its subject and the first of these lines that is short enough in it. */
export function mailtoLink(to: string, about: string, lines: readonly string[]): string {
  const made = lines.map(
    line =>
      `mailto:${encodeURIComponent(to)}?subject=${encodeURIComponent(about + CODE_MARK)}&body=${encodeURIComponent(line)}${LINE_END}`,
  )
  return made.find(link => link.length <= LONGEST) ?? made.at(-1) ?? ''
}
