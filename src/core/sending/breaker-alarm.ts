import { type Letter, paragraph } from '../letter/letter.ts'
import { written } from '../letter/written.ts'
import { timeIn } from '../text/time.ts'

const WHAT = '答复数量达到上限，部分答复暂缓发出'

/** The mail to staff when the hour's cap withholds replies. */
export function composeBreakerAlarm(perHour: number, at: Date, timezone: string) {
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
  const subject = `【系统提醒】${WHAT}`
  return written(subject, letter)
}
