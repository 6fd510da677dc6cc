import type { Letter } from './letter.ts'
import { letterHtml } from './letter-html.ts'
import { letterText } from './letter-text.ts'

/** A letter as a mail carries it, under its subject. */
export const written = (subject: string, letter: Letter) => ({
  ...{ subject, text: letterText(letter), html: letterHtml(letter, subject) },
})
