import type { BranchType } from '../../call/call.ts'
import { BRANCH_TYPES } from '../../words/value-words.ts'

const TICK = '[☑√✓✔■●◉🗸]'
const BOX = '[□○]'
const OPEN = '[（(\\[【［]'
const CLOSE = '[）)\\]】］]'
/** «[x]教师», «(√)» stay what they are in brackets. */
const LETTER_TICK = /[[(（【［]\s{0,3}[xXvV]\s{0,3}[\])）】］]/g
const EMPTY_BOX = /\[\s{0,6}\]/g
/** With signs for boxes that are typed as letters: «[x]», «[ ]». */
export const withBoxes = (text: string): string => text.replace(LETTER_TICK, '☑').replace(EMPTY_BOX, '□')

const MARK = new RegExp(`${OPEN}?\\s{0,3}(?:${TICK}|${BOX})\\s{0,3}${CLOSE}?|${OPEN}\\s{0,6}${CLOSE}`, 'gu')
const HAS_TICK = new RegExp(TICK, 'u')
const SEPARATORS = /[\s、，,;；/|:：]+/
/** «支部类型：□教师 ☑学生». */
const LABEL_BEFORE = /^[^□☑√✓■:：]{1,12}[:：]/
const LONGEST = 500

/**
 * The words that are chosen among tick boxes, the tick before or after its word; a text without any box or tick is its own
 * choice. Which side the ticks stand on is told by the first and the last of them, else by the words that they touch; where
 * nothing tells, nothing is chosen.
 */
export function chosenWords(text: string): string[] {
  const plain = withBoxes(text.slice(0, LONGEST)).replace(LABEL_BEFORE, '').trim()
  const marks = [...plain.matchAll(MARK)]
  if (marks.length === 0) return words(plain)
  const side = sideOf(plain, marks)
  if (side === null) return []
  return marks.flatMap((mark, index) => {
    if (!HAS_TICK.test(mark[0])) return []
    const end = mark.index + mark[0].length
    const before = plain.slice(endOf(marks[index - 1]), mark.index)
    const after = plain.slice(end, marks[index + 1]?.index ?? plain.length)
    const word = side === 'before' ? words(after)[0] : words(before).at(-1)
    return word === undefined ? [] : [word]
  })
}

/** «男☑ 女□» is 男; as written where nothing tells what was chosen. */
export const chosenIn = (text: string | null): string | null => {
  const chosen = text === null || !HAS_MARK.test(withBoxes(text)) ? [] : chosenWords(text)
  return chosen.length === 0 ? text : chosen.join('、')
}
const HAS_MARK = new RegExp(`${TICK}|${BOX}`, 'u')

/** Marks that begin the text stand before their words; marks that end it, behind them. */
function sideOf(text: string, marks: readonly RegExpExecArray[]): 'before' | 'behind' | null {
  const [first] = marks
  const last = marks.at(-1)
  if (first === undefined || last === undefined) return null
  const begins = text.slice(0, first.index).trim() === ''
  const ends = text.slice(endOf(last)).trim() === ''
  if (begins === ends) return sideTouched(text, marks)
  return begins ? 'before' : 'behind'
}

/** «教师√ 学生», «教师 √学生». */
function sideTouched(text: string, marks: readonly RegExpExecArray[]): 'before' | 'behind' | null {
  const touched = marks.map(mark => {
    const before = !/^\s/.test(mark[0]) && isOfWord(text[mark.index - 1])
    const after = !/\s$/.test(mark[0]) && isOfWord(text[endOf(mark)])
    if (before === after) return null
    return after ? 'before' : 'behind'
  })
  const [side = null] = touched
  return touched.every(one => one === side) ? side : null
}

const isOfWord = (letter: string | undefined): boolean => letter !== undefined && !SEPARATORS.test(letter)

const endOf = (mark: RegExpExecArray | undefined): number => (mark === undefined ? 0 : mark.index + mark[0].length)

const words = (text: string): string[] => text.split(SEPARATORS).filter(word => word !== '')

/** What the chosen tick boxes (or the words written instead) say; several types at once say nothing. */
export function readBranchType(written: string): BranchType | 'unknown' {
  const text = withBoxes(written)
  const whole = typeOf(text.replace(/\s/g, ''))
  const types = /[□○☑√]/.test(text) || whole === null ? chosenWords(text).map(typeOf) : [whole]
  const [type] = new Set(types)
  return type !== undefined && type !== null && types.every(one => one === type) ? type : 'unknown'
}

const typeOf = (word: string): BranchType | null => {
  const plain = word.normalize('NFKC').replace(/\([^()]*\)|党?支部|党员/g, '')
  // «学生（离退休»: a line's end parted the box behind it from its bracket.
  if (plain.length > 10 || /[()]/.test(plain)) return null
  const found = (Object.entries(BRANCH_TYPES) as [BranchType, string][]).find(([, words]) =>
    words.split(' ').some(one => plain.includes(one)),
  )
  return found?.[0] ?? null
}
