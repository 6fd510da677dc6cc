import { listed } from '../words/listed.ts'
import { pattern } from '../words/pattern.ts'
import { TO_MAILBOX, WITHIN } from './deadline-where.ts'
import { fold, type Notice, type Sentence } from './notice.ts'
import { NAMES_FORM } from './titles-asked.ts'
import { MARK, SENDING } from './vocabulary.ts'

const CLOSING = pattern`${listed('结题 结项')}`

const TITLE = /关于|(?:通知|公告)$/

/** Without what is said of the end of the projects that are applied for, unless that is what the notice is about. */
export function withoutClosing(notice: Notice): Notice {
  const isAboutIt = notice.lines.slice(0, 6).some(line => TITLE.test(line) && CLOSING.test(line))
  if (isAboutIt) return notice
  return {
    ...notice,
    sentences: notice.sentences.filter(({ folded }) => !CLOSING.test(folded) || folded.includes('@')),
  }
}

/** «…连同成绩单于9月29日前交至班级», where a later sentence has the day of the mail: what goes to the class need not come with it. */
export function isOfEarlierStage(said: string, { sentences }: Notice): boolean {
  const own = sentences.findIndex(one => one.said === said)
  const folded = sentences[own]?.folded ?? ''
  if (!DAY.test(folded) || !WITHIN.test(folded) || TO_MAILBOX.test(folded)) return false
  const mailed = sentences.slice(own + 1).filter(one => DAY.test(one.folded) && TO_MAILBOX.test(one.folded))
  return mailed.length > 0 && !mailed.some(one => ALL_PAPERS.test(one.folded))
}

/** «将全班材料打包»: what the class was given, too. */
export const ALL_PAPERS = pattern`${listed('全班 全部 所有 以上 上述 相关 有关 申请 申报 推荐 评选')}的?(?:电子)?材料`
const DAY = /\d{1,2}月\d{1,2}[日号]/
const SENT = pattern`${[...SENDING, '@', '邮箱']}`
const isSent = ({ folded }: Sentence): boolean => DAY.test(folded) && SENT.test(folded)

/** «获得立项的项目须签订任务书»: of those who are chosen. */
const OF_CHOSEN = pattern`^${MARK}?(?:${listed('获得立项 获准立项 立项后 入选 获批 获评 经评审')})[^,;]{0,10}[须应需要,]`

/** «报名阶段：4月18日前将报名表…», «提交阶段：5月9日前将剧本…»: a sentence of the stage that isn't the form's. */
export function isOfLaterStage(said: string, { sentences }: Notice): boolean {
  if (OF_CHOSEN.test(fold(said))) return true
  const own = sentences.findIndex(one => one.said === said)
  const first = sentences.findIndex(one => isSent(one) && (NAMES_FORM.test(one.folded) || /材料.*@/.test(one.folded)))
  const [sentence, form] = [sentences[own], sentences[first]]
  if (sentence === undefined || form === undefined || !isSent(sentence) || NAMES_FORM.test(sentence.folded))
    return false
  if (isOneMailing(sentence.folded, form.folded)) return false
  return first < own || /阶段/.test(sentence.folded) || lastDay(form.folded) - lastDay(sentence.folded) >= STAGE_DAYS
}

/** What is due so long before the form is sent in a mail of its own; a few days before, it is of the same application. */
const STAGE_DAYS = 14
const lastDay = (folded: string): number => {
  const [month = 0, day = 0] = (daysIn(folded).at(-1)?.match(/\d+/g) ?? []).map(Number)
  return month * 31 + day
}

/** «10月8日前…», «同时，请于10月8日前…», «…与前述材料一并…». */
const isOneMailing = (folded: string, form: string): boolean =>
  TOGETHER.test(folded) || TOGETHER.test(form) || daysIn(folded).some(day => daysIn(form).includes(day))

const TOGETHER = pattern`${listed('一并 一同 一起 同时')}`
const daysIn = (folded: string): readonly string[] => folded.match(new RegExp(DAY, 'g')) ?? []
