import { makeDocx, paragraph, run } from '../documents/make-docx.ts'

const text = (words: string): string => paragraph(run(words))
const cell = (words: string): string => `<w:tc><w:tcPr/>${text(words)}</w:tc>`
const table = (rows: readonly (readonly string[])[]): string =>
  `<w:tbl>${rows.map(cells => `<w:tr>${cells.map(cell).join('')}</w:tr>`).join('')}</w:tbl>`

/** A form as an office writes it: its title, a table of labels and answers, and texts under headings. */
export const plainForm = (
  title: string,
  answers: Readonly<Record<string, string>>,
  texts: Readonly<Record<string, string>> = {},
): Buffer =>
  makeDocx(
    [
      text(title),
      ...(Object.keys(answers).length === 0 ? [] : [table(Object.entries(answers))]),
      ...Object.entries(texts).flatMap(([heading, words]) => [text(heading), text(words)]),
    ].join(''),
  )
