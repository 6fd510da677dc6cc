import { keywordOf, templateOf } from '../call/name-rule.ts'
import { anyOf } from '../words/any-of.ts'
import { onceFor } from '../words/once-for.ts'
import { FORM_PAPERS, PAPERS } from '../words/papers.ts'
import { normalise } from './normalise.ts'
import type { CallForNames } from './read-name.ts'
import { templateParts } from './template.ts'

/** What a call's title is about and which paper it asks for: 样板支部, 申报书. '' where the template has no such word. */
export type TitleWords = { readonly topic: string; readonly document: string }

const DOCUMENT = new RegExp(`${anyOf(PAPERS)}$`)
// Words with which many a title begins, also those of other calls.
const COMMON = /^(?:\d{4}年?度?)?(?:党建工作|党建|关于)?/

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

const ANY_PAPER = new RegExp(`${anyOf([...FORM_PAPERS, '报名表', '计划书', '表'])}$`)
/** Words that many titles end with. */
const TAIL = /(?:推荐对象|活动|项目|推荐|评选|申报|遴选|征集|评审|立项|工作|(?:的)?通知)+$/
