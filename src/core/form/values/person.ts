import { isNamed } from '../../honours/surnames.ts'
import { listed } from '../../words/listed.ts'
import { pattern } from '../../words/pattern.ts'
import { POSTS, TITLES } from '../../words/value-words.ts'

/** Who is named in an answer, and what else stands beside the name: «佟雪梅，副系主任», «方既明（研究员）». */
type Person = { readonly name: string | null; readonly beside: string | null }

const BESIDE =
  /^(\p{Script=Han}{2,4}|\p{Script=Han}{1,8}[·•・]\p{Script=Han}{1,8})(?:\s*[，,、｜|]\s*|\s+|\s*[（(])([^（）()。；;]{1,60})[)）]?$/u
const REMARK = /\s{0,2}[（(][^（）()]{1,20}[)）]$/
const BETWEEN = /[，,、；;｜|/／∕\s]+/

/** A name is told by its surname, or by the title or post behind it. */
export function readPerson(written: string | null): Person {
  const [, name = '', beside = ''] = BESIDE.exec(written?.trim() ?? '') ?? []
  const isWork = (word: string) => isTitle(word) || isPost(word)
  if (isNamed(name) || (beside !== '' && !isWork(name) && beside.split(BETWEEN).some(isWork))) return { name, beside }
  return { name: written?.replace(REMARK, '') ?? null, beside: null }
}

const isTitle = (word: string): boolean => listed(TITLES).includes(word.replace(/^退休|^原/, ''))
const isPost = (word: string): boolean => word.length <= 14 && listed(POSTS).some(post => word.endsWith(post))

/** The first of the words beside a name that is a title: 研究员 of «教授，博士生导师». */
export function titleIn(beside: string | null): string | null {
  const titles = beside?.split(BETWEEN).filter(isTitle) ?? []
  // Work and rank in one: «辅导员，助教».
  return titles.find(title => title !== '辅导员') ?? titles[0] ?? null
}

/** The first that is a post, and no title: 系主任 of «教授，系主任». */
export const postIn = (beside: string | null): string | null =>
  beside?.split(BETWEEN).find(word => isPost(word) && !isTitle(word)) ?? null

type Told = { readonly name: string | null; readonly post: string | null; readonly title: string | null }

/** Who the secretary is: what stands beside the name, or beside the post, tells as much as a place of its own. */
export function secretaryIn({ name, post, title }: Told): Told {
  const [named, posted] = [readPerson(name), readPerson(post)]
  const held = posted.beside ?? post ?? postIn(named.beside)
  return {
    name: named.name ?? (posted.beside === null ? null : posted.name),
    post: held === null ? null : withoutTitles(held).replace(HOLDS, ''),
    title: (title ?? titleIn(named.beside) ?? titleBeside(held))?.replace(REMARK, '') ?? null,
  }
}

/** «现任系副主任». */
const HOLDS = pattern`^${listed('现任 现为 现担任 担任 兼任 任')}(?=.{2})`

/** «系党支部书记、副教授» under 职务. */
function withoutTitles(post: string): string {
  const words = post.split(BETWEEN)
  const posts = words.filter(word => !isTitle(word))
  return posts.length === 0 || posts.length === words.length ? post : posts.join('、')
}
const titleBeside = (post: string | null): string | null =>
  post !== null && withoutTitles(post) !== post ? titleIn(post) : null
