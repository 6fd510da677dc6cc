import { readIntervals } from '../../dates/dates.ts'
import { type LimitContext, readLimit } from '../../dates/limit.ts'
import { columnKinds } from '../../words/label-kinds.ts'
import { listed } from '../../words/listed.ts'
import { pattern } from '../../words/pattern.ts'
import { PERIODS } from '../../words/periods.ts'
import { labelKey } from '../evidence/label.ts'
import { KNOWN } from '../evidence/telling.ts'
import type { Measure } from '../form.ts'
import { readNumbering } from '../outline/numbering.ts'

const LIMIT_LABELS = listed('完成时限 完成时间 时间节点 起止时间 时间安排 进度安排 时限')
const LABELLED = pattern`${LIMIT_LABELS}(?:(?:[:：为]\s*|\s*(?=[\d每二]))([^。；;\n()（）]{0,60})|\s*$)`
/** A date within a clause says when a measure ends only with a word for it. */
const ENDING = /[^，,。；;\n()（）]{2,40}?(?:[年月底末日]|[./]\d{1,2})[底末]?(?:[之以]?前|完成)/g
const CLAUSE = /[^，,。；;：:\n()（）【】]{4,40}/g
/** What may stand around a date that is a clause of its own: «时间», «2025年6月前». */
const BESIDE_DATE = /时间|全年|[之以]?前|[于在底末止内\s]/g
const ITEM_NUMBER = /^\d{1,2}[.、](?=\d{4})/
const RECURRING = pattern`每[个半两]?${PERIODS}[^，,。；;\n]{0,20}`
const LONGEST_HEADING = 30
/** «一是……；二是……», «1. ……；2. ……»: items within a line. */
const ITEM_WITHIN =
  /(?<=[。；;])\s*(?=[一二三四五六七八九十]是|\d{1,2}[.、．](?!\d)|[(（](?:\d{1,2}|[一二三四五六七八九十])[)）]|[①-⑳])/
const ITEM_RANK = 4

/** The cells of a row whose columns nobody labels: the cell that is a time alone tells the limit. */
export function readMeasureRow(cells: readonly string[], context: LimitContext): Measure[] {
  const quote = cells.join(' | ')
  const isTime = (text: string) =>
    text.length <= 30 &&
    !/^\d+$/.test(text) &&
    readLimit(text, context).due !== null &&
    (isDateAlone(text) || text.length <= SHORT_LIMIT)
  const [limit] = cells.filter(isTime).slice(-1)
  const text = cells.filter(one => !isTime(one) && !/^\d{1,2}$/.test(one)).join('：')
  if (!/\p{Script=Han}{3}/u.test(text)) return []
  if (limit === undefined) return [{ ...readItem({ lines: [text] }, context), quote }]
  return [{ text, due: readLimit(limit, context).due, dueText: limit, isLimitKnown: false, quote }]
}

/** «2024年秋季学期», «每学期». */
const SHORT_LIMIT = 10

type Item = { readonly rank: number | null; readonly lines: string[] }

/** Measures written as text: each numbered item with the paragraphs behind it; without numbers each paragraph. */
export function readMeasureText(lines: readonly string[], context: LimitContext): Measure[] {
  const items = itemsOf(lines.flatMap(line => line.split(ITEM_WITHIN)))
  return items
    .filter((item, index) => !isHeading(item, items[index + 1]) && /\p{Script=Han}{2}/u.test(item.lines.join('')))
    .map(item => readItem(item, context))
}

/** Lines under the numbers that begin them; each line by itself where none has one. */
export function itemsOf(lines: readonly string[]): Item[] {
  const items: Item[] = []
  const ranks = ranksOf(lines)
  const isNumbered = ranks.some(rank => rank !== null)
  for (const [at, line] of lines.entries()) {
    const rank = ranks[at] ?? null
    const last = items.at(-1)
    if (rank === null && last !== undefined && (isNumbered || isLimitAlone(line))) last.lines.push(line)
    else items.push({ rank, lines: [line] })
  }
  return items
}

const ranksOf = (lines: readonly string[]): readonly (number | null)[] => {
  const names = namesIn(lines)
  return lines.map(line => (names.has(line) ? ITEM_RANK : rankOf(line)))
}

/** Without numbers, short names begin the items where each stands over a text: «强基行动» over «编印……». */
export function namesIn(lines: readonly string[]): ReadonlySet<string> {
  const named = lines.filter((line, at) => NAME.test(line.trim()) && (lines[at + 1]?.length ?? 0) > LONGEST_NAME)
  const isNamed = named.length > 1 && lines[0] === named[0] && lines.every(line => rankOf(line) === null)
  return new Set(isNamed ? named : [])
}
const LONGEST_NAME = 16
const NAME = /^[^\d，。；：,;:]{2,16}$/

/** «完成时限：2025年6月», «▷ 2025年6月»: of the item over it. */
function isLimitAlone(line: string): boolean {
  const bare = line.replace(/^[^\p{L}\p{N}]+/u, '')
  return LABELLED.exec(bare)?.index === 0 || ownLine(bare) !== undefined || (bare.length < 30 && isDateAlone(bare))
}

const rankOf = (line: string): number | null =>
  /^\s*(?:[一二三四五六七八九十]是|\p{Script=Han}{2}(?:[一二三四五六七八九十]|\d{1,2})[:：])/u.test(line)
    ? ITEM_RANK
    : (readNumbering(line)?.rank ?? null)

/** A short line over items of a lower rank, or the words that lead to the first one. */
function isHeading(item: Item, next: Item | undefined): boolean {
  if (next === undefined || next.rank === null) return false
  if (item.rank === null) return true
  return next.rank > item.rank && item.lines.join('').length <= LONGEST_HEADING
}

function readItem({ lines }: Pick<Item, 'lines'>, context: LimitContext): Measure {
  const quote = lines.join('\n')
  const { words: dueText, isTold } = limitIn(quote, context)
  const due = dueText === null ? null : readLimit(dueText, context).due
  return { text: quote, due, dueText, isLimitKnown: isTold, quote }
}

type Words = { readonly words: string | null; readonly isTold: boolean }

/**
 * The words that tell the limit, and whether words around them call it one; null where none do, also behind a label for it: a text has no
 * place that had to be filled.
 */
function limitIn(text: string, context: LimitContext): Words {
  const labelled = (LABELLED.exec(text)?.[1] ?? ownLine(text))?.trim() ?? ''
  if (/[\p{L}\p{N}]/u.test(labelled) && !/^(?:暂?无|没有)$/.test(labelled)) return { words: labelled, isTold: true }
  const endings = [...text.matchAll(ENDING)].map(([words]) => words.trim())
  const alone = [...text.matchAll(CLAUSE)].map(([words]) => words.replace(ITEM_NUMBER, '').trim()).filter(isDateAlone)
  const limit = [...alone, ...endings].filter(words => isAhead(readLimit(words, context).due, context)).at(-1)
  if (limit === undefined) {
    const ahead = [...text.matchAll(CLAUSE)]
      .map(([words]) => words.trim())
      .filter(words => isAhead(readLimit(words, context).due, context))
    return { words: ahead.at(-1) ?? RECURRING.exec(text)?.[0] ?? openIn(text, context), isTold: false }
  }
  return { words: limit, isTold: alone.includes(limit) || limit.endsWith('完成') }
}

/** «【长期坚持】». */
const openIn = (text: string, context: LimitContext): string | null =>
  [...text.matchAll(CLAUSE)]
    .map(([words]) => words.trim())
    .find(words => words.length <= SHORT_LIMIT && readLimit(words, context).due === 'open') ?? null

/** «何时完成：2024年10月», a line of its own. */
const ownLine = (text: string): string | undefined =>
  text
    .split('\n')
    .map(line => /^([^:：]{2,10})[:：](.+)$/.exec(line.trim()))
    .find(line => (columnKinds(labelKey(line?.[1] ?? '')).get('due') ?? 0) >= KNOWN)?.[2]

/** What ended before the cycle is told of the past and no limit of a plan. */
const isAhead = (due: string | null, { cycle }: LimitContext): boolean =>
  due !== null && /^\d/.test(due) && (cycle === null || due >= cycle.from)

/** «（2025年6月）», «2024年下半年，开展……»: a clause that holds nothing but a time. */
function isDateAlone(clause: string): boolean {
  const dates = readIntervals(clause)
  const rest = dates.reduce((words, { written }) => words.replace(written, ''), clause)
  return dates.length > 0 && rest.replace(BESIDE_DATE, '') === ''
}
