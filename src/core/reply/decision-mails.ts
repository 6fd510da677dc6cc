import type { Application, PlacedSubmission } from '../application/application.ts'
import { applicantOf } from '../judge/decision.ts'
import type { NewMail } from '../sending/outgoing-mail.ts'
import { type AnswerSettings, replyMails, type Told, type ToTell } from './answers.ts'
import { composeDisplaced } from './displaced.ts'

/** What decisions on record are answered with, and notices to those whose versions they did away with or brought back. */
export const decisionMails = (told: ToTell, settings: AnswerSettings): readonly NewMail[] => [
  ...replyMails(told, settings),
  ...told.entries.flatMap(entry => displacedMail(entry, told, settings) ?? []),
]

function displacedMail(told: Told, { id, message }: ToTell, settings: AnswerSettings): NewMail | null {
  const { decision, decided, application } = told
  const applicant = applicantOf(decision)
  const call = settings.calls.find(one => one.id === decision.call)
  const found = application === null ? null : ownersIn(told, application, id)
  if (found === null || decided === null || application === null || applicant === null || call === undefined)
    return null
  const { own, by } = found
  const { answer, messageId } = settings.recall(own.messageId, own.entry)
  if (answer !== 'full' || own.receivedAt === null || own.sender === null) return null
  const mail = composeDisplaced({
    ...{ call, applicant: applicant.shown, number: application.number, by },
    ...{ version: own.version, receivedAt: own.receivedAt, sender: own.sender, messageId },
    ...{ decision: decided.id, sha256: message.sha256, composedAt: settings.at, service: settings.service },
  })
  return mail === null ? null : { purpose: `displaced:${decided.id}`, kind: 'notice', messageId: own.messageId, mail }
}

/** Of a mail from another address than the protected one: whose version a person's decision on it is about besides. */
function ownersIn({ decision, decided }: Told, { chain }: Application, id: number) {
  const isOfAnother = decision.problems.some(({ code }) => code === 'sender.changed')
  const at = chain.findIndex(one => one.messageId === id)
  const mine = chain[at]
  const before = chain.slice(0, Math.max(0, at))
  if (decided === null || !(decided.byPerson || decided.corrects) || !isOfAnother || mine === undefined) return null
  const isOthers = (one: PlacedSubmission) => one.sender !== mine.sender
  if (mine.standing && decided.before !== 'accepted') {
    const left = before.slice(before.findLastIndex(({ ended }) => ended) + 1)
    const own = left.findLast(({ outcome, repeats }) => outcome === 'accepted' && !repeats)
    return own !== undefined && isOthers(own) && mine.receivedAt !== null
      ? { own, by: { version: mine.version, receivedAt: mine.receivedAt } }
      : null
  }
  const own = before.find(({ standing }) => standing)
  const wasReplaced = decided.before === 'accepted' && decision.outcome !== 'accepted'
  return own !== undefined && isOthers(own) && wasReplaced ? { own, by: null } : null
}
