import { listed } from '../words/listed.ts'
import { patternWith } from '../words/pattern.ts'

const ENDED = /[。；;！!？?：:]$/
/** What opens a line of its own: a number, a bracketed one, 附件, a name with a colon. */
const NUMBERED =
  /[一二三四五六七八九十]{1,3}[、.．]|[（(][\d一二三四五六七八九十]{1,3}[）)]|\d{1,2}[.、．)）]|第[一二三四五六七八九十]{1,3}[条章]/
const OPENS = patternWith('u')`^(?:${NUMBERED}|${listed('附件 附： 抄送 联系人')}|[\p{Script=Han}\s]{2,8}：)`
/** A mailbox, or what else of Latin letters a page's end threw into a line of its own. */
const LATIN = /^[A-Za-z0-9][\w.+-]*(?:@|[\w.+-]*\.[a-z]{2,4})/
const SHORTEST = 24

/** Lines that a page's width cut, put together again: where most long lines are of one width and end in mid-sentence. */
export function unwrapped(lines: readonly string[]): string[] {
  const width = widthOf(lines)
  const whole: string[] = []
  for (const [at, line] of lines.entries()) {
    const before = lines[at - 1] ?? ''
    const isCut = width !== null && Math.abs(before.length - width) <= 3
    const isOpen = before.length >= SHORTEST - 8 && !ENDED.test(before)
    if (isOpen && (isCut || LATIN.test(line)) && !OPENS.test(line)) whole.push(`${whole.pop() ?? ''}${line}`)
    else whole.push(line)
  }
  return whole
}

/** The width at which lines were cut; null where none was. */
function widthOf(lines: readonly string[]): number | null {
  const widest = Math.max(0, ...lines.map(({ length }) => length))
  if (widest < SHORTEST || widest > 80) return null
  const full = lines.filter(({ length }) => length >= widest - 3)
  const cut = full.filter(line => !ENDED.test(line))
  return full.length >= 4 && cut.length >= full.length * 0.6 ? widest : null
}
