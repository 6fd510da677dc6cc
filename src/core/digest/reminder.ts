import { type Block, section } from '../letter/letter.ts'
import { clean } from '../text/quote.ts'
import { beijing } from '../text/time.ts'
import type { CallFacts, DigestFacts, RowState } from './facts.ts'

const namesOf = ({ rows }: Pick<CallFacts, 'rows'>, ...states: readonly RowState[]): string =>
  rows
    .filter(row => row.listed && !row.excluded && states.includes(row.state))
    .map(({ branch }) => clean(branch, 80))
    .join('、')

/** No form of theirs has come; «不申报» counts once a person has confirmed it. */
const UNAPPLIED: readonly RowState[] = ['none', 'evidence', 'declining']

/** A notice ready to be sent to those who have not applied; applying is voluntary, and it says so. */
export function reminderNotice(
  call: Pick<CallFacts, 'rows' | 'title' | 'deadline' | 'naming'>,
  { composedAt, timezone, mailbox, contact }: Pick<DigestFacts, 'composedAt' | 'timezone' | 'mailbox' | 'contact'>,
): readonly string[] {
  const missing = namesOf(call, ...UNAPPLIED)
  const returned = namesOf(call, 'returned')
  return [
    '各党支部：',
    `${clean(call.title)}将于${beijing(call.deadline, timezone)}截止申报。截至${beijing(composedAt, timezone)}，${
      missing === '' ? '' : `尚未收到以下支部的申报书：${missing}。`
    }${returned === '' ? '' : `以下支部的申报材料已退回修改，尚未重新报送：${returned}，请按退回修改通知的要求改正后重新报送。`}`,
    `拟申报的支部，请于截止时间前将申报书发送至${clean(mailbox)}，邮件主题和文件名均为“${clean(call.naming)}”（“XX党支部”换成本支部全称）；不申报的支部无需回复。如有疑问，请联系${clean(contact)}。`,
  ]
}

/** Before the deadline only, and while somebody is missing. */
export function reminder(call: CallFacts, digest: DigestFacts): readonly Block[] {
  const isOpen = digest.composedAt < call.deadline
  const isMissing = namesOf(call, ...UNAPPLIED, 'returned') !== ''
  if (!isOpen || !isMissing) return []
  return section('催报通知（可直接复制）', [{ kind: 'passage', lines: reminderNotice(call, digest) }])
}
