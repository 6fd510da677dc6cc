import { withoutLinks } from '../../text/links.ts'
import { quote } from '../../text/quote.ts'
import { ASKED_OF_IT, ASKS_WHAT, ASKS_WHETHER, SAYS_ASKING } from '../../words/asking-words.ts'
import { listed } from '../../words/listed.ts'
import { pattern, patternWith } from '../../words/pattern.ts'
import { ownWords } from '../own-words.ts'

const POLITE = [...SAYS_ASKING, ...listed('麻烦确认 烦请告知 盼告知 请告知 请明示 盼复示')]
const IS_IT = pattern`是否${[...ASKED_OF_IT, '符合', '算', '有']}`
const ASKS_POLITELY = pattern`${POLITE}`
/** A longer run of marks is text that was lost on the way. */
const ASKING = patternWith('u')`${[
  ...[...POLITE, ...ASKS_WHETHER, ...ASKS_WHAT, IS_IT],
  /几[份页号点]|(?<=[\p{L}\p{N}）)”」》])[?？]{1,3}(?![?？])|[吗呢](?:[。!！,，]|$)/u,
]}`
/** Words of a question with which nothing is asked. */
const IT_CAME = listed('回事 搞的 弄的 的 了')
const NOT_ASKED = patternWith('g')`${[
  ...listed('不知为何 不知何故 无论如何 怎么也 怎么都 怎样也 怎样都 多少有些 多少有点 多少都 若干问题'),
  pattern`不知道?是?(?:怎么|咋)${IT_CAME}?(?![填写报交发办做改弄])`,
  pattern`(?:不管|无论)${ASKS_WHAT}`,
]}`
/** «如何创建样板支部，我们作了研讨»: what was talked about. */
const WE = listed('我们 我支部 我 本支部 支部 全体')
const TOPIC = pattern`(?:如何|怎样|怎么)[^，,。?？]{1,30}[，,]${WE}(?![^。]*[?？吗呢])`
/** How a sentence begins that only sounds like a question. */
const TO_RECEIVE = listed('查收 审阅 审核 核收 确认收到 批示 指正')
const DIFFICULTIES = listed('问题 疑问 不妥 不当')
const DEFECTS = listed('不对 不妥 不当 不符 不规范 有误 错误 遗漏 缺漏 不全 需要修改 需修改')
const NO_QUESTION = pattern`^${[
  pattern`请问?${TO_RECEIVE}`,
  /收到请?回复|(?:是否)?收到请?(?:回复|告知|回执)/,
  pattern`如有${DIFFICULTIES}|有(?:任何)?(?:问题|疑问)`,
  pattern`[如若]果?有?.{0,24}${DEFECTS}[^?？吗能]{0,10}$`,
  /妥否请批示|不知[可是]否妥/,
]}`
/** «看到后回个信好吗», «收到请回复，可以吗？»: a courtesy, and what is hung on it. */
const RECEIVED = listed('收到 看到 查收 收阅 查阅 阅')
const ANSWERED = listed('回复 回信 回个信 回执 回一下 回个话 告知 说一声 说一下 吱一声 确认')
const AGREED = listed('可以 可 好 行 成 方便')
const COURTESY = pattern`${RECEIVED}[^，,。]{0,8}${ANSWERED}(?:一下|下)?[，,]?${[...AGREED, '中']}?[吗么嘛]?[？?！!。]*$`
const HUNG_ON = pattern`^${[...AGREED, '谢谢']}[吗么嘛]?[？?！!。]*$`
const LONGEST_SENTENCE = 200
const SHOWN = 80
const SENTENCES = /(?<=[。！!；;\n]|[？?](?![？?]))/

/** A question in a sender's own words, cut at 80 characters; null where nothing is asked. */
export function questionIn(text: string): string | null {
  const sentence = withoutLinks(ownWords(text).slice(0, 3000))
    .split(SENTENCES)
    .map(one => one.trim())
    .find(one => one !== '' && one.length <= LONGEST_SENTENCE && asks(one))
  return sentence === undefined ? null : quote(sentence, SHOWN)
}

function asks(sentence: string): boolean {
  const said = sentence.replace(NOT_ASKED, '')
  const open = withoutCourtesies(said)
  if (!ASKING.test(open) || NO_QUESTION.test(open.replace(/^[\p{P}\s]+/u, ''))) return false
  return ASKS_POLITELY.test(open) || !TOPIC.test(open)
}

/** The clauses that ask for more than an answer. */
function withoutCourtesies(sentence: string): string {
  const clauses = sentence.split(/(?<=[，,])/)
  const isCourtesy = (clause: string | undefined) => clause !== undefined && COURTESY.test(clause.replace(/[，,]$/, ''))
  return clauses
    .filter((clause, index) => !isCourtesy(clause) && !(HUNG_ON.test(clause) && isCourtesy(clauses[index - 1])))
    .join('')
}
