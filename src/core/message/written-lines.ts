import { listed } from '../words/listed.ts'
import { patternWith } from '../words/pattern.ts'
import { ACKNOWLEDGING } from '../words/thanks-words.ts'
import { BRANCHES, UNITS } from '../words/unit-words.ts'
import { ownWords } from './own-words.ts'

/** «发自我的iPhone», «--»: from there on a client or a signature speaks. */
const FOOT = /^(?:-- ?|_{2,}|[发来]自.{1,20}|sent from .{1,30}|get outlook .{1,30})$/i
const PLACES = [...BRANCHES, ...UNITS, ...listed('大学 研究所 实验室')]
/** A line of a signature: who wrote, of which branch, and where to call. */
const SIGNATURE = patternWith(
  'u',
)`^(?:[\p{Script=Han}·]{2,4}(?:\s*[|｜/]\s*\S{1,8})?|(?![我本贵该你您请])[^，,。?？!！:：]{0,20}${PLACES}[^，,。?？!！:：]{0,14}|.{0,12}[\d\s()（）+\-]{7,20}|\d{4}年\d{1,2}月\d{1,2}日)$`
/** A raised thumb is an answer, too. */
const WRITTEN = /[\p{L}\p{N}\p{Extended_Pictographic}]/u

/** What a sender wrote himself, line by line, and where that ends: what stands alone like a signature counts where nothing stood before it. */
export function writtenLines(text: string): readonly string[] {
  const lines = ownWords(text)
    .split('\n')
    .map(line => line.trim())
    .filter(line => WRITTEN.test(line) || FOOT.test(line))
  const foot = lines.findIndex(line => FOOT.test(line))
  return (foot < 0 ? lines : lines.slice(0, foot)).filter(line => !SIGNATURE.test(line) || COURTESY.test(line))
}

/** «收到», «谢谢老师» are no names. */
const COURTESY = patternWith('i')`^${ACKNOWLEDGING}`
