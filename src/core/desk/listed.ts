import { clean } from '../text/quote.ts'

const LISTED = 20

/** The first of them, and how many more there are. */
export const listed = (texts: readonly string[]): readonly string[] =>
  texts.length <= LISTED ? texts : [...texts.slice(0, LISTED), `另有${texts.length - LISTED}项`]

export const namesOf = (applicants: readonly string[]): string => applicants.map(one => clean(one, 80)).join('、')
