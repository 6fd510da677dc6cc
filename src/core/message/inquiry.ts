import type { Call } from '../call/call.ts'
import { isGarbled, isNamelessFile } from '../naming/destroyed.ts'
import { mayConcern } from '../naming/meant-for-call.ts'
import { alsoCalled, titleWords } from '../naming/title-words.ts'
import { simplify } from '../naming/traditional.ts'
import { anyOf } from '../words/any-of.ts'
import { listed } from '../words/listed.ts'
import { otherMatters } from '../words/matters.ts'
import { onceFor } from '../words/once-for.ts'
import { REPLY_PREFIXES } from '../words/reply-prefixes.ts'
import type { Message } from './message.ts'
import { ownWords } from './own-words.ts'

const PREFIXES = new RegExp(`^(?:\\s*[[【]?${anyOf(REPLY_PREFIXES)}[\\]】]?\\s*[:：])+`, 'i')
const NOTICE_TITLE = new RegExp(
  anyOf(
    listed(
      '通知 通告 公告 公示 通报 简报 纪要 答疑 会议 培训 宣讲 交流 推进 部署 动员 启动 座谈 名单 评审 结果 安排 说明 讲话 动态 快讯 新闻 专刊 月报 周报 巡礼 风采 学习 转载 征订',
    ),
  ),
)
const NOTICE_WORDS = new RegExp(NOTICE_TITLE, 'g')
const NOTICE_BODY =
  /特此(?:通知|公示|公告|通报)|(?:通知|公示|公告|通报|事项|事宜|安排|名单)如下|现(?:予以?(?:公示|公布|转发|印发)|将.{0,40}(?:通知|公示|印发|转发|公布)(?:如下|给))|(?:^|\n)各(?:位党支部书记|基层|二级|单位|学院|党委|党总支|支部|党支部|院系|部门).{0,30}[:：]|请各(?:位党支部书记|支部|党支部|单位|学院|部门)|退订|取消订阅|unsubscribe/i
/** With these a person asks, whatever else the text mentions. */
const POLITELY = new RegExp(anyOf(listed('请问 请教 想问 想咨询 咨询一下 问一下 问下 想了解 想确认')))
const TITLE_ASKS = /请问|请教|想问|咨询(?!会|服务|电话|中心)|求助|吗[?？!！。]*$|[?？]$/
const TITLE_MAY_ASK = /能否|可否|是否|何时|什么时候|怎么|多少|哪里|哪个|哪些|如何|怎样|(?:疑问|问题)$/
const BODY_ASKS =
  /能否|可否|能不能|可不可以|是否(?:可以|需要|必须|应|要|能|已|仍|还)|是不是|什么时候|何时|怎么|多少|哪里|哪个|哪些|如何|怎样|吗(?:[?？!！。,，\s]|$)|[?？](?=[\s"”』」)）]|$)/
const LINK = /https?:\/\/\S{1,2000}/gi
const SHORT = 600
const titleOf = ({ subject }: Message): string => simplify((subject ?? '').slice(0, 300).replace(PREFIXES, '').trim())

/** Whether a mail's own words are those of a notice to many. */
export const announces = (message: Message): boolean => NOTICE_BODY.test(wordsOf(message))

/** Whether it is a notice, a list or a newsletter, by its title or its words. */
export const isNotice = (message: Message): boolean => NOTICE_TITLE.test(titleOf(message)) || announces(message)

const wordsOf = ({ text }: Message): string => simplify(ownWords(text).replace(LINK, ' ').slice(0, 3000))

/** The call that somebody asks about, in words of his own: neither a notice that mentions it, nor an answer under which it is quoted. */
export function inquiredCall(message: Message, calls: readonly Call[], at: Date): Call | null {
  const title = titleOf(message)
  const words = wordsOf(message)
  if (!asks(message, { title, words, calls })) return null
  const lines = [title, ...words.split('\n').slice(0, 40)].map(line => line.slice(0, 300))
  const spoken = calls
    .map(call => ({ call, says: Math.max(...lines.map(line => speaksOf(line, call))) }))
    .filter(({ says }) => says > 0)
  const most = Math.max(...spoken.map(({ says }) => says))
  const best = spoken.filter(({ says }) => says === most).map(({ call }) => call)
  return best.find(({ deadline }) => at <= deadline) ?? best[0] ?? null
}

type Said = { readonly title: string; readonly words: string; readonly calls: readonly Call[] }

function asks({ subject }: Message, { title, words, calls }: Said): boolean {
  if (TITLE_ASKS.test(title)) return true
  if (NOTICE_BODY.test(words)) return false
  if (POLITELY.test(words)) return words.length <= SHORT || !announcesIn(title, calls)
  const answers = PREFIXES.test(subject ?? '')
  if (announcesIn(title, calls) && !answers) return false
  return TITLE_MAY_ASK.test(title) || BODY_ASKS.test(words)
}

/** The words of a call's title announce nothing: it may be about a 培训班. */
const announcesIn = (title: string, calls: readonly Call[]): boolean =>
  [...title.matchAll(NOTICE_WORDS)].some(([word]) => !calls.some(call => call.title.includes(word)))

/** 0: not of the call; 2: in the words that only its own title has. Marks alone and lost characters speak of nothing. */
function speaksOf(line: string, call: Call): number {
  if (isGarbled(line) || isNamelessFile(line)) return 0
  const { topics, others } = wordsOfCall(call)
  if (topics.some(topic => line.includes(topic))) return 2
  if (!mayConcern(line, call)) return 0
  return line.includes('支部') || !others.some(matter => line.includes(matter)) ? 1 : 0
}

const TITLE_HEAD = /^(?:\d{4}年?度?|关于|开展|做好|组织|党建工作|党建)+/
const TITLE_TAIL = /(?:推荐对象|申报|评选|遴选|推荐|评审|表彰|征集|评比|选拔|工作|活动|的?通知|党?支部)+$/

/** What title and naming rule are about, and which matters are another's. */
const wordsOfCall = onceFor(
  (call: Call): { readonly topics: readonly string[]; readonly others: readonly string[] } => {
    const title = call.title.replaceAll(call.university, '').replaceAll(call.unit, '')
    const topics = [title, titleWords(call).topic, ...alsoCalled(call)].map(words =>
      words.replace(TITLE_HEAD, '').replace(TITLE_TAIL, ''),
    )
    return { topics: topics.filter(topic => topic.length >= 2), others: otherMatters(call) }
  },
)
