import type { Block } from '../../document/document.ts'
import { listed } from '../../words/listed.ts'
import { pattern } from '../../words/pattern.ts'

/** How a letter ends; its signature and date follow. */
const CLOSE = pattern`^${listed('特此报告 特此申报 特此申请 特此推荐 此致 妥否 当否')}|^(?:以上|上述).{0,12}${listed('妥否 当否 请审定 请审议 请审阅 请批示')}`
/** So many paragraphs a signature has at most. */
const LONGEST = 6
/** Something may be told behind it: a telephone, another part of the form. */
const TELLS = /\d{7}|[。；].{20}/

/** A document without the close of the letter that it is: nobody's answer, though it stands under the last heading. */
export function withoutLetterClose(blocks: readonly Block[]): readonly Block[] {
  const at = blocks.findIndex(block => block.kind === 'paragraph' && CLOSE.test(block.text.trim()))
  const close = at < 0 ? [] : blocks.slice(at)
  const isClose = close.length <= LONGEST && close.every(block => block.kind === 'paragraph' && !TELLS.test(block.text))
  return isClose && at > 0 ? blocks.slice(0, at) : blocks
}
