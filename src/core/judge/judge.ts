import type { Message } from '../message/message.ts'
import { type Recognised, recognise } from '../message/relation.ts'
import { isOnlyThanks } from '../message/wishes/thanks.ts'
import { base, noDecision } from './base.ts'
import type { Decision, Decisions } from './decision.ts'
import { judgeApplication } from './judge-application.ts'
import { judgeNote } from './judge-note.ts'
import type { Rules, Seen } from './rules.ts'
import { questionOf } from './said-beside.ts'

/** Judges a message, an entry for each applicant: pure, total, and the same for the same input. */
export function judge(seen: Seen, rules: Rules): Decisions {
  const { message, documents, thread } = seen
  const { calls, ownAddresses, desk = [], applied = () => [] } = rules
  const at = seen.time.at ?? seen.now
  const recognised = recognise({
    ...{ message, documents, thread, at, calls, ownAddresses, desk },
    applied: call => applied(call, seen.time.at),
  })
  switch (recognised.relation) {
    case 'application':
      return judgeApplication(seen, recognised, rules)
    case 'withdrawal':
    case 'evidence':
    case 'declined':
      return judgeNote(seen, recognised, rules)
    default:
      return [ignored(seen, recognised)]
  }
}

const ignored = (seen: Seen, { relation, call }: Recognised): Decision => ({
  ...base(seen, []),
  ...noDecision,
  relation,
  call: call?.id ?? null,
  branch: null,
  outcome: 'ignored',
  answer: 'never',
  ...(relation === 'inquiry' ? saidIn(seen.message) : {}),
})

const saidIn = (message: Message): Pick<Decision, 'question' | 'thanks'> => ({
  ...questionOf(message),
  ...(isOnlyThanks(message) ? { thanks: true } : {}),
})
