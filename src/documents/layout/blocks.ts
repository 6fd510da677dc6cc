import { type Block, hasMark, type Look, type Paragraph, type Table } from '../../core/document/document.ts'
import { cleanText } from '../clean-text.ts'
import type { Laid, LaidTable } from './laid.ts'
import type { Line } from './lines.ts'

/** What begins a paragraph of its own: a number, a bracketed one, a circled one. */
const NUMBERED =
  /^(?:[（(]?[一二三四五六七八九十]{1,3}[)）、.．:：]|[（(]?\d{1,2}[)）、.．](?!\d)|[①-⑳]|第[一二三四五六七八九十]{1,3}[、章部])/
/** «26（正式21，预备», and below it «5）»: no number of a paragraph. */
const OPEN_BRACKET = /[（(][^（）()]*$/
/** Lines further apart than this (in heights of their font) are no lines of one paragraph. */
const FARTHEST = 2.6

/** Lines put together to paragraphs, tables to tables of the intermediate document. */
export function blocksOf(laid: readonly Laid[]): Block[] {
  const blocks: Block[] = []
  let last: Line | null = null
  for (const one of laid) {
    const paragraph = blocks.at(-1)
    if (one.kind === 'table') blocks.push(toTable(one))
    else if (last !== null && goesOn(last, one) && paragraph?.kind === 'paragraph')
      blocks[blocks.length - 1] = withLine(paragraph, one)
    else if (textOf(one) !== '') blocks.push({ kind: 'paragraph', text: textOf(one), look: lookOf(one) })
    last = one.kind === 'table' ? null : one
  }
  return blocks
}

/** Half points are as exact as writers are. */
const lookOf = ({ isBold, isCentred, size }: Line): Look => ({
  ...(isBold && { bold: true }),
  size: Math.round(size * 2) / 2,
  ...(isCentred && { centred: true }),
})

function withLine({ text, look, ...rest }: Paragraph, line: Line): Paragraph {
  const { bold, centred, ...next } = lookOf(line)
  const looks = { ...look, ...(text.length < line.text.length && { size: next.size }) }
  if (bold !== true) Reflect.deleteProperty(looks, 'bold')
  if (centred !== true) Reflect.deleteProperty(looks, 'centred')
  return { ...rest, text: text + between(text, line) + textOf(line), look: looks }
}

const toTable = ({ cells, headRows }: LaidTable): Table => ({
  kind: 'table',
  cells: cells.map(toCell),
  ...(headRows !== undefined && { headRows }),
})

const toCell = ({ content, ...place }: Extract<Laid, { kind: 'table' }>['cells'][number]) => ({
  ...place,
  blocks: blocksOf(content),
})

/** The first line of a paragraph may begin further right than the next, never the other way round. */
function goesOn(line: Line, next: Line): boolean {
  if (!line.isFull || next.text.includes('\t')) return false
  if (NUMBERED.test(next.text.trim()) && !OPEN_BRACKET.test(line.text)) return false
  if (hasMark(line.text) || hasMark(next.text)) return false
  const isFar = next.baseline > line.baseline && next.baseline - line.baseline > FARTHEST * line.size
  return next.left <= line.left + line.size / 2 && !isFar
}

/** Latin words are parted where a line ends, unless one was broken that is longer than its line; ideographs are not. */
const between = (text: string, { text: next }: Line): string =>
  /\s\S*[A-Za-z]$/.test(text.slice(-80)) && /^[A-Za-z]/.test(next) ? ' ' : ''

const textOf = ({ text }: Line): string => withoutAutoSpace(closeUp(cleanText(text)))

/** Writers set short numbers off from ideographs by a quarter of a character, which nobody typed. */
const withoutAutoSpace = (line: string): string =>
  line.replace(/(?<=\p{Script=Han}) (?=\d{1,4}(?!\d))|(?<=(?<!\d)\d{1,4}) (?=\p{Script=Han})/gu, '')

/** Letter-spaced words: three or more single ideographs with one space between each. Two may be two words. */
const closeUp = (line: string): string =>
  line.replace(/(?<!\p{Script=Han})(?:\p{Script=Han} ){2,}\p{Script=Han}(?!\p{Script=Han})/gu, word =>
    word.replaceAll(' ', ''),
  )
