import { withoutLinks } from '../../text/links.ts'
import { quote } from '../../text/quote.ts'
import { ASKS_WHAT, ASKS_WHETHER, SAYS_ASKING } from '../../words/asking-words.ts'
import { listed } from '../../words/listed.ts'
import { ownWords } from '../own-words.ts'

const POLITE = [...SAYS_ASKING, ...listed('麻烦确认 烦请告知 盼告知 请告知 请明示 盼复示')]
const IS_IT = '是否(?:可以|需要|必须|应|要|能|已|仍|还|符合|算|有)'
const OPEN = [...ASKS_WHETHER, IS_IT, ...ASKS_WHAT, '几[份页号点]']
const ASKS_POLITELY = new RegExp(POLITE.join('|'))
/** A longer run of marks is text that was lost on the way. */
const ASKING = new RegExp(
  `${[...POLITE, ...OPEN].join('|')}|(?<=[\\p{L}\\p{N}）)”」》])[?？]{1,3}(?![?？])|[吗呢](?:[。!！,，]|$)`,
  'u',
)
/** Words of a question with which nothing is asked. */
const SAID = listed(`
  不知(?:道)?(?:是)?(?:怎么|咋)(?:回事|搞的|弄的|的|了)?(?![填写报交发办做改弄]) 不知为何 不知何故 无论如何
  (?:不管|无论)(?:怎么|怎样|如何|多少) 怎么(?:也|都) 怎样(?:也|都) 多少(?:有些|有点|都) 若干问题
`)
const NOT_ASKED = new RegExp(SAID.join('|'), 'g')
/** «如何创建样板支部，我们作了研讨»: what was talked about. */
const TOPIC = /(?:如何|怎样|怎么)[^，,。?？]{1,30}[，,](?:我们|我支部|我|本支部|支部|全体)(?![^。]*[?？吗呢])/
/** How a sentence begins that only sounds like a question. */
const POLITE_FORMS = listed(`
  请问?(?:查收|审阅|审核|核收|确认收到|批示|指正) 收到请?回复 妥否请批示 (?:是否)?收到请?(?:回复|告知|回执)
  如有(?:问题|疑问|不妥|不当) 有(?:任何)?(?:问题|疑问)(?:请|可)? 不知(?:可|是)否妥
`)
const NO_QUESTION = new RegExp(`^(?:${POLITE_FORMS.join('|')})`)
/** «看到后回个信好吗», «收到请回复，可以吗？»: a courtesy, and what is hung on it. */
const ANSWERED = listed('回复 回信 回个信 回执 回一下 回个话 告知 说一声 说一下 吱一声 确认')
const TAG = '(?:可以|可|好|行|成|方便|中)?[吗么嘛]?'
const COURTESY = new RegExp(
  `(?:收到|看到|查收|收阅|查阅|阅)[^，,。]{0,8}(?:${ANSWERED.join('|')})(?:一下|下)?[，,]?${TAG}[？?！!。]*$`,
)
const HUNG_ON = /^(?:可以|好|行|成|方便|谢谢)[吗么嘛]?[？?！!。]*$/
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
