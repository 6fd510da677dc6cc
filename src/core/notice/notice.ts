import type { Block, DocumentContent, Table } from '../document/document.ts'
import { plainText } from '../document/document.ts'
import { pattern } from '../words/pattern.ts'
import { unwrapped } from './unwrapped.ts'
import { PRINTED_BY_SITES } from './vocabulary.ts'

/** A sentence of a notice: as written, and folded, as it is read. */
export type Sentence = { readonly said: string; readonly folded: string }

/** A notice in reading order: a line for each paragraph and for each row of a table. */
export type Notice = {
  readonly lines: readonly string[]
  readonly sentences: readonly Sentence[]
}

/** A value of the notice, with the sentence that it rests on. */
export type Said<Value> = { readonly value: Value; readonly said: string }

const FURNITURE = pattern`^${[...PRINTED_BY_SITES, '时间', '日期']}`
const PRINTED = pattern`${PRINTED_BY_SITES}[^。]{0,12}[:：]`
/** What a site prints under a title: «发布时间：2025-05-06　来源：学院党委　阅读：128». */
const isFurniture = (line: string): boolean => line.length < 80 && FURNITURE.test(line) && PRINTED.test(line)

const STOP = /(?<=[。；;！!？?])/

export function noticeOf(content: DocumentContent): Notice {
  const lines = unwrapped(
    inChapters(
      content.blocks
        .flatMap(linesOf)
        .flatMap(line => line.split(ADDRESSED))
        .map(line => line.trim())
        .filter(line => line !== ''),
    ),
  )
  return {
    lines,
    sentences: lines
      .filter(line => !isFurniture(line))
      .flatMap(line => line.split(STOP).map(sentence))
      .filter(one => one.folded !== ''),
  }
}

/** «…的通知各学院：», where a page's lines ran together. */
const ADDRESSED = /(?<=通知|公告)(?=各[^，,。；;]{1,40}[：:]$)/

const NUMBER_ALONE = /^(?:part ?\.?)?0?([1-9])$/i
const HEADING = /^[^。；;，,：:“"《]{2,16}$/
const NUMERALS = '一二三四五六七八九'

/** «02», and «申报条件» in the line below it, as pages for telephones have their headings. */
const underNumbers = (lines: readonly string[]): string[] =>
  lines.flatMap((line, at) => {
    const [, number] = NUMBER_ALONE.exec(lines[at - 1] ?? '') ?? []
    if (number !== undefined && HEADING.test(line)) return [`${NUMERALS[Number(number) - 1]}、${line}`]
    return NUMBER_ALONE.test(line) && HEADING.test(lines[at + 1] ?? '') ? [] : [line]
  })

const CHAPTER = /^(\d{1,2})[ \u3000\t]+(?=\p{Script=Han}[^。；;，,：:“"《]{1,15}$)/u
const POINT = /^\d{1,2}\.(\d{1,2})(?![\d.%月])[ \u3000\t]*(?=\p{Script=Han}|[“"《])/u

/** «2 申报要求» over «2.1 …», as technical papers are numbered: chapters and points like anybody's. */
function inChapters(written: readonly string[]): string[] {
  const lines = underNumbers(written)
  if (lines.filter(line => POINT.test(line)).length < 2) return lines
  return lines.map(line =>
    line
      .replace(CHAPTER, (mark, number: string) => (Number(number) > 9 ? mark : `${NUMERALS[Number(number) - 1]}、`))
      .replace(POINT, (_mark, number: string) => `${number}.`),
  )
}

const sentence = (said: string): Sentence => ({ said: said.trim(), folded: fold(said) })

/** Half width, and no space but between two Latin words or numbers: «2024 年 5 月» is written so by many. */
export const fold = (text: string): string =>
  text
    .normalize('NFKC')
    .replace(/[‘’＇]/g, "'")
    .replace(/\s+/g, ' ')
    .replace(/(?<![A-Za-z0-9]) | (?![A-Za-z0-9])/g, '')
    .trim()

const linesOf = (block: Block): string[] =>
  block.kind === 'paragraph' ? block.text.split('\n') : rowsOf(block).filter(row => row !== '')

/** «报送时间：5月9日前»; a row of more cells is an enumeration. */
function rowsOf({ cells }: Table): string[] {
  const rows = Map.groupBy(cells, ({ row }) => row)
  return [...rows.values()].map(row => {
    const texts = row
      .map(cell =>
        plainText(cell.blocks)
          .replace(/\s*\n\s*/g, ' ')
          .trim(),
      )
      .filter(text => text !== '')
    return texts.length === 2 && !/[:：]$/.test(texts[0] ?? '') ? texts.join('：') : texts.join('，')
  })
}
