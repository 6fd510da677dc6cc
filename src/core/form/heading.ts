import type { SectionId } from './description.ts'
import { type LabelBook, readNumbering } from './label.ts'

export type Heading = {
  readonly section: SectionId
  /** 0 is the highest; a heading that stands alone without a number counts as such. */
  readonly rank: number
  /** What stands behind it in the same paragraph: «创建思路：坚持……»; '' where it stands alone. */
  readonly tail: string
}

/** «创建思路：坚持……» without a number: only a heading where the form writes all of them so. */
const LABEL_RANK = 4
/** Behind a heading's words in its paragraph: a colon, a tab or a line break. */
const SPLIT = /^([^:：\t\n]{2,40})[:：\t\n]\s*([\s\S]*)$/

/** As a table of contents has it. */
const PAGE_NUMBER = /\t\d{1,3}$/

/** The heading that a paragraph is or begins with, with or without a number; null for any other text. */
export function readHeading(text: string, sections: LabelBook<SectionId>): Heading | null {
  const trimmed = text.trim().replace(PAGE_NUMBER, '').trimEnd()
  const rank = readNumbering(trimmed)?.rank ?? null
  const whole = sections.find(trimmed)
  if (whole !== null) return { section: whole, rank: rank ?? 0, tail: '' }
  const [, label, tail] = SPLIT.exec(trimmed) ?? []
  const section = label === undefined ? null : sections.find(label)
  if (section === null) return null
  return { section, rank: rank ?? (section === 'opinions' ? 0 : LABEL_RANK), tail: tail ?? '' }
}
