import { readIntervals } from '../dates/dates.ts'
import type { Form } from '../form/form.ts'
import { columnKinds, labelKinds } from '../words/label-kinds.ts'
import { listed } from '../words/listed.ts'
import { pattern } from '../words/pattern.ts'
import { PROMPTS } from '../words/prompt-words.ts'
import { linesOf, mentioned, sentencesOf, withoutSpaces } from './sentences.ts'

const WHEN = /近[三3]年(?:以?来)?|以?来/
const OF_LEVEL = /过?(?:校级|国家级|省部级)?(?:[(（]含[)）])?(?:及?以上)?(?:党组织)?/
const HONOURS = listed('荣誉 表彰 奖励 获奖')
const OF_SORT = pattern`${OF_LEVEL}(?:的?(?:相关|重大))?${HONOURS}{1,2}(?:称号|情况)?`
const NONE = pattern`^本?(?:支部)?${WHEN}?[,，]?(?:暂无|无|没有|暂?未获得?)${OF_SORT}?[。.]?$`
const NUMBERING = /^[（(]?[一二三四五六七八九十\d]{1,3}[)）、.．]/u
const NOTHING_SAID = /^[\d\p{P}\p{S}]*$/u

/** «无», quoted, where the honours section says that and nothing else beside labels; else null. */
export function noneSaid(form: Form): string | null {
  const said = linesOf(form.honoursText).filter(line => !isLabel(bare(line)) && !NOTHING_SAID.test(bare(line)))
  return said.every(line => NONE.test(bare(line))) ? (said[0] ?? null) : null
}

const isLabel = (text: string): boolean =>
  [...columnKinds(text).values(), ...labelKinds(text).values()].some(strength => strength >= 0.8)

/** «无», quoted, where the row labelled with one of the words (支部成员) says that; else null. */
export function noneSaidOf(form: Form, labels: readonly string[]): string | null {
  const lines = linesOf(form.honoursText)
  for (const [index, line] of lines.entries()) {
    const next = lines[index + 1] ?? ''
    if (labels.includes(bare(line)) && NONE.test(bare(next))) return next
    if (labels.some(label => bare(line).startsWith(label) && NONE.test(bare(line).slice(label.length)))) return line
  }
  return null
}

/** A sentence of the honours section that speaks of an honour, or of a day, and was not read: then nothing is proven. */
export function unreadHonour(form: Form, words: readonly string[]): string | null {
  const read = withoutSpaces(form.honours.map(({ quote }) => quote).join('\n'))
  const isUnread = (sentence: string) =>
    (mentioned(sentence, words) !== null || readIntervals(sentence).length > 0) &&
    mentioned(sentence, PROMPTS) === null &&
    !read.includes(withoutSpaces(sentence))
  return linesOf(form.honoursText).flatMap(sentencesOf).find(isUnread) ?? null
}

/** Without spaces, colons and number, as labels are compared. */
const bare = (line: string): string => withoutSpaces(line).replace(NUMBERING, '').replace(/[:：]/g, '')
