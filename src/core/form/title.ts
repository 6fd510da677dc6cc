import type { Block, DocumentContent } from '../document/document.ts'
import type { FormDescription } from './description.ts'

/** How much of a document its title may stand in. */
const HEAD_LINES = 30
const LONGEST = 40
/** What a document of another kind calls itself. */
const OTHER =
  /(?:申报书|申报表|申请书|申请表|推荐表|登记表|审批表|汇总表|一览表|任务书|合同书?|总结|报告|通知|证书|证明|名单|方案|简历|简介|纪要|函|公示|决定|新闻稿?|心得体会|承诺书|介绍信|志愿书)(?:[(（].{0,20}[)）])?$/
/** Words by which official forms are called, and which tell nothing of the matter. */
const FORM_WORDS = /(?:推荐对象|推荐|培育|创建|建设|单位|项目|遴选)|(?:申报|申请|推荐|登记|审批)(?:书|表)$/g

/** What the title is about: 党建工作样板支部 of 党建工作样板支部申报书, and 样板支部 of that. */
function matterOf({ title }: FormDescription): readonly string[] {
  const bare = title.replace(/\s/g, '').replace(FORM_WORDS, '')
  const short = bare.replace(/^.{0,6}?工作/, '')
  return [bare, short.length >= 4 ? short : bare]
}

/** Whether a line bears the form's title, or its matter in a form's title: 样板支部培育创建申报表. */
export function bearsTitle(line: string, form: FormDescription): boolean {
  const plain = line.normalize('NFKC').replace(/\s/g, '')
  if (plain.includes(form.title)) return true
  return matterOf(form).some(matter => plain.includes(matter)) && /(?:申报|申请|推荐|登记|审批)(?:书|表)/.test(plain)
}

/** What a document's title says of it: the form's own, a form or paper of another kind, or nothing. The first that stands there counts. */
export function titleOf({ blocks }: DocumentContent, form: FormDescription): 'own' | 'other' | 'none' {
  const head = linesOf(blocks, HEAD_LINES).map(line => line.normalize('NFKC').replace(/\s/g, ''))
  const short = head.map(line => (line.length <= LONGEST && !/^\d|《/.test(line) ? line : ''))
  const own = short.findIndex(
    (line, at) => line !== '' && bearsTitle(line + (short[at + 1] ?? '') + (short[at + 2] ?? ''), form),
  )
  const other = short.findIndex(line => line.length > 2 && OTHER.test(line) && !bearsTitle(line, form))
  if (own >= 0 && (other < 0 || own <= other)) return 'own'
  return other >= 0 ? 'other' : own >= 0 ? 'own' : 'none'
}

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
