import { foldNumerals } from '../naming/numerals.ts'
import { listed } from '../words/listed.ts'
import { pattern, patternWith } from '../words/pattern.ts'
import { colleagueIn, isQuestion, withoutCourtesy } from './courtesy.ts'
import { halfWidth, trimmed } from './half-width.ts'
import { CASE_NUMBER } from './read-case-line.ts'
import { readLine } from './read-line.ts'
import { SENT } from './read-sentence.ts'
import { isBehind, isTold, verbAt, verbBehindName } from './verbs.ts'
import { callAt, callIn, type NamedCall } from './which-call.ts'

const RANGE = /(?:第\s*)?\d{1,4}\s*(?:号\s*)?[-~—–至到]\s*(?:第\s*)?\d{1,4}\s*号/
const NUMBERS = pattern`(?:${RANGE}|${CASE_NUMBER})(?:(?:\s*[、,，和与及;；]\s*|\s+|(?<=号))(?:${RANGE}|${CASE_NUMBER}))*`
const NUMBERS_FIRST = patternWith('isu')`^(${NUMBERS})\s*(.*)$`
const NUMBERS_BEHIND = patternWith('isu')`^\s*(?:[:：]\s*)?(${NUMBERS})\s*((?:[,，;；。:：].*)?)$`
const BETWEEN = /[\s,，、;；。]+/gu
/** What follows in a line isn't read; nobody's line takes the square of a mail. */
export const LONGEST_LINE = 1000
/** Columns in which programs that break lines break them. */
const WIDE = 60
const ENDED = /[。！!；;]$/u

/** The lines of a mail, a line for each command: what programs broke is joined, what people put into one line is parted. */
export const oneEach = (lines: readonly string[], calls: readonly NamedCall[] = []): readonly string[] =>
  withoutItems(joined(lines.map(line => inFigures(line.slice(0, LONGEST_LINE), calls)))).flatMap(line =>
    parted(line, calls).flatMap(each => spread(each, calls)),
  )

const NUMERALS = /(?<!\p{Script=Han})第?[一二三四五六七八九十百]{1,4}(?=号)/gu
/** «一号受理» as «1号受理». */
function inFigures(line: string, calls: readonly NamedCall[]): string {
  const figures = line.replace(NUMERALS, foldNumerals)
  return figures !== line && startsCommand(figures, calls) ? figures : line
}

const ITEM = /^(?:[(（]?(\d{1,2})\s*[.、．)）]|[(（]?[一二三四五六七八九十]{1,3}\s*[.、．)）]|[①-⑳])\s*(.*)$/su
const itemOf = (line: string) => {
  const [whole, digits, rest = ''] = ITEM.exec(halfWidth(line)) ?? []
  return whole === undefined
    ? null
    : { place: digits === undefined ? null : Number(digits), rest: line.slice(line.length - rest.length) }
}

/** «1、5号受理» above «2、2号退回 …»: the numbers in front are the list's own; in «3、5号受理» above «4、6号退回 …» they are cases. */
function withoutItems(lines: readonly string[]): readonly string[] {
  const items = lines.map(itemOf)
  const isNext = (at: number, to: number) => {
    const [one, other] = [items[at], items[to]]
    return (
      one != null && other != null && (one.place === null ? other.place === null : one.place + to - at === other.place)
    )
  }
  return lines.map((line, index) => {
    const item = items[index]
    const isFromOne = item?.place === null || items[index + 1 - (item?.place ?? 0)]?.place === 1
    const isListed = isFromOne && (isNext(index, index + 1) || isNext(index, index - 1))
    return item != null && isListed && startsCommand(item.rest) ? item.rest : line
  })
}

/** A line as wide as programs let one be goes on in the next, and so does one that lacks the reason it needs, as a link of ours opens it. */
function joined(lines: readonly string[]): readonly string[] {
  const whole: string[] = []
  for (const [index, line] of lines.entries()) {
    const above = lines[index - 1] ?? ''
    const before = whole.at(-1)
    const lacks = before !== undefined && lacksReason(before)
    const isBroken = widthOf(above) >= WIDE && !ENDED.test(above)
    const isRoom = (before?.length ?? 0) + line.length < LONGEST_LINE
    if (isRoom && (lacks || isBroken) && mayGoOn(line)) whole[whole.length - 1] = `${before}${lacks ? ' ' : ''}${line}`
    else whole.push(line)
  }
  return whole
}

const lacksReason = (line: string): boolean => {
  const said = saidOf(line)
  return said?.told === true && trimmed(said.deed.slice(said.word.length)) === ''
}

/** Words that are nothing else than a part of the line before. */
function mayGoOn(line: string): boolean {
  const reading = readLine(line, [])
  return reading.kind === 'refused' && !reading.known && !startsCommand(line)
}

const widthOf = (line: string): number =>
  [...line].reduce((sum, sign) => sum + (/[\u1100-\uffff]/u.test(sign) ? 2 : 1), 0)

/** Numbers with what is done to them, whichever stands in front; `front`: a colleague and a call named in front of both, `word`: the verb, each as written. */
type Said = {
  readonly front: string
  readonly numbers: string
  readonly deed: string
  readonly word: string
  readonly told: boolean
}

/** null: a line says no such thing. */
function saidOf(line: string, calls: readonly NamedCall[] = []): Said | null {
  const polite = withoutCourtesy(line)
  const wish = callAt(polite, calls).rest
  const front = `${colleagueIn(line)}${colleagueIn(line) && '：'}${polite.slice(0, polite.length - wish.length)}`
  const [, numbers = '', rest = ''] = NUMBERS_FIRST.exec(halfWidth(wish)) ?? []
  if (numbers !== '') {
    const deed = trimmed(wish.slice(wish.length - rest.length))
    const verb = verbAt(deed) ?? verbBehindName(deed)
    const behind = deed.slice(verb?.word.length)
    return verb !== null && isBehind(behind, verb.verb) && !NUMBERS_BEHIND.test(halfWidth(behind))
      ? { front, numbers, deed, word: verb.word, told: isToldOf(verb) }
      : null
  }
  const verb = verbAt(wish)
  if (verb === null) return null
  const behind = wish.slice(verb.word.length)
  const [, those = '', reason = ''] = NUMBERS_BEHIND.exec(halfWidth(behind)) ?? []
  if (those === '') return null
  const deed = trimmed(`${verb.word} ${trimmed(behind.slice(behind.length - reason.length))}`)
  return { front, numbers: those, deed, word: verb.word, told: isToldOf(verb) }
}

const isToldOf = ({ verb }: NonNullable<ReturnType<typeof verbAt>>): boolean => verb !== null && isTold(verb)

/** More than people mean by «1-20号». */
const MOST = 30
const NUMBER_OR_RANGE = patternWith('g')`${RANGE}|\d+`
const eachOf = (numbers: string): readonly string[] =>
  (numbers.match(NUMBER_OR_RANGE) ?? []).flatMap(each => {
    const [from = 0, to = from] = (each.match(/\d+/g) ?? []).map(Number)
    return from < to && to - from < MOST
      ? Array.from({ length: to - from + 1 }, (_, more) => String(from + more))
      : (each.match(/\d+/g) ?? [])
  })

const startsCommand = (line: string, calls: readonly NamedCall[] = []): boolean => saidOf(line, calls) !== null

/** What stands behind a piece of a line, and the signs between. */
type Behind = { readonly sign: string; readonly text: string }

const ASIDE = pattern`^${listed('另 请问 还有 顺便 此外 对了 再问')}`
const CONSENT = pattern`${listed('可以 行 好 对 合适 妥')}[吗么?？]|${listed('行不行 可不可以 是否可 是否同意 能否')}`
/** A question that is none about the order in front of it. */
const isAside = ({ sign, text }: Behind): boolean =>
  /[。;；]/u.test(sign) && isQuestion(text) && ASIDE.test(text) && !CONSENT.test(text)

/** Whether two parts of a line are two matters; a question behind a reason may belong to it. */
const isTwo = (before: Said | null, behind: Behind, calls: readonly NamedCall[]): boolean =>
  before !== null && (startsCommand(behind.text, calls) || (!before.told && isAside(behind)))

/** «1受理», of «1受理2退回 缺章». */
function isBare(line: string): boolean {
  const said = saidOf(line)
  return said !== null && !said.told && said.deed === said.word
}

/** «17受理5同意» may count votes: in each piece stands the same verb, or each number is a «号». */
const areOrders = (glued: readonly string[]): boolean =>
  glued.every((piece, at) => (at < glued.length - 1 ? isBare : startsCommand)(piece)) &&
  (new Set(glued.map(piece => saidOf(piece)?.word)).size === 1 || glued.every(piece => /^\d+号/.test(piece)))

/** A line with several commands in it, parted; each piece must be one by itself, else it is a reason that bears numbers. */
function parted(line: string, calls: readonly NamedCall[]): readonly string[] {
  const glued = line.split(/(?<=\p{Script=Han})(?=\d)/u)
  if (glued.length > 1 && areOrders(glued)) return glued
  if (!startsCommand(line, calls)) return ofCalls(line, calls).flatMap(each => papersIn(each, calls))
  const pieces: string[] = []
  let from = 0
  for (const { 0: sign, index } of line.matchAll(BETWEEN)) {
    const next = index + sign.length
    const before = line.slice(from, index)
    if (!isTwo(saidOf(before, calls), { sign, text: line.slice(next) }, calls)) continue
    pieces.push(before)
    from = next
  }
  return [...pieces, line.slice(from)]
}

const STARTS = patternWith('iu')`^\s*${CASE_NUMBER}`
/** «1、2号受理» as a line for each; a line that is one already stays as it was written. */
function spread(line: string, calls: readonly NamedCall[]): readonly string[] {
  const said = saidOf(line, calls)
  if (said === null) return [line]
  const isPlain = STARTS.test(halfWidth(callAt(withoutCourtesy(line), calls).rest))
  const numbers = eachOf(said.numbers)
  return numbers.length === 1 && isPlain ? [line] : numbers.map(number => `${said.front}${number} ${said.deed}`)
}

const PAPERS = listed('评审材料 汇总表')

/** Both papers asked for in one sentence. */
function papersIn(line: string, calls: readonly NamedCall[]): readonly string[] {
  if (!PAPERS.every(paper => line.includes(paper)) || !SENT.test(line)) return [line]
  const call = callIn(line, calls)
  return call === null ? PAPERS : PAPERS.map(paper => `${call} ${paper}`)
}

/** «样板支部延期到…，最佳党日延期到…»: a line for each call that a part begins with. */
function ofCalls(line: string, calls: readonly NamedCall[]): readonly string[] {
  const isOfCall = (part: string) => callAt(part, calls).call !== null
  if (!isOfCall(line)) return [line]
  const places = [...line.matchAll(/[,，;；。]+\s*/gu)].filter(({ 0: sign, index }) =>
    isOfCall(line.slice(index + sign.length)),
  )
  const ends = [...places.map(({ index }) => index), line.length]
  const starts = [0, ...places.map(({ 0: sign, index }) => index + sign.length)]
  return starts.map((start, place) => line.slice(start, ends[place]))
}
