import type { Paragraph } from '../../document/document.ts'
import { textOf } from '../outline/grid.ts'
import type { Candidate } from '../places/candidate.ts'
import { isGrades, readReviewGrades } from '../values/review-grades.ts'

const SHORT = 60

/** Sentences within parts of other matters that tell grades of 述职评议, or nothing but years with grades: as a part of their own. */
export function gradesWithin(parts: readonly Candidate[]): Candidate | null {
  const [first, ...others] = parts.flatMap(part => sentencesOf(part).map(text => ({ part, text })))
  if (first === undefined) return null
  const blocks = [first, ...others].map(({ text }): Paragraph => ({ kind: 'paragraph', text }))
  return { ...first.part, telling: new Map(), blocks, takes: [], places: [] }
}

/** A short line counts whole, its years are told apart by stops. */
const sentencesOf = ({ blocks }: Candidate): string[] =>
  textOf(blocks)
    .split('\n')
    .flatMap(line => (line.length < SHORT && tellsGrades(line) ? [line] : line.split(/(?<=[。；;])/)))
    .map(text => text.trim())
    .filter(tellsGrades)

const tellsGrades = (text: string): boolean =>
  text.includes('述职') ? readReviewGrades(text, 0).length > 0 : text.length < SHORT && isGrades(text)
