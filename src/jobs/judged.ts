import { conclusionOf, type Judged } from '../core/application/conclusion.ts'
import type { WaitingMessage } from '../core/application/recorded-message.ts'
import type { Decisions } from '../core/judge/decision.ts'
import type { Message } from '../core/message/message.ts'
import type { IntakeNeeds, IntakeResult } from './intake-needs.ts'

type Decided = { readonly message: Message; readonly decisions: Decisions; readonly reopened: number }

/** What is to be written down of a message that was judged, and how it is answered. */
export const judgedAs = (
  { id }: WaitingMessage,
  { message, decisions, reopened }: Decided,
  { rules }: Pick<IntakeNeeds, 'rules'>,
): Judged => ({
  ...conclusionOf(message, decisions),
  answers: entries => rules.answers({ id, message, entries, reopened }),
  withheldFor: rules.replies === 'hold' ? 'hold' : null,
  desk: rules.readDesk(message, decisions[0].relation === 'command'),
})

/** Nothing came of it yet. */
export const result = ({ id, uid }: WaitingMessage): IntakeResult => ({
  id,
  uid,
  what: 'later',
  outcome: null,
  error: null,
})
