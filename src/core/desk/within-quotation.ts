import { holdsBack } from './beside-order.ts'
import type { Reading } from './command.ts'
import { trimmed } from './half-width.ts'
import { oneEach } from './one-each.ts'
import { endsLetter, QUOTED, withoutCodesAsWritten } from './own-lines.ts'
import { CHOICE_MARK, readLine, WITHIN } from './read-line.ts'
import { verbIn } from './verbs.ts'

/** So wide a quoted line may have been broken, and what stands behind it is its end. */
const WIDE = 60
/** A digest has fewer; what stands behind so many isn't looked at. */
const MOST_LINES = 5000
const CASE = /邮件编号\s*(\d{1,9})/

/**
 * What somebody ordered between the lines of ours that a program marked as quoted, each with the number of the case under which it stands.
 * Nothing of it is done, for it may be what a program broke off a line of ours: it is shown, so that nobody takes it for done.
 */
export function linesWithin(text: string): readonly string[] {
  const all = text.split(/\r?\n/)
  const lines = all.slice(
    Math.max(
      0,
      all.findIndex(line => QUOTED.test(line)),
    ),
    MOST_LINES,
  )
  const last = lines.findLastIndex(line => QUOTED.test(line))
  let number: string | null = null
  const found: string[] = []
  for (const [index, line] of last < 0 ? [] : lines.entries()) {
    const above = lines[index - 1] ?? ''
    if (QUOTED.test(line)) number = CASE.exec(line)?.[1] ?? number
    else if (endsLetter(line) && index > last) break
    else if (!isBroken(above)) found.push(...orderIn(withoutCodesAsWritten(line.trim()), number))
  }
  return found.map(line => `${WITHIN}${line}`)
}

/** Whether a quoted line may go on in the next: choices of ours are whole where the last one is. */
function isBroken(line: string): boolean {
  if (!QUOTED.test(line)) return false
  const choices = line.split(CHOICE_MARK)
  if (choices.length > 1) return !isOrder(readLine(trimmed(choices.at(-1) ?? ''), []))
  return [...line].reduce((sum, sign) => sum + (sign > '\u1100' ? 2 : 1), 0) >= WIDE
}

/** A line that decides on a case, by its own number or by the one under which it stands, or may want to; what only remarks is not looked at. */
function orderIn(line: string, number: string | null): readonly string[] {
  const own = oneEach([line]).filter(each => isOrder(readLine(each, [])))
  if (own.length > 0 || number === null || line === '') return own
  const numbered = `${number} ${line}`
  const reading = readLine(numbered, [])
  const mayWant = reading.kind === 'unclear' && (verbIn(line) !== null || holdsBack(line))
  return isOrder(reading) || mayWant ? [numbered] : []
}

const isOrder = (reading: Reading): boolean =>
  (reading.kind === 'command' && reading.command.what === 'case') ||
  (reading.kind === 'refused' && reading.of !== undefined) ||
  (reading.kind === 'unclear' && reading.asked.on !== null && reading.asked.verbs.length > 0)
