import type { Block, DocumentContent } from '../document/document.ts'
import { readAnswers } from './answers.ts'
import type { FormDescription, SectionId } from './description.ts'
import { type FormLabels, splitLabel } from './form-labels.ts'
import type { Sections } from './sections.ts'

/** How much of a document its title may stand in. */
const HEAD_LINES = 30
const ENOUGH_WITH_TITLE = 3
const ENOUGH_SECTIONS = 3
const ENOUGH_FIELDS = 3
const OTHER_TITLE = /(?:申报书|申报表|申请书|申请表|推荐表|登记表|审批表|汇总表|任务书|合同书|总结报告)$/
const NOT_READ: ReadonlySet<SectionId> = new Set(['instructions', 'basics', 'secretary', 'others'])

/** Whether a document is the call's form: it bears the title and some labels, or no other title and most labels. */
export function isForm(
  content: DocumentContent,
  sections: Sections,
  at: { form: FormDescription; labels: FormLabels },
): boolean {
  const { form, labels } = at
  const found = [...sections.found.keys()].filter(section => !NOT_READ.has(section)).length
  const single = readAnswers([...sections.cover, ...(sections.found.get('basics') ?? [])], labels)
  const meant = single.flatMap(({ label }) => [label, ...splitLabel(label)]).map(label => labels.fields.find(label))
  const fields = new Set(meant.filter(field => field !== null)).size
  const head = headLines(content.blocks)
  if (hasTitle(head, form)) return found + fields >= ENOUGH_WITH_TITLE
  if (head.some(line => line.length <= 40 && OTHER_TITLE.test(line))) return false
  return found >= ENOUGH_SECTIONS && fields >= ENOUGH_FIELDS
}

/** A title may be broken over lines that follow one another. */
const hasTitle = (head: readonly string[], { titles }: FormDescription): boolean => {
  const joined = head.join('')
  return titles.some(title => joined.includes(title.replace(/\s/g, '')))
}

const headLines = (blocks: readonly Block[]): string[] =>
  linesOf(blocks, HEAD_LINES).map(line => line.normalize('NFKC').replace(/\s/g, ''))

/** The first lines of a document, those of its tables included. */
export function linesOf(blocks: readonly Block[], most: number): string[] {
  const lines: string[] = []
  for (const block of blocks) {
    if (lines.length >= most) break
    if (block.kind === 'paragraph') lines.push(...block.text.split('\n').slice(0, most))
    else for (const cell of block.cells.slice(0, most)) lines.push(...linesOf(cell.blocks, most))
  }
  return lines.slice(0, most)
}
