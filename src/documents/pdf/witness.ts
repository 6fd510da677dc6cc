import { PDFParse } from 'pdf-parse'
import type { PDFDocumentProxy } from 'pdfjs-dist/legacy/build/pdf.mjs'
import { unifyRadicals } from '../radicals.ts'

/** What a second reading of the same document saw, and ours lacks. */
export type Lost = {
  readonly lines: readonly string[]
  /** Of its ideographs, from 0 to 1. */
  readonly share: number
}

/** So many ideographs in a row that we lack are no accident of how lines were put together. */
const LONGEST_RUN = 8
const BEARABLE = 0.01
/** Text of at least so many characters is looked for by its parts: lines may be put together otherwise. */
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
  const known = new Set(partsOf(text))
  const isKnown = (part: string): boolean => (part.length < PART ? text.includes(part) : known.has(part))
  const misses = witness.map(line => ({ line: line.trim(), missing: missingIn(line, isKnown) }))
  const all = ideographs(masked(witness.join(''))).length
  const missing = misses.reduce((sum, one) => sum + one.missing.join('').length, 0)
  const isBearable = missing <= all * BEARABLE
  const lost = misses.filter(one =>
    one.missing.some(({ length }) => length >= LONGEST_RUN || (!isBearable && length > 0)),
  )
  return { lines: lost.map(({ line }) => line), share: all === 0 ? 0 : missing / all }
}

/** The ideographs of a line that none of the parts we know covers, in runs. */
function missingIn(line: string, isKnown: (part: string) => boolean): string[] {
  const missing = line.split(/\s+/).map(word => {
    const text = masked(word)
    const isCovered = new Uint8Array(text.length)
    for (const [at, part] of partsOf(text).entries()) if (isKnown(part)) isCovered.fill(1, at, at + part.length)
    return Array.from(isCovered, (covered, at) => (covered === 1 ? ' ' : (text[at] ?? ' '))).join('')
  })
  return missing
    .join('')
    .split(/\P{Script=Han}+/u)
    .filter(run => run !== '')
}

/** Letters and digits alone: signs have many ways to be written. What is drawn twice is there twice for a witness. */
const masked = (text: string): string =>
  unifyRadicals(text)
    .replace(/[^\p{L}\p{N}]+/gu, '')
    .replace(/\d/g, '0')
    .replace(/(.)\1+/gu, '$1')

const partsOf = (text: string): string[] =>
  text.length <= PART ? [text] : Array.from({ length: text.length - PART + 1 }, (_, at) => text.slice(at, at + PART))

const ideographs = (text: string): string => text.replace(/\P{Script=Han}+/gu, '')
