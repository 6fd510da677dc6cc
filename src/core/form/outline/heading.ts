import type { Block, Look, Paragraph } from '../../document/document.ts'
import { readNumbering } from './numbering.ts'

/** A line that heads what follows it, whether or not anybody knows its words. */
export type Heading = {
  /** As written, with its number, without what stands behind its colon. */
  readonly text: string
  /** What stands behind it in the same paragraph: «创建思路：坚持……»; '' where it stands alone. */
  readonly tail: string
  /** Headings of one style follow one another: that of their number, else how they look. */
  readonly style: string
  /** Where forms usually have the style, 0 the highest. */
  readonly rank: number
  /** Its number; null where it bears none. */
  readonly ordinal: number | null
  readonly outline: number | null
  readonly isBold: boolean
  /** In points; null where nothing states it. */
  readonly size: number | null
}

const LONGEST = 34
const LONGEST_PLAIN = 18
/** As a table of contents has it. */
const PAGE_NUMBER = /[\t…·.\s]{1,40}\d{1,3}$/
const SPLIT = /^([^:：\t\n]{2,34})[:：\t\n]\s*([\s\S]*)$/
const SENTENCE = /[。；;！!]|[？?](?![（(]|$|[^？?]{1,8}[？?]$)|，.*，|,.*,/
const PLAIN = /^[\p{Script=Han}a-zA-Z0-9\s、/()（）“”"《》·—-]+$/u
/** A line of this length, or with a stop, is text that something may head. */
const TEXT = 20
/** How a line that bears no number shows that it heads another, the plainest last. */
const UNNUMBERED_RANKS = { row: 7, bold: 7, plain: 8 } as const
/** «（请明确完成时限）», between a heading and its text. */
const IN_BRACKETS = /^[(（【〔[][^()（）【】〔〕[\]]{0,80}[)）】〕\]]$/
/** «【工作基础】», alone in its line. */
const BRACKETED = /^【([^【】\n]{2,14})】$/
/** «联系电话：84700001». */
const LABELLED = /^[^:：]{2,20}[:：]\s*\S/

/** The heading that a paragraph is; `next` is what follows it, for an unnumbered line heads only a table or a text. */
export function readHeading(paragraph: Paragraph, next: Block | undefined): Heading | null {
  const [, bracketed] = BRACKETED.exec(paragraph.text.trim()) ?? []
  if (bracketed !== undefined) return unnumbered({ words: bracketed, tail: '' }, '【】', paragraph.look)
  const text = paragraph.text
    .trim()
    .replace(PAGE_NUMBER, '')
    .replace(/(?<!\s)\s*(?<![*★＊])[*★＊]+$/, '')
    .trimEnd()
  const heading =
    numberedHeading(text, paragraph.look) ?? bulletHeading(text, next) ?? plainHeading(text, paragraph.look, next)
  const [, number] = ANNEX.exec(heading?.text ?? '') ?? []
  return heading === null || number === undefined
    ? heading
    : { ...heading, style: OF_ANNEX, rank: -1, ordinal: Number(number) }
}

/** «附件2  工作案例»: begins another paper, whatever is open. */
const ANNEX = /^附[件录]\s?(\d{1,2})[:：、.\s]/
const OF_ANNEX = '附件'
export const isAnnex = (heading: Heading | null): boolean => heading?.style === OF_ANNEX

/** «◎工作基础», «▌近三年表彰»: an ornament heads, where nothing but words stands behind it. */
function bulletHeading(text: string, next: Block | undefined): Heading | null {
  const [mark, bullet = '', words = ''] = ORNAMENT.exec(text) ?? []
  return mark === undefined || !heads(next) ? null : unnumbered({ words, tail: '' }, `bullet ${bullet}`)
}
const ORNAMENT = /^([★☆◆◇■▲△▼▶▌▎◎❖])\s*([\p{Script=Han}、（）()]{2,16})$/u

/** The heading that a row of a single cell is: a short line, alone or with its text behind it. */
export function readRowHeading(text: string, mayBePlain: boolean): Heading | null {
  const trimmed = text.trim()
  if (isBetween(trimmed)) return null
  const numbered = numberedHeading(trimmed)
  if (numbered !== null || !mayBePlain) return numbered
  const { words, tail } = splitHeading(trimmed)
  const bare = words.replace(REMARK, '')
  if (bare.length < 2 || bare.length > LONGEST_ROW || !PLAIN.test(bare) || NO_HEADING.test(bare)) return null
  return unnumbered({ words, tail }, 'row')
}

const REMARK = /[(（][^()（）]{0,80}[)）]$/
const LONGEST_ROW = 20
/** Two letters that answer. */
const NO_HEADING = /^(?:暂?无|没有|同意|.|\d+)$/

function numberedHeading(text: string, look?: Look): Heading | null {
  const numbered = readNumbering(text)
  if (numbered === null || numbered.rest === '') return null
  const { words, tail } = splitHeading(text)
  const rest = readNumbering(words)?.rest ?? ''
  if (rest === '' || rest.length > LONGEST || SENTENCE.test(rest)) return null
  const { style, rank, ordinal } = numbered
  return { text: words, tail, style, rank, ordinal, ...shownBy(look) }
}

function plainHeading(text: string, look: Look | undefined, next: Block | undefined): Heading | null {
  const isMarked = look?.outline !== undefined || look?.bold === true
  const bare = text.replace(/[:：]$/, '')
  const said = bare.replace(REMARK, '')
  const whole = isMarked ? said : text
  if (whole.length < 2 || whole.length > (isMarked ? LONGEST : LONGEST_PLAIN) || SENTENCE.test(whole)) return null
  // A tab parts a label from its answer.
  if (IN_BRACKETS.test(text) || text.includes('\t')) return null
  // A label that waits for its answer.
  if (!isMarked && bare !== text) return null
  if (!PLAIN.test(said) || !/\p{Script=Han}{2}/u.test(said.replace(/\s/g, ''))) return null
  if (look?.outline !== undefined) return unnumbered({ words: bare, tail: '' }, `outline ${look.outline}`, look)
  if (!heads(next) && !(look?.bold === true && isLighter(next, look))) return null
  return unnumbered({ words: bare, tail: '' }, look?.bold === true ? 'bold' : 'plain', look)
}

const heads = (next: Block | undefined): boolean =>
  next !== undefined &&
  (next.kind === 'table' ||
    next.text.trim().length >= TEXT ||
    /[。；]$/.test(next.text.trim()) ||
    readNumbering(next.text) !== null)

/** A line without its boldness, an answer beside its label among them: two bold lines are of a title. */
function isLighter(next: Block | undefined, { size, centred }: Look): boolean {
  if (next?.kind !== 'paragraph') return false
  if (next.look?.bold === true) return centred !== true && (next.look.size ?? 0) < (size ?? 0)
  return LABELLED.test(next.text.trim()) || next.text.trim().length > 6
}

/** Whether a text is a prompt alone, or blank. */
export const isBetween = (text: string): boolean => text.trim() === '' || IN_BRACKETS.test(text.trim())

const unnumbered = ({ words, tail }: { words: string; tail: string }, style: string, look?: Look): Heading => {
  const rank = (UNNUMBERED_RANKS as Readonly<Record<string, number>>)[style] ?? UNNUMBERED_RANKS.bold
  return { text: words, tail, style, rank, ordinal: null, ...shownBy(look) }
}

const shownBy = (look: Look | undefined) => ({
  outline: look?.outline ?? null,
  isBold: look?.bold === true,
  size: look?.size ?? null,
})

function splitHeading(text: string): { words: string; tail: string } {
  const [, words = text, tail = ''] = SPLIT.exec(text) ?? []
  // «第一部分：我们的家底»: the colon is the number's.
  if (tail !== '' && readNumbering(words)?.rest === '') {
    const behind = splitHeading(tail)
    return { words: `${words}：${behind.words}`, tail: behind.tail }
  }
  return { words: words.trim(), tail: tail.trim() }
}
