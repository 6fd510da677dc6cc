import type { PlacedSubmission } from '../core/application/application.ts'
import { filesOf } from '../core/application/conclusion.ts'
import { applicantOf } from '../core/judge/decision.ts'
import { sharing } from '../core/judge/person-decision.ts'
import { answerDecisions, applicationOf } from './answer-decisions.ts'
import type { Answered, EntryKey, MadeOf, PutDown, Recorded, RecordNeeds, ToRecord } from './record-needs.ts'

/** Records decisions on entries of a message beside the machine's, rebuilds the chains and puts the reply into the outbox: together, or none of it. */
export const recordDecisions = (
  id: number,
  { message, made }: { readonly message: Answered; readonly made: readonly ToRecord[] },
  needs: RecordNeeds,
): Recorded =>
  needs.transaction(() => {
    const put = made.map(one => ({ ...one, ...putDown(id, one, needs) }))
    return answerDecisions(id, { message, put }, needs)
  })

/** The first half: the decision, with the mails that repeat the files. Several may be put down before any is answered. */
export function putDown(id: number, made: MadeOf, needs: RecordNeeds): PutDown {
  const { entry } = made
  const before = needs.decisions.of(id, entry).at(-1)?.decision.outcome ?? null
  for (const repeat of repeatsOf(id, entry, needs)) {
    const own = needs.decisions.of(repeat.messageId, repeat.entry).at(-1)?.decision
    if (own !== undefined)
      record(repeat.messageId, { ...made, entry: repeat.entry, decision: sharing(own, made.decision) }, needs)
  }
  return { decisionId: record(id, made, needs), before }
}

function record(id: number, { entry, decision, by, reason }: MadeOf, needs: RecordNeeds): number {
  const { call, relation, withoutForm = false, ended = false } = decision
  const applicant = applicantOf(decision)
  const decisionId = needs.decisions.addByPerson({ messageId: id, entry }, { decision, by, reason }, needs.clock())
  needs.messages.decide(id, decision)
  if (call === null || applicant === null || !(relation === 'application' || ended))
    needs.applications.leave(id, entry, needs.clock())
  else {
    const place = { call, applicant: applicant.key, messageId: id, entry }
    needs.applications.enter({ ...place, files: filesOf(decision), withoutForm, ended }, needs.clock())
  }
  return decisionId
}

/** Entries that brought the same files share the lot of the version that they repeat. */
function repeatsOf(id: number, entry: number, needs: RecordNeeds): readonly EntryKey[] {
  const decision = needs.decisions.of(id, entry).at(-1)?.decision
  const chain = decision === undefined ? [] : (applicationOf(decision, needs)?.chain ?? [])
  const mine = chain.find(({ messageId }) => messageId === id)
  return chain.filter(one => repeats(one, mine))
}

const repeats = (one: PlacedSubmission, of: PlacedSubmission | undefined): boolean =>
  of !== undefined && !of.repeats && one.repeats && one.version === of.version
