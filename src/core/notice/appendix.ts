import type { Block, DocumentContent } from '../document/document.ts'
import { listed } from '../words/listed.ts'
import { pattern } from '../words/pattern.ts'
import { describeBlank } from './describe-blank.ts'
import type { FormDraft } from './form-draft.ts'
import { fold } from './notice.ts'
import { isForm } from './titles-asked.ts'

/** A notice, and the blank form that hangs on it in the same file; null where none does. */
type WithAppendix = { readonly body: DocumentContent; readonly form: FormDraft | null }

/** «附件1» in a line of its own: what follows it is no part of the notice. */
const OPENS = /^附件?[\d一二三四五六七八九十]{0,2}:?$/
const TITLE_WITHIN = 4

export function appendedForm(content: DocumentContent): WithAppendix {
  const { blocks } = content
  const starts = blocks.flatMap((block, at) => (opens(block) && hasTable(blocks.slice(at)) ? [at] : []))
  const [first = -1] = starts
  if (first <= 0) return withLines(content)
  const parts = starts.map((start, at) => blocks.slice(start + 1, starts[at + 1]))
  const own = parts.find(part => hasTable(part) && part.slice(0, TITLE_WITHIN).some(isTitled))
  return { body: { ...content, blocks: blocks.slice(0, first) }, form: own === undefined ? null : drafted(own) }
}

/** «优秀班级申报表» over «班级名称：», «班长：» and more in lines of their own. */
function withLines(content: DocumentContent): WithAppendix {
  const blocks = content.blocks.filter(block => block.kind === 'table' || textOf(block) !== '')
  const title = blocks.findIndex(
    (block, at) =>
      isTitled(block) &&
      !ASKS.test(textOf(block)) &&
      areBlankLines(blocks.slice(at + 1, at + 4)) &&
      !blocks.slice(at + 1).some(one => SENDS.test(textOf(one))),
  )
  if (title <= 0) return { body: content, form: null }
  const body = blocks.slice(0, title)
  const headed = { kind: 'paragraph' as const, text: textOf(blocks[title]).replace(APPENDED, '') }
  const from = APPENDED.test(textOf(body.at(-1))) ? -1 : body.length
  return { body: { ...content, blocks: body.slice(0, from) }, form: drafted([headed, ...blocks.slice(title + 1)]) }
}

/** A sentence of the notice is no title, and behind its form a notice says no more of sending. */
const ASKS = /[,;。]|请|须|填写/
const SENDS = pattern`@|${listed('发送 报送 提交 发 交')}至|截止`

/** «姓名：____　学号：». */
const BLANK_LINE = /^(?:[^:。;,]{2,16}:[_ ]*)+$/
const areBlankLines = (blocks: readonly Block[]): boolean =>
  blocks.length > 1 && blocks.every(block => BLANK_LINE.test(textOf(block)))
const APPENDED = /^附件?[\d一二三四五六七八九十]{0,2}:/

function drafted(blocks: readonly Block[]): FormDraft {
  const form = describeBlank({ blocks })
  return { ...form, said: form.title, isAppended: true }
}

const textOf = (block: Block | undefined): string => (block?.kind === 'paragraph' ? fold(block.text) : '')
const opens = (block: Block): boolean => OPENS.test(textOf(block))
const hasTable = (blocks: readonly Block[]): boolean => blocks.some(({ kind }) => kind === 'table')
const isTitled = (block: Block): boolean => isForm(textOf(block))
