import { nounsOf } from '../core/call/nouns.ts'
import { composeAnswer } from '../core/desk/compose-answer.ts'
import { deskWords } from '../core/desk/desk-words.ts'
import type { KnownMail, SettledLine } from '../core/desk/known-mail.ts'
import { UNKNOWN } from '../core/desk/read-line.ts'
import { answeredFact, choiceFact } from '../core/digest/by-mail.ts'
import { choicesFor } from '../core/judge/choices.ts'
import { applicantOf } from '../core/judge/decision.ts'
import type { Fact } from '../core/letter/letter.ts'
import { threadOf } from '../core/reply/thread.ts'
import type { Enclosure, NewMail } from '../core/sending/outgoing-mail.ts'
import type { AnswerNeeds, CodeCase } from './desk-needs.ts'
import { oneByOne } from './one-by-one.ts'

const MINUTE = 60_000

/** One answer to each mail that is through, one a minute for each address: what came meanwhile is answered together. */
export async function answerDesk(needs: AnswerNeeds): Promise<void> {
  const now = needs.clock()
  const through = Map.groupBy(needs.mails.open('done', now), ({ address }) => address)
  await oneByOne(through, async ([address, mails]) => {
    const last = needs.mails.lastAnswerTo(address)
    const isRecent = last !== null && now.getTime() - last.getTime() < MINUTE && now >= last
    if (!isRecent) needs.transaction(() => answer(address, mails, needs))
  })
}

/** The answer, its code and the note of it: together, or none of it. */
function answer(address: string, mails: readonly KnownMail[], needs: AnswerNeeds): void {
  const { mails: records, clock, settings, outbox } = needs
  const lines = mails.flatMap(({ id }) => linesOf(id, needs))
  const help = lines.some(line => isSilent(line) && isHelp(line.result.said))
  if (lines.length === 0) {
    for (const { id } of mails) records.answer(id, null, null)
    return
  }
  const latest = mails.at(-1)
  const first = mails[0]
  if (latest === undefined || first === undefined) return
  const written = composeAnswer({
    lines: lines.filter(line => !isSilent(line)).map(line => ({ ...line, choices: choicesOf(line, needs) })),
    more: mails.reduce((sum, { more }) => sum + more, 0) + mails.reduce((sum, mail) => sum + unread(mail, needs), 0),
    help: help || lines.every(({ state, result }) => state === 'refused' && result.texts.includes(UNKNOWN)),
    words: deskWords(settings.calls()),
    mailbox: settings.mailbox,
    trial: settings.replies === 'hold',
  })
  const purpose = `desk:${first.id}`
  const enclosures = enclosuresOf(mails, needs)
  const mail: NewMail = {
    ...{ purpose, kind: 'desk', messageId: null },
    mail: {
      ...written,
      ...(enclosures.length === 0 ? {} : { enclosures }),
      to: [{ name: '', address }],
      messageId: `<shenbao.desk.${first.id}@${settings.domain}>`,
      ...threadOf(latest),
      unasked: true,
    },
  }
  outbox.add(mail, { withheldFor: null }, clock())
  const code = needs.issueCode({ address, purpose, cases: casesOf(mails, lines, needs) })
  for (const { id } of mails) records.answer(id, code, clock())
}

/** What they asked for; the same asked for twice as it was in the end. */
function enclosuresOf(mails: readonly KnownMail[], { mails: records }: AnswerNeeds): readonly Enclosure[] {
  const files = mails.flatMap(({ id }) => records.asked(id)).map(file => [file.name, file] as const)
  return [...new Map(files).values()].map(({ name, type, bytes }) => ({
    name,
    type,
    base64: Buffer.from(bytes).toString('base64'),
  }))
}

/** A mail's own lines, and those of another that it confirmed. */
const linesOf = (id: number, { lines }: AnswerNeeds): readonly SettledLine[] => [
  ...lines.confirmedBy(id),
  ...lines.lines(id),
]

const isHelp = (said: string): boolean => !/\d/.test(said) && !said.includes('确认')

/** «确认» and «帮助» are told by what comes of them. */
const isSilent = ({ state, result }: SettledLine): boolean => state === 'done' && result.texts.length === 0

/** Lines behind so many that nobody understood. */
const unread = ({ id, lines: all }: KnownMail, { lines }: AnswerNeeds): number => {
  const last = Math.max(0, ...lines.lines(id).map(({ line }) => line))
  const refused = lines.lines(id).filter(({ state }) => state === 'refused').length
  return refused >= 5 ? all.length - last : 0
}

/** What may be done about the case now: undone, or, where nothing was done, decided anew. */
function choicesOf({ state, result }: SettledLine, { find, settings, clock }: AnswerNeeds): Fact | null {
  const facts = result.case === null ? null : find(result.case)
  if (facts === null || state === 'shown') return null
  const [only, ...others] = facts.entries
  if (only === undefined || others.length > 0) return null
  const { decision } = only
  const call = settings.calls().find(one => one.id === decision.call)
  if (decision.relation === 'inquiry' && state !== 'done') return answeredFact(facts.id, settings.mailbox)
  const isOver = call !== undefined && clock() > call.deadline
  const isDecided = only.by !== null
  const asIs = decision.outcome === 'accepted' && (isDecided || decision.answer === 'full') ? 'accept' : null
  const choices =
    state === 'done' ? [] : choicesFor({ decision, call: call ?? null, isOver }).filter(choice => choice !== asIs)
  const applicant = applicantOf(decision)
  const at = { mailbox: settings.mailbox, nouns: nounsOf(call ?? null) }
  return choiceFact({ id: facts.id, applicant, choices, undo: isDecided }, at)
}

/** The cases of the code before, as they were shown; those that the answer tells of as they are now. */
function casesOf(
  mails: readonly KnownMail[],
  lines: readonly SettledLine[],
  { find }: AnswerNeeds,
): readonly CodeCase[] {
  const cases = new Map<string, CodeCase>()
  const put = (one: CodeCase) => cases.set(`${one.message}/${one.entry}`, one)
  for (const { code } of mails) if (code.state === 'good') code.cases.forEach(put)
  for (const { result, state } of lines) {
    const facts = result.case === null || state === 'shown' ? null : find(result.case)
    for (const { entry, decisionId: decision } of facts?.entries ?? [])
      if (result.entry === undefined || result.entry === entry) put({ message: facts?.id ?? 0, entry, decision })
  }
  return [...cases.values()]
}
