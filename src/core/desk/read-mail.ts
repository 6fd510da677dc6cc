import { clean } from '../text/quote.ts'
import { takesBack } from './beside-order.ts'
import type { CaseCommand, CaseRef, Reading } from './command.ts'
import { refused } from './read-case-line.ts'
import { readLine } from './read-line.ts'
import { isTold, verbName } from './verbs.ts'
import type { NamedCall } from './which-call.ts'

/** The lines of a mail, read beside each other: what they say together may be unclear where each by itself is not. */
export function readMail(lines: readonly string[], calls: readonly NamedCall[]): readonly Reading[] {
  const read = lines.map(line => readLine(line, calls))
  return read.map((reading, index) => {
    const command = caseCommandOf(reading)
    if (command === null) return isUnknown(reading) && isOfReason(read, index) ? { kind: 'courtesy' } : reading
    const ways = [...new Set(read.flatMap(one => wayOf(one, command.on)))].filter(way => way !== verbName('undo'))
    if (command.verb !== 'undo' && ways.length > 1) return refused(contradicts(command.on, ways))
    if (read.slice(0, index).some(one => isTwin(caseCommandOf(one), command))) return { kind: 'courtesy' }
    const said = heldBack(command.on, { lines, read }) ? lightly(command) : reading
    return isTold(command.verb) ? (goesOn(lines, index, read) ?? said) : said
  })
}

/** Second thoughts in a line of their own, as «2号先别办，我再核一下»: of the cases that it numbers, else of all. */
function heldBack(
  on: CaseRef,
  { lines, read }: { readonly lines: readonly string[]; readonly read: readonly Reading[] },
) {
  return lines.some((line, index) => {
    const reading = read[index]
    if (reading === undefined || !isOfNone(reading) || !takesBack(line)) return false
    const numbers = [...line.matchAll(NUMBERED)].map(([, digits]) => Number(digits))
    return numbers.length === 0 || !('id' in on) || numbers.includes(on.id)
  })
}

const NUMBERED = /(\d{1,9})\s*号/g

const lightly = (command: CaseCommand): Reading => ({ kind: 'command', command: { ...command, lightly: true } })

const caseCommandOf = (reading: Reading | undefined): CaseCommand | null =>
  reading?.kind === 'command' && reading.command.what === 'case' ? reading.command : null

/** What a line says is to be done to a case, done or not; none where it speaks of another. */
function wayOf(reading: Reading, on: CaseRef): readonly string[] {
  if (reading.kind === 'unclear')
    return reading.asked.on !== null && isSame(reading.asked.on, on) ? [reading.asked.sentence] : []
  const said = reading.kind === 'refused' ? (reading.of ?? null) : caseCommandOf(reading)
  return said !== null && isSame(said.on, on) ? [verbName(said.verb)] : []
}

const isSame = (one: CaseRef, other: CaseRef): boolean => JSON.stringify(one) === JSON.stringify(other)

const isTwin = (one: CaseCommand | null, other: CaseCommand): boolean => JSON.stringify(one) === JSON.stringify(other)

const contradicts = (on: CaseRef, ways: readonly string[]): string =>
  `同一封来信中对${'id' in on ? `第${on.id}号` : '同一件'}写了不同的办法（${ways.map(way => clean(way, 20)).join('、')}），均未办理：请只写其中一种`

/** A reason, which goes to the sender as it is, must be whole: lines behind it that nobody understands may belong to it. */
function goesOn(lines: readonly string[], index: number, read: readonly Reading[]): Reading | null {
  const behind = read.slice(index + 1)
  const end = behind.findIndex(reading => !isUnknown(reading))
  const more = lines.slice(index + 1, end < 0 ? undefined : index + 1 + end)
  if (more.length === 0) return null
  return refused(
    `下面的话像是理由的一部分，未予办理。理由须与编号写在同一行，请照此写：${lines[index]}${more.join('')}`,
  )
}

/** Said with the line that it belongs to. */
function isOfReason(read: readonly Reading[], index: number): boolean {
  const command = caseCommandOf(read.slice(0, index).findLast(reading => !isUnknown(reading)))
  return command !== null && isTold(command.verb)
}

const isUnknown = (reading: Reading): boolean => reading.kind === 'refused' && !reading.known

/** It names no case that anything is known to be done to. */
const isOfNone = (reading: Reading): boolean =>
  isUnknown(reading) || (reading.kind === 'unclear' && reading.asked.on === null)
