import type { Fact } from '../letter/letter.ts'
import { clean, quote } from '../quote.ts'
import { beijing } from '../time.ts'
import type { Sender } from './facts.ts'

/** The address is left whole, for staff write to it; the subject is a stranger's words. */
export const senderFacts = ({ from, subject, receivedAt }: Sender, timezone: string): readonly Fact[] => [
  { label: '来信', value: clean(from ?? '', 120) || '（发件人不明）' },
  { label: '主题', value: quote(subject ?? '') || '（无主题）' },
  { label: '收到', value: receivedAt === null ? '时间待核实' : beijing(receivedAt, timezone) },
]
