import { worded } from '../call/nouns.ts'
import { type Block, section } from '../letter/letter.ts'
import { clean } from '../text/quote.ts'
import { timeIn } from '../text/time.ts'
import type { CallFacts, DigestFacts, RowState } from './facts.ts'

const namesOf = ({ rows }: Pick<CallFacts, 'rows'>, ...states: readonly RowState[]): string =>
  rows
    .filter(row => row.listed && !row.excluded && states.includes(row.state))
    .map(({ applicant }) => clean(applicant.shown, 80))
    .join('、')

/** No form of theirs has come; «不申报» counts once a person has confirmed it. */
const UNAPPLIED: readonly RowState[] = ['none', 'evidence', 'declining']

type Reminded = Pick<CallFacts, 'rows' | 'title' | 'deadline' | 'naming' | 'blank' | 'nouns'>

/** A notice ready to be sent to those who have not applied; applying is voluntary, and it says so. */
export function reminderNotice(
  call: Reminded,
  { composedAt, timezone, mailbox, contact }: Pick<DigestFacts, 'composedAt' | 'timezone' | 'mailbox' | 'contact'>,
): readonly string[] {
  const missing = namesOf(call, ...UNAPPLIED)
  const returned = namesOf(call, 'returned')
  const { title, deadline, nouns } = call
  const said = (sentence: string) => worded(sentence, nouns)
  return [
    `${said(call.blank === null ? '各{applicant}' : `各${call.blank.replace(/^XX/, '')}`)}：`,
    `${clean(title)}将于${timeIn(deadline, timezone)}截止申报。截至${timeIn(composedAt, timezone)}，${
      missing === '' ? '' : `${said('尚未收到以下{applicant}的{form}')}：${missing}。`
    }${returned === '' ? '' : `${said('以下{applicant}的申报材料已退回修改，尚未重新报送')}：${returned}，请按退回修改通知的要求改正后重新报送。`}`,
    `${said('拟申报的{applicant}，请于截止时间前将{form}发送至')}${clean(mailbox)}${namedAs(call)}；${said('不申报的{applicant}无需回复')}。如有疑问，请联系${clean(contact)}。`,
  ]
}

/** How subject and file are to be called, as far as that is asked for. */
function namedAs({ naming, blank, nouns }: Reminded): string {
  const { subject, file, packed } = naming
  const place = packed ? '压缩包' : '文件名'
  const named =
    subject === file
      ? [`邮件主题和${place}均为“${clean(subject)}”`]
      : [
          ...(subject === '' ? [] : [`邮件主题为“${clean(subject)}”`]),
          ...(file === '' ? [] : [`${place}为“${clean(file)}”`]),
        ]
  if (`${subject}${file}` === '') return ''
  const isBlank = blank !== null && `${subject}${file}`.includes(blank)
  return `，${named.join('，')}${isBlank ? `（“${blank}”换成${nouns.fullName}）` : ''}`
}

/** Before the deadline only, and while somebody is missing. */
export function reminder(call: CallFacts, digest: DigestFacts): readonly Block[] {
  const isOpen = digest.composedAt < call.deadline
  const isMissing = namesOf(call, ...UNAPPLIED, 'returned') !== ''
  if (!isOpen || !isMissing) return []
  return section('催报通知（可直接复制）', [{ kind: 'passage', lines: reminderNotice(call, digest) }])
}
