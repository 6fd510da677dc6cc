import { templateOf } from '../call/name-rule.ts'
import { isNamed } from '../honours/surnames.ts'
import { CHOOSING } from '../words/choosing-words.ts'
import { listed } from '../words/listed.ts'
import { onceFor } from '../words/once-for.ts'
import { APPLICATION_PAPERS } from '../words/papers.ts'
import { patternWith } from '../words/pattern.ts'
import { COURTESY_WORDS } from './courtesies.ts'
import { VERSIONS } from './decorations.ts'
import { tidy } from './normalise.ts'
import { type CallForNames, isPlain } from './read-name.ts'
import { templateParts } from './template.ts'
import { titleWords } from './title-words.ts'
import { simplify } from './traditional.ts'

const COMMON = [
  ...listed('党建工作 党建 推荐对象 大学 学院 学部 关于 的 材料 电子版 纸质版 一份 我 本 及 和 与 附件 函 请示'),
  ...[...CHOOSING, ...COURTESY_WORDS, ...VERSIONS],
]
/** A branch, in the roster or not, and who leads it. */
const BRANCH =
  /[\p{Script=Han}\d]{0,24}支部(?:委员会)?(?:书记)?(?:[-:]?(?![已未被请的有不])[\p{Script=Han}]{2,3}(?=[-\d]*$))?/gu
/** Words of a sentence: «final v2» behind a name says nothing, «Comments on» before it does; one character is a surname (王老师收). */
const WORDS = /\p{Script=Han}{2}|^[^-]*[a-z]{2}/iu
/** «样板支部申报书-李明». */
const SIGNED = /-([\p{Script=Han}]{2,3})[-\d.]*$/u

const wordsOf = onceFor((call: CallForNames): Readonly<Record<'titles' | 'names' | 'others', RegExp>> => {
  const { naming, unit, university, roster } = call
  const literals = templateParts(templateOf(naming.subject) ?? '').flatMap(part =>
    part.kind === 'literal' ? [tidy(part.text).text.replace(/-/g, '')] : [],
  )
  const { topic, document } = titleWords(call)
  const titles = [...literals, ...APPLICATION_PAPERS, topic, document, unit, university].map(simplify)
  const names = roster.map(({ name }) => simplify(tidy(name).text))
  return {
    titles: patternWith('g')`${titles.filter(word => word !== '')}`,
    names: patternWith('g')`${['党支部', ...names]}`,
    others: patternWith('gi')`${COMMON}`,
  }
})

/**
 * Whether a subject consists of what an application's name is made of, right or wrong: «样板支部申报-教工第一党支部 张三».
 * «样板支部申报书修改建议» speaks of one.
 */
export function isNameAlone(subject: string, call: CallForNames): boolean {
  // What a name is made of where anybody's own name or number stands in it, nobody knows.
  const template = templateOf(call.naming.subject)
  if (template === null || !isPlain(template, call)) return true
  const { titles, names, others } = wordsOf(call)
  const rest = simplify(tidy(subject).text).replace(titles, '-').replace(names, '支部').replace(BRANCH, '-')
  const left = rest.replace(others, '-').replace(SIGNED, (all, name: string) => (isNamed(name) ? '-' : all))
  return !WORDS.test(left)
}
