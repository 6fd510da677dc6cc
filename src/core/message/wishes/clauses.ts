import { simplify } from '../../naming/traditional.ts'
import { withoutLinks } from '../../text/links.ts'
import { ASKS_WHAT, ASKS_WHETHER, SAYS_ASKING } from '../../words/asking-words.ts'
import { listed } from '../../words/listed.ts'
import { pattern } from '../../words/pattern.ts'
import { THIS_TIME } from './occasion-words.ts'

/** A piece of what somebody wrote, between two marks: simplified, without white space and quotation marks. */
export type Clause = {
  readonly text: string
  /** The whole sentence that it is part of, folded alike. */
  readonly sentence: string
  /** The sentence ends in a question mark or asks by its words. */
  readonly asks: boolean
  /** It asks itself, not only the end of its sentence: «申报书见附件，这样可以吗？» says first, and then asks. */
  readonly isQuestion: boolean
}

const LONGEST = 4000
/** Each of its clauses looks at it. */
const LONGEST_SENTENCE = 400
const SENTENCES = /(?<=[。！!；;\n]|[？?](?![？?]))/
const PARTS = /[，,。！!？?；;、：:\n]+/

const ASKING = [...SAYS_ASKING, ...ASKS_WHETHER, ...ASKS_WHAT, '咨询', '是否']
const ASKS = pattern`${ASKING}|[?？]$|[吗么呢][。!！]?$`

/** What somebody wrote, clause by clause. `text`: own words only, never what is quoted. */
export function clausesOf(text: string): readonly Clause[] {
  const folded = simplify(withoutLinks(text.slice(0, LONGEST))).replace(/[ \t\u3000"“”'‘’「」《》]+/g, '')
  return folded.split(SENTENCES).flatMap(written => {
    const whole = written.trim()
    const sentence = whole.slice(0, LONGEST_SENTENCE)
    const asks = ASKS.test(whole)
    const parts = whole.split(PARTS).filter(part => part !== '')
    return parts.map((text, index) => ({
      ...{ text, sentence, asks },
      isQuestion: asks && (index === parts.length - 1 || ASKS.test(text)),
    }))
  })
}

/** Before a word these turn it into its contrary: «不撤回», «无需撤回», «没有作废», «并非不申报». */
const NEGATIONS = listed(`
  不 未 没 没有 并未 并没有 不是 并非 并不是 绝不 不会 不想 不打算 不准备 无需 不需要 不用 不必 不要 勿 请勿 切勿 不能
  不得 不可 不应 从未 尚未 还没 暂不 没想 无意 并不 没说 没有说 未说 没提 没提过 没打算 没准备 没想过 从没 从来没 未曾 不考虑
`)
const NEGATED = pattern`${NEGATIONS}(?:[再要想会予以将已做作被]|把.{1,12})?$`

/** What is only supposed, or asked of others. */
const SUPPOSED = pattern`^${listed('如 若 倘 假如 如果 如需 如有 万一 要是 一旦 凡 逾期 凡是 各 请各')}`
/** What is told of others, or was only heard. */
const REPORTED = pattern`${[
  ...listed('听说 据说 听闻 据悉 传闻 别的 其他 其它 兄弟支部 隔壁 他们支部'),
  /有(?:[的些个]|几个)?党?支部|某个?支部/,
]}`
/** Earlier years, and what others did. */
const OTHER_TIME = pattern`${listed('去年 往年 前年 上一年 上年度 以前年度 上届 上一届 上一轮 上一批')}`
const FOR_NOW = pattern`${[...THIS_TIME, '本年', '本批', '现']}`

/** Whether a clause says the contrary of what `words` (a pattern with the flag g) finds in it. */
export const denies = ({ text, asks }: Clause, words: RegExp): boolean =>
  !asks && [...text.matchAll(words)].some(({ index }) => NEGATED.test(text.slice(0, index)))

/** Whether a clause says, as its writer's own word and for now, what `words` (a pattern with the flag g) finds in it. */
export function states({ text, sentence, asks }: Clause, words: RegExp): boolean {
  if (asks || SUPPOSED.test(text) || (SUPPOSED.test(sentence) && !text.includes('现'))) return false
  if (OTHER_TIME.test(text) && !FOR_NOW.test(text)) return false
  return [...text.matchAll(words)].some(({ index }) => {
    const before = text.slice(0, index)
    return !NEGATED.test(before) && !REPORTED.test(before)
  })
}
