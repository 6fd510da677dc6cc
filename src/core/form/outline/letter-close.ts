import type { Block } from '../../document/document.ts'
import { listed } from '../../words/listed.ts'
import { pattern } from '../../words/pattern.ts'

/** How a letter ends; its signature and date follow. */
const CLOSE = pattern`^${listed('特此报告 特此申报 特此申请 特此推荐 此致 妥否 当否')}|^(?:以上|上述).{0,12}${listed('妥否 当否 请审定 请审议 请审阅 请批示')}`
/** So many paragraphs a signature has at most. */
const LONGEST = 6
/** Something may be told behind it: a telephone, another part of the form. */
const TELLS = /\d{7}|[。；].{20}/

const DAY = /^[\s\d〇○零一二三四五六七八九十]*年[\s\d一二三四五六七八九十]*月[\s\d一二三四五六七八九十]*日\s*$/
/** A sentence that is at its end, or whose name stands there; behind a heading or a label a day is the answer. */
const SAID = /[。；;！!]\s*$|签[字名章]|盖章/

const isWritten = (block: Block): boolean => block.kind === 'table' || block.text.trim() !== ''

/** Without the day on which it was signed, last of all and alone in its line. */
function withoutDay(blocks: readonly Block[]): readonly Block[] {
  const at = blocks.findLastIndex(isWritten)
  const last = blocks[at]
  if (last?.kind !== 'paragraph' || !DAY.test(last.text)) return blocks
  const over = blocks.slice(0, at).findLast(isWritten)
  return over !== undefined && (over.kind === 'table' || SAID.test(over.text)) ? blocks.slice(0, at) : blocks
}

/** A document without the close of the letter that it is: nobody's answer, though it stands under the last heading. */
export function withoutLetterClose(blocks: readonly Block[]): readonly Block[] {
  const at = blocks.findIndex(block => block.kind === 'paragraph' && CLOSE.test(block.text.trim()))
  if (at < 0) return withoutDay(blocks)
  const close = blocks.slice(at)
  const isClose = close.length <= LONGEST && close.every(block => block.kind === 'paragraph' && !TELLS.test(block.text))
  return isClose && at > 0 ? blocks.slice(0, at) : blocks
}
