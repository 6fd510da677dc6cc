import type { Fact } from '../letter/letter.ts'
import { clean, quote } from '../text/quote.ts'
import { timeIn } from '../text/time.ts'
import type { Sender } from './facts.ts'
import { precisionNear } from './near-deadline.ts'

export const receivedFact = ({ receivedAt }: Sender, timezone: string, deadline?: Date): Fact => ({
  label: '收到',
  value: receivedAt === null ? '时间待核实' : timeIn(receivedAt, timezone, precisionNear(receivedAt, deadline)),
})

/** The address is left whole, for staff write to it; the subject is a stranger's words. */
export const senderFacts = (sender: Sender, timezone: string, deadline?: Date): readonly Fact[] => [
  { label: '来信', value: clean(sender.from ?? '', 120) || '（发件人不明）' },
  { label: '主题', value: quote(sender.subject ?? '') || '（无主题）' },
  receivedFact(sender, timezone, deadline),
]
