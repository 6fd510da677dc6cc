import { listed } from '../words/listed.ts'
import { pattern } from '../words/pattern.ts'
import { FINAL_VERSIONS } from '../words/versions.ts'
import { headerValue, type Message } from './message.ts'
import { ownWords } from './own-words.ts'

/** Said by who wants comments on a draft: each by itself. */
const ASKS_COMMENT = listed(`
  帮看看 帮忙看 帮我看 帮着看 先看看 先看一下 看看行不行 看行不行 看看可不可以 把把关 把关一下 提提意见 提意见
  提些意见 提点意见 提出意见 提出修改意见 征求意见 征求您的意见 给点意见 给些建议 征求意见稿 讨论稿 送审稿请提 供讨论
  仅供参考 预审一下 请预审 先过目 帮忙修改 帮改改 帮忙改
`)
const DRAFTS = listed('初稿 草稿 未定稿 非终稿 半成品 第一稿')
const COMMENTS = listed('审阅 审核 修改 意见 指正 把关 过目 看 批评 斧正 建议')

const FOR_COMMENT = pattern`${ASKS_COMMENT}`
const DRAFT = pattern`(?<!不是|并非|非)${DRAFTS}.{0,30}${COMMENTS}|${COMMENTS}.{0,12}${DRAFTS}`
/** A draft that comes beside what it became is none for comment. */
const FINAL = pattern`${[...FINAL_VERSIONS, ...listed('修改稿 正式稿 最终稿')]}`
const LONGEST = 600

/** Whether a mail calls what it brings a draft for comment («帮看看», «初稿, 请审阅»), in its own words. */
export function isDraftForComment({ subject, text }: Pick<Message, 'subject' | 'text'>): boolean {
  const said = `${subject ?? ''}\n${ownWords(text).slice(0, LONGEST)}`.replace(/[ \t\u3000]/g, '')
  return FOR_COMMENT.test(said) || (DRAFT.test(said) && !FINAL.test(said))
}

const LONGEST_HEADER = 20_000

/** Whether it was written to others, and to one of our addresses only as a copy. */
export function isOnlyCopied({ headers }: Pick<Message, 'headers'>, ownAddresses: readonly string[]): boolean {
  const names = (field: string) => {
    const value = (headerValue(headers, field) ?? '').slice(0, LONGEST_HEADER).toLowerCase()
    return { any: value.includes('@'), ours: ownAddresses.some(address => value.includes(address)) }
  }
  const to = names('to')
  return to.any && !to.ours && names('cc').ours
}
