import type { Block, DocumentContent } from '../document/document.ts'
import { describeBlank } from './describe-blank.ts'
import type { FormDraft } from './form-draft.ts'
import { fold } from './notice.ts'
import { isForm } from './titles-asked.ts'

/** A notice, and the blank form that hangs on it in the same file; null where none does. */
export type WithAppendix = { readonly body: DocumentContent; readonly form: FormDraft | null }

/** «附件1» in a line of its own: what follows it is no part of the notice. */
const OPENS = /^附件?[\d一二三四五六七八九十]{0,2}:?$/
const TITLE_WITHIN = 4

export function appendedForm(content: DocumentContent): WithAppendix {
  const { blocks } = content
  const starts = blocks.flatMap((block, at) => (opens(block) && hasTable(blocks.slice(at)) ? [at] : []))
  const [first] = starts
  if (first === undefined || first === 0) return { body: content, form: null }
  const parts = starts.map((start, at) => blocks.slice(start + 1, starts[at + 1]))
  const own = parts.find(part => hasTable(part) && part.slice(0, TITLE_WITHIN).some(isTitled))
  return { body: { ...content, blocks: blocks.slice(0, first) }, form: own === undefined ? null : drafted(own) }
}

function drafted(blocks: readonly Block[]): FormDraft {
  const form = describeBlank({ blocks })
  return { ...form, said: form.title, isAppended: true }
}

const opens = (block: Block): boolean => block.kind === 'paragraph' && OPENS.test(fold(block.text))
const hasTable = (blocks: readonly Block[]): boolean => blocks.some(({ kind }) => kind === 'table')
const isTitled = (block: Block): boolean => block.kind === 'paragraph' && isForm(fold(block.text))
