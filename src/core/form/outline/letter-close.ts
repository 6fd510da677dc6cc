import type { Block } from '../../document/document.ts'
import { listed } from '../../words/listed.ts'
import { pattern } from '../../words/pattern.ts'

/** How a letter ends; its signature and date follow. */
const CLOSE = pattern`^${listed('特此报告 特此申报 特此申请 特此推荐 此致 妥否 当否')}|^(?:以上|上述).{0,12}${listed('妥否 当否 请审定 请审议 请审阅 请批示')}`
/** So many paragraphs a signature has at most. */
const LONGEST = 6
/** Something may be told behind it: a telephone, another part of the form. */
const TELLS = /\d{7}|[。；].{20}/

/** Blank, or the day on which it was signed. */
const DATED = /^[\s\d〇○零一二三四五六七八九十]*(?:年[\s\d一二三四五六七八九十]*月[\s\d一二三四五六七八九十]*日?\s*)?$/

/** A document without the close of the letter that it is: nobody's answer, though it stands under the last heading. */
export function withoutLetterClose(blocks: readonly Block[]): readonly Block[] {
  const last = blocks.findLastIndex(block => block.kind === 'table' || !DATED.test(block.text))
  const at = blocks.findIndex(block => block.kind === 'paragraph' && CLOSE.test(block.text.trim()))
  if (at < 0) return blocks.slice(0, last + 1)
  const close = blocks.slice(at)
  const isClose = close.length <= LONGEST && close.every(block => block.kind === 'paragraph' && !TELLS.test(block.text))
  return isClose && at > 0 ? blocks.slice(0, at) : blocks
}
