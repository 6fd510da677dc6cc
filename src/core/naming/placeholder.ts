import { pattern } from '../words/pattern.ts'
import { tidy } from './normalise.ts'

const MARK = /[x×✕✖╳*○〇◯●□△]/
// 〇 and ○ are also the zeros of 二〇〇八.
const RUN = pattern`(?<![一二三四五六七八九])${MARK}{2,}(?![一二三四五六七八九])`
const AFTER_ORDINAL = pattern`第(?:${MARK}|某)`
const NOTHING_ELSE = pattern`^(?:${MARK}|[o.…-])+$`
const UNNAMED = /某/
const BLANK_LINE = /^[\s"'“「【([]*[_＿]{2,}/
const ENDING = /党?支部.*$/

/** Whether a placeholder (XX, ××, 〇〇, **, 某, an underlined blank) stands where the branch's name should. */
export const isPlaceholder = (written: string): boolean => {
  const name = tidy(written).text.replace(ENDING, '')
  if (BLANK_LINE.test(written.slice(0, 20)) && /^-*$/.test(name)) return true
  if (/^-*$/.test(name)) return false
  return NOTHING_ELSE.test(name) || RUN.test(name) || AFTER_ORDINAL.test(name) || UNNAMED.test(name)
}
