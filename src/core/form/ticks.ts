const TICK = '[☑√✓✔■●◉🗸]'
const BOX = '[□○]'
const MARK = new RegExp(`[（(\\[]?\\s{0,3}(?:${TICK}|${BOX})\\s{0,3}[）)\\]]?|[（(]\\s{0,6}[）)]`, 'gu')
const HAS_TICK = new RegExp(TICK, 'u')
const SEPARATORS = /[\s、，,;；/|:：]+/
/** «支部类型：□教师 ☑学生». */
const LABEL_BEFORE = /^[^□☑√✓■:：]{1,12}[:：]/
const LONGEST = 500

/**
 * The words that are chosen among tick boxes, the tick before or after its word; a text without any box or tick is its own
 * choice. Which side the ticks stand on is told by the first and the last of them; where nothing tells, nothing is chosen.
 */
export function chosenWords(text: string): string[] {
  const plain = text.slice(0, LONGEST).replace(LABEL_BEFORE, '').trim()
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

/** Marks that begin the text stand before their words; marks that end it, behind them. */
function sideOf(text: string, marks: readonly RegExpExecArray[]): 'before' | 'behind' | null {
  const [first] = marks
  const last = marks.at(-1)
  if (first === undefined || last === undefined) return null
  const begins = text.slice(0, first.index).trim() === ''
  const ends = text.slice(endOf(last)).trim() === ''
  if (begins === ends) return null
  return begins ? 'before' : 'behind'
}

const endOf = (mark: RegExpExecArray | undefined): number => (mark === undefined ? 0 : mark.index + mark[0].length)

const words = (text: string): string[] => text.split(SEPARATORS).filter(word => word !== '')
