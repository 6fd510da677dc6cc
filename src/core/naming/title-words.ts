import { keywordOf, type NameRule, templateOf } from '../call/name-rule.ts'
import { isNamed } from '../honours/surnames.ts'
import { CHOOSING, TITLE_ENDS, UNDERTAKING } from '../words/choosing-words.ts'
import { listed } from '../words/listed.ts'
import { onceFor } from '../words/once-for.ts'
import { FORM_PAPERS, LISTS, OTHER_PAPERS, PAPERS } from '../words/papers.ts'
import { pattern, patternWith } from '../words/pattern.ts'
import { normalise } from './normalise.ts'
import type { CallForNames } from './read-name.ts'
import { templateParts } from './template.ts'

/** What a call's title is about and which paper it asks for: 样板支部, 申报书. '' where the template has no such word. */
type TitleWords = { readonly topic: string; readonly document: string }

const DOCUMENT = pattern`${PAPERS}$`
// Words with which many a title begins, also those of other calls.
const COMMON = pattern`^${[...UNDERTAKING, '党建工作', '党建', '关于', /\d{4}年?度?/]}+`

/** By the rule for subjects where it has words of its own, else by the title of the form, else by the call's. */
export const titleWords = onceFor((call: Pick<CallForNames, 'naming' | 'form' | 'title'>): TitleWords => {
  const literals = templateParts(templateOf(call.naming.subject) ?? '').map(part =>
    part.kind === 'literal' ? part.text : '',
  )
  const title = normalise(literals.join(''))
  if (title === '') return wordsWithoutRule(call)
  const document = DOCUMENT.exec(title)?.[0] ?? ''
  const rest = title.slice(0, title.length - document.length)
  return { topic: rest.replace(COMMON, '') || rest, document }
})

function wordsWithoutRule({ naming, form, title }: Pick<CallForNames, 'naming' | 'form' | 'title'>): TitleWords {
  const keyword = keywordOf(naming.subject)
  if (keyword !== null) return { topic: normalise(keyword), document: '' }
  const words = normalise(form.title === '' ? title : form.title)
  const bare = words.replace(ANY_PAPER, '')
  const topic = bare.replace(COMMON, '').replace(TAIL, '')
  return { topic: topic.length < 2 ? bare : topic, document: '' }
}

const ANY_PAPER = pattern`${[...FORM_PAPERS, '报名表', '计划书', '表']}$`
/** Words that many titles end with. */
const TAIL = pattern`${[...TITLE_ENDS, '项目', '立项', /的?通知/]}+$`

/** Fewer letters are a word of many matters: 培训班, 申报表. */
const FEWEST = 4

/** What else people call it: its short name, the words of its other names, what its title has in quotation marks. */
export const alsoCalled = onceFor(({ short, title, naming }: NamedCall): readonly string[] => {
  const { subject, file, archive } = naming
  const literals = [subject, file, archive].flatMap(rule => wordsOf(rule))
  const quoted = [...title.matchAll(/[“"「]([^“"”「」]{2,30})[”"」]/g)].map(([, words = '']) => words)
  const names = [...literals, ...quoted]
    .map(words => barePaper(normalise(words)))
    .filter(words => words.length >= FEWEST)
  return [...new Set(/\p{Script=Han}{3}/u.test(short) ? [normalise(short), ...names] : names)]
})

/** What it gathers, as its title has it: 征文, 主题班会案例. */
export const worksOf = onceFor(({ title, deliverables }: Pick<CallForNames, 'title' | 'deliverables'>) =>
  deliverables
    .map(one => normalise(one.title))
    .filter(work => !ANYBODYS.includes(work) && normalise(title).includes(work)),
)

/** Works that many calls gather. */
const ANYBODYS: readonly string[] = [
  '',
  ...FORM_PAPERS,
  ...OTHER_PAPERS,
  ...LISTS,
  ...listed('作品 案例 照片 视频 项目'),
]

type NamedCall = Pick<CallForNames, 'naming' | 'title' | 'short'>

const wordsOf = (rule: NameRule | null): readonly string[] => {
  if (rule === null) return []
  const keyword = keywordOf(rule)
  if (keyword !== null) return [keyword]
  return templateParts(templateOf(rule) ?? '').flatMap(part => (part.kind === 'literal' ? [part.text] : []))
}

const barePaper = (words: string): string => words.replace(ANY_PAPER, '').replace(COMMON, '')

/**
 * Whether a subject names what the call gathers and nothing else but whose it is and how many: 征文投稿, 外国语学院主题班会案例3份. Of 校庆征文 another call's.
 */
export function gathers(subject: string, call: CallForNames): boolean {
  const said = normalise(subject)
  const names = [call.unit, call.university, ...call.roster.map(({ name }) => name)].map(normalise)
  const left = worksOf(call)
    .filter(work => said.includes(work))
    .map(work => names.reduce((rest, name) => (name === '' ? rest : rest.replace(name, '')), said.replace(work, '')))
  return left.some(rest => {
    const own = rest.replace(BESIDE, '')
    return own === '' || isNamed(own) || normalise(call.title).includes(own)
  })
}

const BESIDE = patternWith('g')`${[
  ...CHOOSING,
  ...listed('投稿 参赛 提交 报送 主题 作品 材料 稿件 的 关于 附件 同学 老师'),
  /(?<![\d一二两三四五六七八九十])[\d一二两三四五六七八九十]+[份篇件张个幅]/,
]}`

/** Whether folded text calls it by one of its names, whole or in short. */
export function saysCall(text: string, call: CallForNames): boolean {
  const { topic } = titleWords(call)
  return [topic, ...alsoCalled(call)].some(name => name !== '' && text.includes(name)) || abbreviates(text, topic)
}

/**
 * Whether folded text speaks of a topic in short: 英才计划 for 青年科技英才培育计划. It ends as the topic does, and two letters or more before
 * that stand in the topic too, or it is most of the topic.
 */
function abbreviates(text: string, topic: string): boolean {
  if (topic.length <= FEWEST) return false
  const tail = topic.slice(-2)
  for (let at = text.indexOf(tail); at >= 0; at = text.indexOf(tail, at + 1)) {
    let length = 2
    while (length < topic.length && text[at + 1 - length] === topic.at(-length - 1)) length++
    if (length >= FEWEST && length * 2 > topic.length) return true
    for (let own = 2; own <= length; own++) {
      const before = text.slice(Math.max(0, at - own), at + 2 - own)
      if (before.length === 2 && topic.slice(0, -own).includes(before)) return true
    }
  }
  return false
}
