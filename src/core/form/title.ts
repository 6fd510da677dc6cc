import type { Block, DocumentContent, Table } from '../document/document.ts'
import { anyOf } from '../words/any-of.ts'
import { listed } from '../words/listed.ts'
import { onceFor } from '../words/once-for.ts'
import { FORM_PAPERS, OTHER_PAPERS } from '../words/papers.ts'
import { patternWith } from '../words/pattern.ts'
import type { FormDescription } from './description.ts'
import { readNumbering } from './outline/numbering.ts'

/** How much of a document its title may stand in. */
const HEAD_LINES = 30
const LONGEST = 40
/** A title with what stands beside it in its line. */
const LONGEST_LINE = 200
const IN_BRACKETS = '(?:[(（].{0,20}[)）])?$'
const PAPER = new RegExp(anyOf(OTHER_PAPERS) + IN_BRACKETS)
const FORM = new RegExp(anyOf(FORM_PAPERS) + IN_BRACKETS)
/** Words by which official forms are called, and which tell nothing of the matter. */
const FORM_WORDS = patternWith(
  'g',
)`${listed('推荐对象 推荐 培育 创建 建设 单位 项目 课题 遴选 评选 评审 立项 年度')}|${listed('申报 申请 登记 审批')}[书表]$`

/** A form's title as lines are compared with it, and what it is about: 样板支部 of 党建工作样板支部申报书. */
const namesOf = onceFor(({ title }: FormDescription) => {
  const bare = title.replace(/\s/g, '').replace(FORM_WORDS, '')
  const short = bare.replace(/^.{0,6}?工作/, '')
  return { title: plainLine(title), matter: [...(short.length >= 4 ? short : bare || title)] }
})

/** «申报书» alone tells nothing of what one applies for. */
export const namesMatter = ({ title }: Pick<FormDescription, 'title'>): boolean =>
  title.replace(/\s/g, '').replace(FORM_WORDS, '').length >= 2

/** Whether a line bears the form's title, or speaks of its matter in whatever order of words: 党支部样板创建. */
export function bearsTitle(line: string, form: FormDescription): boolean {
  if (line.length > LONGEST_LINE) return false
  const plain = plainLine(line)
  const { title, matter } = namesOf(form)
  if (!matter.every(letter => plain.includes(letter))) return false
  return plain.endsWith(title) || !PAPER.test(plain)
}

/** Whether a line is such a title, and not a sentence that speaks of the matter. */
export const isTitle = (line: string, form: FormDescription): boolean =>
  bearsTitle(line, form) && (plainLine(line).includes(namesOf(form).title) || FORM.test(plainLine(line)))

/**
 * A form whose title shares a word with the matter may be ours in other words: «标杆党支部申报书». One that names no matter, «申报书»,
 * is nobody's.
 */
function isAnothersForm(line: string, form: FormDescription): boolean {
  if (line.replace(FORM_WORDS, '').length < 2) return false
  const { matter } = namesOf(form)
  const shares = matter
    .map((letter, at) => `${matter[at - 1] ?? ''}${letter}`)
    .some((pair, at) => at > 0 && line.includes(pair) && !IN_ANY.includes(pair))
  return FORM.test(line) && !shares
}

/** Words that titles of many matters share. */
const IN_ANY = listed('优秀 先进 大学 学生 学院 校级 研究')

const isOtherPaper = (line: string, form: FormDescription): boolean => PAPER.test(line) && !bearsTitle(line, form)

const isAnothers = (line: string, form: FormDescription): boolean =>
  isOtherPaper(line, form) || isAnothersForm(line, form)

/** What a document of another kind calls itself; '' where nothing says so. */
export const otherTitleOf = (content: DocumentContent, form: FormDescription): string =>
  headOf(content).find(line => line.length <= LONGEST && isAnothers(line, form)) ?? ''

const plainLine = (line: string): string => line.normalize('NFKC').replace(/\s/g, '')

/** The lines over a document's first heading and first table: what may be its title, and what stands with it. */
export function headOf({ blocks }: DocumentContent): string[] {
  const lines = linesOf(beforeTable(blocks), HEAD_LINES).map(plainLine)
  const end = lines.findIndex((line, at) => at > 0 && readNumbering(line) !== null)
  return end < 0 ? lines : lines.slice(0, end)
}

/**
 * What a document's title says of it: the form's own, a form or paper of another kind, or nothing. The first that stands there counts; a
 * paper over the form's own title (a notice with the form behind it) may be either.
 */
export function titleOf(content: DocumentContent, form: FormDescription): 'own' | 'other' | 'none' {
  const lines = linesOf(beforeTable(content.blocks), HEAD_LINES).map(plainLine)
  const short = lines.map(line =>
    line.length <= LONGEST && !/《/.test(line) && readNumbering(line) === null ? line : '',
  )
  /** Two lines may be one title, in either order: «申报书» over «党建工作样板支部». */
  const titleAt = (at: number) => {
    const [line = '', next = ''] = short.slice(at, at + 2)
    return isOtherPaper(line, form) ? [] : [line, line + next, next + line]
  }
  const own = short.findIndex((line, at) => line !== '' && titleAt(at).some(title => isTitle(title, form)))
  const other = short.slice(0, headOf(content).length).findIndex(line => isAnothers(line, form))
  if (own >= 0 && (other < 0 || own <= other)) return 'own'
  return other < 0 || own >= 0 ? 'none' : 'other'
}

/** Up to the first table with several cells in a row: labels are no titles. */
function beforeTable(blocks: readonly Block[]): Block[] {
  const end = blocks.findIndex(block => block.kind === 'table' && hasRows(block))
  const table = blocks[end]
  const first = table?.kind === 'table' ? table.cells.filter(({ row, columnSpan }) => row === 0 && columnSpan > 1) : []
  return [...blocks.slice(0, end < 0 ? blocks.length : end), ...(first.length === 1 ? (first[0]?.blocks ?? []) : [])]
}

const hasRows = ({ cells }: Table): boolean => cells.some(({ column }) => column > 0)

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
