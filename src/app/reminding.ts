import { composeReminder } from '../core/reply/reminder-letter.ts'
import { callNow } from '../jobs/call-rows.ts'
import type { RemindNeeds } from '../jobs/remind.ts'
import { answeredIn, replySettings } from './answering.ts'
import type { Parts } from './parts.ts'

/** What reminds those who have not applied, wired to the real edges. */
export function remindNeeds(parts: Parts): RemindNeeds {
  const { config, clock, from } = parts
  const { transaction, mailings, decisions, overview } = parts.store.get()
  const decisionOn = (id: number, entry: number) => decisions.of(id, entry).at(-1)?.decision ?? null
  return {
    clock,
    transaction,
    call: id => parts.calls().find(one => one.id === id) ?? null,
    now: call => callNow(call, { related: overview.relatedTo, decisionOn }),
    mailings,
    mail: {
      decisionOn,
      answered: answeredIn(parts),
      compose: reminded => composeReminder({ ...reminded, service: replySettings(parts).service }),
    },
    settings: {
      ...{ timezone: config.timezone, replies: config.replies, from: from.address },
      ...{ mailbox: config.mailbox.user, contact: config.staff.contact },
    },
  }
}
