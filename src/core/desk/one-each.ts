import { listed } from '../words/listed.ts'
import { pattern, patternWith } from '../words/pattern.ts'
import { withoutCourtesy } from './courtesy.ts'
import { halfWidth, trimmed } from './half-width.ts'
import { readLine } from './read-line.ts'
import { SENT } from './read-sentence.ts'
import { isBehind, isTold, verbAt } from './verbs.ts'

const NUMBER =
  /(?:(?:邮件)?编号|第|#|no\.?)?\s*\d{1,9}(?![\d年月日点时份个条项页版位人届级/:：-])(?:\s*(?:号(?:邮件|件)?|[#)）]))?/
const NUMBERS = pattern`${NUMBER}(?:(?:\s*(?:[、,，和与及;；]|\s)\s*|(?<=号))${NUMBER})*`
const NUMBERS_FIRST = patternWith('isu')`^(${NUMBERS})\s*(.*)$`
const NUMBERS_BEHIND = patternWith('isu')`^\s*[:：]?\s*(${NUMBERS})\s*((?:[,，;；。:：].*)?)$`
const BETWEEN = /[\s,，、;；。]+/gu
const ITEM = /^(\d{1,2})\s*[.、．)）]\s*(.*)$/su
/** Columns in which programs that break lines break them. */
const WIDE = 60
const ENDED = /[。！!；;]$/u

/** The lines of a mail, a line for each command: what programs broke is joined, what people put into one line is parted. */
export const oneEach = (lines: readonly string[]): readonly string[] =>
  withoutItems(joined(lines)).flatMap(line => parted(line).flatMap(each => spread(each)))

/** «1、5号受理», «2、2号退回 …», one below another: the numbers in front are the list's own. */
function withoutItems(lines: readonly string[]): readonly string[] {
  const items = lines.map(line => ITEM.exec(halfWidth(line)))
  const isList = (index: number) => Number(items[index]?.[1]) === index + 1 && startsCommand(items[index]?.[2] ?? '')
  return lines.length > 1 && lines.every((_, index) => isList(index))
    ? lines.map((line, index) => line.slice(line.length - (items[index]?.[2]?.length ?? 0)))
    : lines
}

/** A line as wide as programs let one be goes on in the next, and so does one that lacks the reason it needs, as a link of ours opens it. */
function joined(lines: readonly string[]): readonly string[] {
  const whole: string[] = []
  for (const [index, line] of lines.entries()) {
    const above = lines[index - 1] ?? ''
    const before = whole.at(-1)
    const lacks = before !== undefined && lacksReason(before)
    const isBroken = widthOf(above) >= WIDE && !ENDED.test(above)
    if ((lacks || isBroken) && mayGoOn(line)) whole[whole.length - 1] = `${before}${lacks ? ' ' : ''}${line}`
    else whole.push(line)
  }
  return whole
}

const lacksReason = (line: string): boolean => {
  const deed = saidOf(line)?.deed ?? ''
  const verb = verbAt(deed)
  return verb?.verb != null && isTold(verb.verb) && trimmed(deed.slice(verb.word.length)) === ''
}

/** Words that are nothing else than a part of the line before. */
function mayGoOn(line: string): boolean {
  const reading = readLine(line, [])
  return reading.kind === 'refused' && !reading.known && !startsCommand(line)
}

const widthOf = (line: string): number =>
  [...line].reduce((sum, sign) => sum + (/[\u1100-\uffff]/u.test(sign) ? 2 : 1), 0)

type Said = { readonly numbers: readonly string[]; readonly deed: string }

/** Numbers with what is done to them, whichever stands in front; null: a line says no such thing. */
function saidOf(line: string): Said | null {
  const wish = withoutCourtesy(line)
  const [, numbers = '', rest = ''] = NUMBERS_FIRST.exec(halfWidth(wish)) ?? []
  if (numbers !== '') {
    const deed = trimmed(wish.slice(wish.length - rest.length))
    const verb = verbAt(deed)
    const behind = verb === null ? '' : deed.slice(verb.word.length)
    return verb !== null && isBehind(behind, verb.verb) && !NUMBERS_BEHIND.test(halfWidth(behind))
      ? { numbers: eachOf(numbers), deed }
      : null
  }
  const verb = verbAt(wish)
  if (verb === null) return null
  const behind = wish.slice(verb.word.length)
  const [, those = '', reason = ''] = NUMBERS_BEHIND.exec(halfWidth(behind)) ?? []
  if (those === '') return null
  return {
    numbers: eachOf(those),
    deed: trimmed(`${verb.word} ${trimmed(behind.slice(behind.length - reason.length))}`),
  }
}

const eachOf = (numbers: string): readonly string[] => numbers.match(/\d+/g) ?? []

const startsCommand = (line: string): boolean => saidOf(line) !== null

/** A line with several commands in it, parted; each piece must be one by itself, else it is a reason that bears numbers. */
function parted(line: string): readonly string[] {
  if (!startsCommand(line)) return papersIn(line)
  const pieces: string[] = []
  let from = 0
  for (const { 0: sign, index } of line.matchAll(BETWEEN)) {
    const next = index + sign.length
    if (!startsCommand(line.slice(from, index)) || !startsCommand(line.slice(next))) continue
    pieces.push(line.slice(from, index))
    from = next
  }
  return [...pieces, line.slice(from)]
}

/** «1、2号受理» as a line for each; a line that is one already stays as it was written. */
function spread(line: string): readonly string[] {
  const said = saidOf(line)
  if (said === null) return [line]
  const startsAsWritten = /^\s*(?:(?:邮件)?编号|第|#|no\.?)?\s*\d/iu.test(halfWidth(line))
  return said.numbers.length === 1 && startsAsWritten ? [line] : said.numbers.map(number => `${number} ${said.deed}`)
}

const PAPERS = listed('评审材料 汇总表')

/** Both papers asked for in one sentence. */
const papersIn = (line: string): readonly string[] =>
  PAPERS.every(paper => line.includes(paper)) && SENT.test(line) ? PAPERS : [line]
