import type { Call } from '../core/call/call.ts'
import type { Decision } from '../core/judge/decision.ts'
import { inOrder, type Related } from './digest-related.ts'

export type QuestionsNeeds = {
  readonly decisionOn: (id: number, entry: number) => Pick<Decision, 'question' | 'thanks' | 'closed'> | null
  /** Whether somebody wrote in its thread from the mailbox. */
  readonly isAnswered: (id: number) => boolean
}

export type OpenQuestion = { readonly one: Related; readonly question: string | null }

/** Questions alone (thanks are none), and those beside what is judged all the same, that nobody answered and no person closed. */
export const openQuestions = (
  related: readonly Related[],
  { decisionOn, isAnswered }: QuestionsNeeds,
): readonly OpenQuestion[] =>
  related
    // What is told of a message is told once.
    .filter(({ entry, state, outcome }) => entry === 0 && state === 'judged' && outcome !== null)
    .sort(inOrder)
    .flatMap(one => {
      const decision = decisionOn(one.id, one.entry)
      const question = decision?.question ?? null
      const asks = question !== null || (one.relation === 'inquiry' && decision?.thanks !== true)
      return asks && decision?.closed !== true && !isAnswered(one.id) ? [{ one, question }] : []
    })

/** A mail sent from the mailbox, by what its header says of its thread. */
export type SentMail = { readonly messageId: string | null; readonly references: readonly string[] }

export type AnswersNeeds = {
  readonly clock: () => Date
  readonly calls: readonly Call[]
  readonly open: () => readonly OpenQuestion[]
  /** Its Message-ID. */
  readonly messageId: (id: number) => string | null
  /** What was sent from the mailbox since then, as far as the server keeps it; null where it keeps none. */
  readonly sentSince: (since: Date) => Promise<readonly SentMail[] | null>
  readonly note: (id: number, at: Date) => void
}

/** Ours; what servers keep of them among the sent mail answers no question. */
const OURS = /^<shenbao\./

/** Takes note of questions in whose thread somebody wrote from the mailbox. */
export async function findAnswers(needs: AnswersNeeds): Promise<void> {
  const open = needs.open()
  const first = sinceOf(open, needs)
  if (first === null) return
  const sent = (await needs.sentSince(first)) ?? []
  const written = new Set(
    sent.filter(({ messageId }) => messageId === null || !OURS.test(messageId)).flatMap(({ references }) => references),
  )
  for (const { one } of open) {
    const messageId = needs.messageId(one.id)
    if (messageId !== null && written.has(messageId)) needs.note(one.id, needs.clock())
  }
}

/** Since the first of them came, and never before the call that it belongs to was announced; null: there are none. */
function sinceOf(open: readonly OpenQuestion[], { calls }: AnswersNeeds): Date | null {
  const times = open.flatMap(({ one: { receivedAt, call } }) => {
    const announced = Date.parse(calls.find(({ id }) => id === call)?.announced ?? '')
    return receivedAt === null ? [] : [Math.max(Date.parse(receivedAt), Number.isNaN(announced) ? 0 : announced)]
  })
  return times.length === 0 ? null : new Date(Math.min(...times))
}
