import type { Call } from '../call/call.ts'
import { isGarbled, isNamelessFile } from '../naming/destroyed.ts'
import { mayConcern } from '../naming/meant-for-call.ts'
import { alsoCalled, titleWords, worksOf } from '../naming/title-words.ts'
import { simplify } from '../naming/traditional.ts'
import { NEWS, NOTICES } from '../words/announcing-words.ts'
import { ASKED_OF_IT, ASKS_WHAT, ASKS_WHETHER, NEEDS, SAYS_ASKING } from '../words/asking-words.ts'
import { TITLE_ENDS, UNDERTAKING } from '../words/choosing-words.ts'
import { listed } from '../words/listed.ts'
import { otherMatters } from '../words/matters.ts'
import { onceFor } from '../words/once-for.ts'
import { pattern, patternWith } from '../words/pattern.ts'
import { REPLY_PREFIXES } from '../words/reply-prefixes.ts'
import { BRANCHES, COMMITTEES, UNITS } from '../words/unit-words.ts'
import type { Message } from './message.ts'
import { ownWords } from './own-words.ts'

const PREFIXES = patternWith('i')`^(?:\s*[[【]?${REPLY_PREFIXES}[\]】]?\s*[:：])+`
const NOTICE_WORDS = patternWith('g')`${[
  ...[...NOTICES, ...NEWS],
  ...listed('纪要 交流 推进 部署 动员 启动 座谈 结果 安排 动态 快讯 新闻 专刊 月报 周报 巡礼 风采 学习 转载 征订'),
]}`
const PUBLISHED = listed('公示 公布 转发 印发')
const ADDRESSED = [...UNITS, ...COMMITTEES, ...BRANCHES, ...listed('位党支部书记 基层 二级')]
/** What they say who sell papers. */
const WRITERS_FOR_HIRE = listed('代写 代笔 包过 包录用 专业写手 专业写作团队 原创保证 保证原创 论文发表 润色服务')
const NOTICE_BODY = patternWith('i')`${[
  pattern`特此${NOTICES}`,
  pattern`${[...NOTICES, ...listed('事项 事宜 安排 名单')]}如下`,
  pattern`现予以?${PUBLISHED}|现将.{0,40}${[...PUBLISHED, '通知']}(?:如下|给)`,
  pattern`(?:^|\n)各${ADDRESSED}.{0,30}[:：]|请各${ADDRESSED}`,
  /退订|取消订阅|unsubscribe/,
  pattern`${WRITERS_FOR_HIRE}|加微信.{0,20}${listed('咨询 报价 领取 详谈')}`,
]}`
/** With these a person asks, whatever else the text mentions. */
const POLITELY = pattern`${SAYS_ASKING}`
/** 咨询会 is held, 咨询电话 is called. */
const CONSULTATIONS = listed('会 服务 电话 中心')
const TITLE_ASKS = pattern`${[...SAYS_ASKING, '求助']}|咨询(?!${CONSULTATIONS})|吗[?？!！。]*$|[?？]$`
const ASKS = [...ASKS_WHETHER, ...ASKS_WHAT, '哪些']
const TITLE_MAY_ASK = pattern`${[...ASKS, '是否']}|(?:疑问|问题)$`
const BODY_ASKS = pattern`${[...ASKS, ...NEEDS]}|是否${ASKED_OF_IT}|吗(?:[?？!！。,，\s]|$)|[?？](?=[\s"”』」)）]|$)`
const LINK = /https?:\/\/\S{1,2000}/gi
const SHORT = 600
const titleOf = ({ subject }: Message): string => simplify((subject ?? '').slice(0, 300).replace(PREFIXES, '').trim())

/** Whether a mail's own words are those of a notice to many. */
export const announces = (message: Pick<Message, 'text'>): boolean => NOTICE_BODY.test(wordsOf(message))

/** Whether it is a notice, a list or a newsletter, by its title or its words; what stands in a call's own title announces nothing. */
export const isNotice = (message: Message, calls: readonly Call[]): boolean =>
  announcesIn(titleOf(message), calls) || announces(message)

const wordsOf = ({ text }: Pick<Message, 'text'>): string => simplify(ownWords(text).replace(LINK, ' ').slice(0, 3000))

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

const TITLE_HEAD = pattern`^${[...UNDERTAKING, '关于', '党建工作', '党建', /\d{4}年?度?/]}+`
const TITLE_TAIL = pattern`${[...TITLE_ENDS, '表彰', '评比', '选拔', /的?通知|党?支部/]}+$`

/** What title and naming rule are about, and which matters are another's. */
const wordsOfCall = onceFor(
  (call: Call): { readonly topics: readonly string[]; readonly others: readonly string[] } => {
    const title = call.title.replaceAll(call.university, '').replaceAll(call.unit, '')
    const topics = [title, titleWords(call).topic, ...alsoCalled(call), ...worksOf(call)].map(words =>
      words.replace(TITLE_HEAD, '').replace(TITLE_TAIL, ''),
    )
    return { topics: topics.filter(topic => topic.length >= 2), others: otherMatters(call) }
  },
)
