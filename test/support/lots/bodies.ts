import { honourBody } from './honour-bodies.ts'
import type { Lot } from './lot.ts'
import { measureBody } from './measure-bodies.ts'
import type { Answers, Body, ColumnKey, Passage, SectionKey } from './sheet.ts'

/** The words of a form's columns, and how what is listed within a section is numbered. */
export type BodyWords = {
  readonly column: (key: ColumnKey) => string
  readonly item: (index: number) => string
  readonly foreignColumns: boolean
}

/** What an office writes into a section, in a shape drawn by lot. */
export function drawBody(
  lot: Lot,
  key: SectionKey,
  { answers, words }: { answers: Answers; words: BodyWords },
): Body[] {
  switch (key) {
    case 'honours':
      return honourBody(lot, answers.honours, words)
    case 'reviewGrades':
      return gradesBody(lot, answers)
    case 'basis':
      return [{ kind: 'lines', lines: basisLines(lot, answers.basis, words) }]
    case 'measures':
      return measureBody(lot, answers.measures, words)
    case 'idea':
      return [{ kind: 'lines', lines: answers[key].map(({ text }) => text) }]
    case 'outcomes':
      return [{ kind: 'lines', lines: textLines(lot, answers[key], words) }]
    default:
      return key satisfies never
  }
}

function gradesBody(lot: Lot, { grades, gradesText }: Answers): Body[] {
  if (lot.chance(0.7)) return [{ kind: 'lines', lines: gradesText.split('\n') }]
  const heads = ['年度', ...grades.map(({ year }) => `${year}年`)].map(text => ({ key: null, text }))
  const rows = [['等次', ...grades.map(({ grade }) => grade)]]
  return [{ kind: 'table', caption: null, heads, rows, again: null, parts: [] }]
}

function basisLines(lot: Lot, basis: readonly Passage[], { item }: BodyWords): string[] {
  const shape = lot.pick(['own line', 'own line', 'one line'] as const)
  return basis.flatMap(({ head, text }, index) => {
    const title = `${item(index)}${head}`
    return shape === 'own line' ? [title, text] : [`${title}。${text}`]
  })
}

const textLines = (lot: Lot, passages: readonly Passage[], { item }: BodyWords): string[] =>
  lot.chance(0.4)
    ? passages.map(({ text }, index) => `${item(index)}${text}`)
    : lot.chance(0.5)
      ? passages.map(({ text }) => text)
      : [passages.map(({ text }) => text).join('')]
