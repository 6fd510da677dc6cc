import { PDFParse } from 'pdf-parse'
import type { PDFDocumentProxy } from 'pdfjs-dist/legacy/build/pdf.mjs'
import { unifyRadicals } from '../radicals.ts'

/** What a second reading of the same document saw, and ours lacks. */
type Lost = {
  readonly lines: readonly string[]
  /** Of its ideographs, from 0 to 1. */
  readonly share: number
}

/** So many ideographs in a row that we lack are no accident of how lines were put together. */
const LONGEST_RUN = 8
const BEARABLE = 0.01
/** Of a word that we lack as a whole, parts of so many characters are looked for: lines may be put together otherwise. */
const PART = 4

/** The text that pdf-parse reads of a document that is loaded already, a line each: a reading in which none of our layout has a part. */
export async function witnessOf(pdf: PDFDocumentProxy): Promise<string[]> {
  const parser = new PDFParse({})
  // What it would load by itself, once more.
  Reflect.set(parser, 'doc', pdf)
  const { pages } = await parser.getText()
  return pages.flatMap(({ text }) => text.split('\n'))
}

/** What of a witness's lines is not in our text, from which nothing was dropped; digits are masked, as they are in running heads. */
export function lostOf(witness: readonly string[], ours: string): Lost {
  const text = masked(ours)
  const misses = witness.map(line => ({ line: line.trim(), missing: missingIn(line, text) }))
  const all = ideographs(masked(witness.join(''))).length
  const missing = misses.reduce((sum, one) => sum + one.missing.join('').length, 0)
  const isBearable = missing <= all * BEARABLE
  const lost = misses.filter(one =>
    one.missing.some(({ length }) => length >= LONGEST_RUN || (!isBearable && length > 0)),
  )
  return { lines: lost.map(({ line }) => line), share: all === 0 ? 0 : missing / all }
}

/** The ideographs of a line, in runs, that no part which it shares with our text covers. */
const missingIn = (line: string, ours: string): string[] =>
  line.split(/\s+/).flatMap(word => {
    const text = masked(word)
    return ours.includes(text)
      ? []
      : uncovered(text, ours)
          .split(/\P{Script=Han}+/u)
          .filter(run => run !== '')
  })

function uncovered(text: string, ours: string): string {
  const isCovered = new Uint8Array(text.length)
  for (let at = 0; at + PART <= text.length; at++)
    if (ours.includes(text.slice(at, at + PART))) isCovered.fill(1, at, at + PART)
  return Array.from(isCovered, (covered, at) => (covered === 1 ? ' ' : text.charAt(at))).join('')
}

/** Letters and digits alone: signs have many ways to be written. What is drawn twice is there twice for a witness. */
const masked = (text: string): string =>
  unifyRadicals(text)
    .replace(/[^\p{L}\p{N}]+/gu, '')
    .replace(/\d/g, '0')
    .replace(/(.)\1+/gu, '$1')

const ideographs = (text: string): string => text.replace(/\P{Script=Han}+/gu, '')
