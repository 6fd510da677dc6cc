import type { Block, DocumentContent, Table } from '../document/document.ts'
import type { FormDescription } from './description.ts'
import { readNumbering } from './numbering.ts'

/** How much of a document its title may stand in. */
const HEAD_LINES = 30
const LONGEST = 40
/** Papers that are no form, whatever they are about. */
const PAPER =
  /(?:通知|证书|证明|总结|报告|名单|纪要|公函|公示|决定|新闻稿?|心得体会|介绍信|简历|汇总表|一览表|承诺书|决议)(?:[(（].{0,20}[)）])?$/
const FORM =
  /(?:申报书|申报表|申请书|申请表|推荐表|登记表|审批表|任务书|合同书?|志愿书|考核表|鉴定表|备案表|材料)(?:[(（].{0,20}[)）])?$/
/** Words by which official forms are called, and which tell nothing of the matter. */
const FORM_WORDS = /推荐对象|推荐|培育|创建|建设|单位|项目|遴选|(?:申报|申请|登记|审批)(?:书|表)$/g

/** What the title is about: 样板支部 of 党建工作样板支部申报书. */
function matterOf({ title }: FormDescription): string {
  const bare = title.replace(/\s/g, '').replace(FORM_WORDS, '')
  const short = bare.replace(/^.{0,6}?工作/, '')
  return short.length >= 4 ? short : bare
}

/** Whether a line bears the form's title, or speaks of its matter in whatever order of words: 党支部样板创建. */
export function bearsTitle(line: string, form: FormDescription): boolean {
  const plain = line.normalize('NFKC').replace(/\s/g, '')
  if (PAPER.test(plain)) return false
  return plain.includes(form.title) || [...matterOf(form)].every(letter => plain.includes(letter))
}

/** Whether a line is such a title, and not a sentence that speaks of the matter. */
export const isTitle = (line: string, form: FormDescription): boolean =>
  bearsTitle(line, form) && (line.replace(/\s/g, '').includes(form.title) || FORM.test(line.replace(/\s/g, '')))

/** What a document's title says of it: the form's own, a form or paper of another kind, or nothing. The first that stands there counts. */
export function titleOf({ blocks }: DocumentContent, form: FormDescription): 'own' | 'other' | 'none' {
  const head = linesOf(beforeTable(blocks), HEAD_LINES).map(line => line.normalize('NFKC').replace(/\s/g, ''))
  const short = head.map(line =>
    line.length <= LONGEST && !/《/.test(line) && readNumbering(line) === null ? line : '',
  )
  const own = short.findIndex(
    (line, at) =>
      line !== '' && !PAPER.test(line) && [line, line + (short[at + 1] ?? '')].some(title => bearsTitle(title, form)),
  )
  const other = short.findIndex(
    line => line.length > 2 && (PAPER.test(line) || (FORM.test(line) && !bearsTitle(line, form))),
  )
  if (own >= 0 && (other < 0 || own <= other)) return 'own'
  return other >= 0 ? 'other' : 'none'
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
