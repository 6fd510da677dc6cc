import type { Command, Reading, Unclear } from '../core/desk/command.ts'
import type { KnownMail } from '../core/desk/known-mail.ts'
import { planUnclear } from '../core/desk/plan-case.ts'
import { readLine } from '../core/desk/read-line.ts'
import { readMail } from '../core/desk/read-mail.ts'
import { isOurFault, UsageError } from '../errors.ts'
import { changeCall } from './carry-out-call.ts'
import { caseSight, decideCase } from './carry-out-case.ts'
import type { CarryOutNeeds } from './desk-needs.ts'
import { oneByOne } from './one-by-one.ts'
import { type At, EXPIRED, put } from './settle-line.ts'

/** So many lines that nobody understands, and the rest is not read: it is no mail to the desk. */
const MOST_UNKNOWN = 5

/**
 * Carries out what staff wrote, a line after another, each in one transaction with the note that it was: after a kill it goes on where it
 * was. Gives the mails that are through.
 */
export async function carryOut(needs: CarryOutNeeds): Promise<readonly number[]> {
  const through: number[] = []
  await oneByOne(needs.mails.open('waiting', needs.clock()), async mail => {
    await carryOutOne(mail, needs)
    needs.mails.finish(mail.id)
    through.push(mail.id)
  })
  return through
}

async function carryOutOne(mail: KnownMail, needs: CarryOutNeeds): Promise<void> {
  const settled = new Set(needs.lines.lines(mail.id).map(({ line }) => line))
  let unknown = 0
  const readings = readMail(mail.lines, needs.sight.calls())
  if (
    readings.length > 0 &&
    readings.every(saysNothing) &&
    settled.size === 0 &&
    needs.lines.shownUnder(mail.code.id).length > 0
  )
    return put('refused', [STILL_SHOWN], { mail, line: 1, said: mail.lines.join(' '), confirmedBy: null }, needs)
  for (const [index, reading] of readings.entries()) {
    const said = mail.lines[index] ?? ''
    if (reading.kind === 'refused' && !reading.known) unknown += 1
    if (unknown > MOST_UNKNOWN) return
    if (reading.kind === 'courtesy' || settled.has(index + 1)) continue
    await settle(reading, { mail, line: index + 1, said, confirmedBy: null }, needs)
  }
}

/** A line that speaks of no case and orders nothing, as «可以，发吧» does: it may be about what is still to be confirmed. */
const saysNothing = (reading: Reading): boolean =>
  reading.kind === 'courtesy' ||
  (reading.kind === 'unclear' && reading.asked.on === null) ||
  (reading.kind === 'refused' && !reading.known)

const DIFFERS = '来信的网页格式与纯文本内容不一致，为防误办未予办理：请新写一封，或用纯文本格式回复'

async function settle(reading: Reading, at: At, needs: CarryOutNeeds): Promise<void> {
  if (at.mail.differs) return put('refused', [DIFFERS], at, needs)
  if (reading.kind === 'refused') return put('refused', [reading.why], at, needs)
  if (reading.kind === 'courtesy') return
  if (reading.kind === 'unclear') return tryLine(() => askBack(reading.asked, at, needs), at, needs)
  const { command } = reading
  // Each line that it confirms is tried by itself.
  return command.what === 'go' ? confirmShown(at, needs) : tryLine(() => perform(command, at, needs), at, needs)
}

/** A line that fails, or in which the process dies, as often as may be is given up; thrown all the same, for the operator to hear of it. */
async function tryLine(work: () => Promise<void>, at: At, needs: CarryOutNeeds): Promise<void> {
  const { mails, mostTries } = needs
  const tries = mails.begin(at.mail.id, at.line)
  if (tries > mostTries) {
    put('refused', [FAILED], at, needs)
    throw new Error(`line ${at.line} of message ${at.mail.id} is given up: the process died in it ${mostTries} times`)
  }
  try {
    await work()
  } catch (error) {
    if (error instanceof UsageError) return put('refused', error.told.split('\n'), at, needs)
    if (isOurFault(error)) mails.forgive(at.mail.id, at.line)
    else if (tries === mostTries) put('refused', [FAILED], at, needs)
    throw error
  }
}

async function askBack(asked: Unclear, at: At, needs: CarryOutNeeds): Promise<void> {
  const { why, case: id } = planUnclear(asked, caseSight(at, needs))
  put('refused', [why], at, needs, { case: id })
}

const FAILED = '系统办理这一行时多次出错，未予办理：请告知管理员，或稍后另写一封'

async function perform(
  command: Exclude<Command, { readonly what: 'go' }>,
  at: At,
  needs: CarryOutNeeds,
): Promise<void> {
  switch (command.what) {
    case 'help':
      return put('done', [], at, needs)
    case 'case':
      return decideCase(command, at, needs)
    default:
      return changeCall(command, at, needs)
  }
}

const STILL_SHOWN = '“待您确认”的各项尚未办理：要办理的，请回复“确认”二字；不办的不必回复'
const NOTHING_SHOWN = '没有待确认的事项：可能已经办理，或用的不是列出该事项的那封邮件的口令'

/** What the answer under this code showed is done now, each line as it was read then. */
async function confirmShown(at: At, needs: CarryOutNeeds): Promise<void> {
  const { code, id } = at.mail
  if (code.state !== 'good') return put('refused', [EXPIRED], at, needs)
  for (const shown of needs.lines.shownUnder(code.id)) {
    const origin = needs.mails.find(shown.mail, needs.clock())
    const said = origin?.lines[shown.line - 1]
    if (origin === null || said === undefined || origin.address !== at.mail.address) continue
    const reading = readLine(said, needs.sight.calls())
    await settle(reading, { mail: origin, line: shown.line, said, confirmedBy: id }, needs)
  }
  const any = needs.lines.confirmedBy(id).length > 0
  put(any ? 'done' : 'refused', any ? [] : [NOTHING_SHOWN], at, needs)
}
