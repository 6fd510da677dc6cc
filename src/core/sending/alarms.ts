import { type Letter, paragraph } from '../letter/letter.ts'
import { written } from '../letter/written.ts'
import { dayIn } from '../text/day.ts'
import { timeIn } from '../text/time.ts'
import type { NewMail } from './outgoing-mail.ts'
import { type Staff, staffMail } from './staff-mail.ts'
import type { Trouble } from './trouble.ts'
import { composeTroubleAlarm } from './trouble-alarm.ts'

type Told = { readonly staff: Staff; readonly timezone: string }

/** Once a day at most. */
export function breakerAlarm(perHour: number, at: Date, { staff, timezone }: Told): NewMail {
  const name = `alarm.replies.${dayIn(at, timezone)}`
  const mail = staffMail(composeBreakerAlarm(perHour, at, timezone), name, staff)
  return { purpose: name, kind: 'alarm', messageId: null, mail }
}

/** Once for each trouble. */
export function troubleMail(trouble: Trouble, { staff, timezone }: Told): NewMail {
  const id = `${trouble.server}.${trouble.since.toISOString().replace(/\D/g, '')}`
  const mail = staffMail(composeTroubleAlarm(trouble, timezone), `alarm.${id}`, staff)
  return { purpose: `alarm:${id}`, kind: 'alarm', messageId: null, mail }
}

const WHAT = '答复数量达到上限，部分答复暂缓发出'

/** The mail to staff when the hour's cap withholds replies. */
function composeBreakerAlarm(perHour: number, at: Date, timezone: string) {
  const letter: Letter = {
    tone: 'act',
    greeting: `系统提醒（${timeIn(at, timezone)}）`,
    lead: `${WHAT}。`,
    blocks: [
      paragraph(
        `系统每小时最多发出${perHour}封答复，其中发往校外地址的不超过一半。超出的答复已暂缓，随后自动补发，不会丢失。`,
      ),
      paragraph('请查看邮箱是否收到大量异常来信；暂缓的答复列在日报中，也可用shenbao list查看。'),
    ],
    signature: ['本邮件由申报受理系统自动发出。'],
  }
  return written(`【系统提醒】${WHAT}`, letter)
}
